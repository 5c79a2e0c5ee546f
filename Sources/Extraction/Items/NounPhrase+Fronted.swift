import Scanning

/// What something is done to, brought before its verb by 对, 将 or 把: 对|倒伏树木|217棵|进行清理, 将|违建|66处|拆除到位.
extension NounPhrases {
    /// Whether a word brings what is counted before the verb that stands behind the figure.
    ///
    /// 对 always brings in a noun; 将 is as readily 将要, which the clause's verb before the figure tells (将新建公园5座).
    ///
    /// - Parameter end: where the words before the figure end.
    func fronts(_ index: Int, figureAt end: Int) -> Bool {
        guard index >= 0, index + 1 < end, tokens[index].kinds.contains(.fronting) else { return false }
        return tokens[index].has(.toward) || verbDone(behind: end) != nil
    }

    /// The verb right behind the figure at or shortly after an index: 66处|拆除, 12个|全部|改造.
    private func verbDone(behind index: Int) -> Int? {
        var next = index
        while next < tokens.count, next - index < 4, !tokens[next].isQuantity {
            guard tokens[next].kind == .word else { return nil }
            next += 1
        }
        guard next < tokens.count, tokens[next].isQuantity else { return nil }
        next += 1
        while next < tokens.count, tokens[next].kind == .word,
            tokens[next].wordClass == .adverb || tokens[next].has(.determiner)
        { next += 1 }
        return next < tokens.count && (isDoing(next) || isPlain(tokens[next])) ? next : nil
    }

    /// 对|拖欠|工资案件, 将|倒伏|树木: a verb right behind the word that brings in what is done something to belongs to it.
    ///
    /// Behind 将 a verb that takes an object is what is to be done: 将|组织|志愿者50名开展服务.
    func isFrontedVerb(_ index: Int, before end: Int) -> Bool {
        guard index > 0, tokens[index - 1].kinds.contains(.fronting), isVerbal(tokens[index]) || isPlain(tokens[index])
        else { return false }
        guard tokens[index - 1].has(.plan), !isPlain(tokens[index]) else { return fronts(index - 1, figureAt: end) }
        // 将|生产|经营单位812家次检查到位: what has been brought to its end, or made into something, was there before
        guard let verb = verbDone(behind: end), verb + 1 < tokens.count else { return false }
        return tokens[verb + 1].kinds.contains(.finishing) || tokens[verb + 1].has(.become)
    }

    /// The word that brings in the phrase before a figure, right before it or before what qualifies it.
    func front(of phrase: Range<Int>) -> Int? {
        var index = phrase.lowerBound - 1
        let low = max(0, index - 12)
        while index >= low, tokens[index].kind == .word || tokens[index].isMark(.pause) {
            if tokens[index].kinds.contains(.fronting) {
                return fronts(index, figureAt: phrase.upperBound) ? index : nil
            }
            // 将|居民反映的|问题: what qualifies the thing ends in 的
            guard index < phrase.lowerBound - 1 || tokens[index].has(.de) else { return nil }
            index -= 1
        }
        return nil
    }
}
