import Facts
import Scanning
import Units

/// What small words beside a figure say of its window: 着, 共, 累计, 一天, 每3天.
extension SentenceReader {
    func readSigns(of index: Int, _ text: Span<UInt8>, _ reading: inout QuantityReading) {
        let place = places[index]
        let dimension = unitDimension(of: reading.quantity) ?? .count
        reading.isReached = isReached(place)
        reading.isRunning = isRunning(place, text)
        if isStandingThere(place, text) { reading.isStockWorded = true }
        if reading.isTotal, dimension == .person || dimension == .personTime, isAttendance(place, text) {
            reading.isTotal = false
        }
        if dimension == .person, reading.action == nil, !reading.isStockWorded, isAtEvent(place, reading) {
            reading.isAttending = true
        }
        if dimension == .time, !reading.isTotal, isSummedUp(place, text) { reading.isTotal = true }
        guard dimension != .time, reading.change == .none else { return }
        if let base = baseBetween(place, text) {
            reading.per = base
        } else if reading.per == nil {
            reading.per = oneDay(before: place, text)
        }
    }

    /// 累计煤运量突破80亿吨: whether 累计 stands before a figure in its clause, with no other figure between.
    private func isRunning(_ place: Int, _ text: Span<UInt8>) -> Bool {
        var index = place - 1
        while index >= 0, place - index < 10, !tokens[index].endsClause, !tokens[index].isQuantity {
            // 已累计|供水
            if tokens[index].has(.sum) || tokens[index].has(.done), text.has("累计", before: tokens[index].end) {
                return true
            }
            index -= 1
        }
        return false
    }

    /// 养老床位达到1500张, 端口总数将超过2万个, 队伍扩大到1500人: the word for a level right before the figure and what qualifies it.
    private func isReached(_ place: Int) -> Bool {
        var index = place - 1
        while index >= 0, place - index < 4, tokens[index].kind == .word {
            let token = tokens[index]
            if token.has(.reach) || token.has(.to) || token.has(.arrive) { return true }
            guard token.has(.over) || token.has(.under) || token.has(.about) || token.wordClass == .adverb else {
                return token.has(.sizeWrapper)
            }
            index -= 1
        }
        return false
    }

    private static let levels: WordList = ["达", "达到", "已达", "超", "超过", "突破", "已超", "已超过", "已突破"]

    /// 用户达9万户: whether the word right before a figure says that it is a level which something has come to.
    func comesTo(_ place: Int, _ text: Span<UInt8>) -> Bool {
        place > 0 && SentenceReader.levels.contains(tokens[place - 1].start..<tokens[place - 1].end, of: text)
    }

    /// 5月8日，街道举办招聘会，求职者近千人: how many people came on the day of an event that the sentence has told of.
    private func isAtEvent(_ place: Int, _ reading: QuantityReading) -> Bool {
        guard let time = reading.time, let day = time.from, day == time.to, let people = reading.phrase?.last,
            tokens[people].has(.human), people < place, reading.status == .actual,
            let comma = tokens[..<people].lastIndex(where: \.endsClause)
        else { return false }
        return tokens[..<comma].contains { $0.kinds.contains(.convening) && phrases.isVerbal($0) }
    }

    /// Verbs with 着 for what goes along with a doing, and is not there for good.
    static let accompanying: WordList = [
        "带着", "领着", "随着", "沿着", "朝着", "本着", "拿着", "冒着", "顶着", "踩着", "接着", "跟着", "趁着", "提着", "抱着", "背着", "扛着", "推着",
        "开着", "骑着",
        "有着", "忙着", "为着", "凭着", "陪着", "拉着", "对着", "经历着", "举着", "捧着", "端着", "握着", "穿着", "戴着", "坐着", "看着", "听着", "牵着",
        "围着",
    ]

    /// 墙上悬挂着12面, 楼道里停放着3辆: what is there.
    private func isStandingThere(_ place: Int, _ text: Span<UInt8>) -> Bool {
        // 停放着共享单车60辆: the noun may stand between.
        var index = place - 1
        while index >= 0, place - index < 6, tokens[index].kind == .word {
            if text.has("着", before: tokens[index].end), index + 1 == place || tokens[index].has(.aspect) {
                return !SentenceReader.accompanying.ends(in: text, at: tokens[index].end)
            }
            guard index + 1 == place || phrases.isNominal(tokens[index]) || tokens[index].wordClass == .attributive
            else { return false }
            index -= 1
        }
        return false
    }

    private static let bareSums: WordList = ["共", "共计", "一共", "总共", "共有"]
    private static let attending: WordList = [
        "参加", "参与", "与会", "到会", "出席", "到场", "观看", "参会", "参赛", "报名", "聆听", "走上街头", "前来",
    ]

    /// 机关干部、居民共600余人参加清扫: those who came to one event are counted once, and run on from nothing.
    private func isAttendance(_ place: Int, _ text: Span<UInt8>) -> Bool {
        guard place > 0, place + 1 < tokens.count else { return false }
        var index = place - 1
        while index > 0, tokens[index].wordClass == .adverb, !tokens[index].has(.sum) { index -= 1 }
        guard SentenceReader.bareSums.contains(tokens[index].start..<tokens[index].end, of: text),
            // 累计共1200人次参与: the longer count
            index == 0 || !text.has("累计", at: tokens[index - 1].start)
        else { return false }
        return SentenceReader.attending.begins(in: text, at: tokens[place + 1].start)
            || areGathered(before: index, text)
    }

    static let assemblings: WordList = ["抽调", "组织", "出动", "发动", "选派", "召集", "动员", "邀请", "派出", "集结", "组织发动"]

    /// 抽调机关和社区干部|共50人下沉小区: whether those who are summed up have been brought together in the same clause.
    private func areGathered(before sum: Int, _ text: Span<UInt8>) -> Bool {
        var index = sum - 1
        while index >= 0, sum - index < 12, !tokens[index].endsClause {
            if SentenceReader.assemblings.contains(tokens[index].start..<tokens[index].end, of: text) { return true }
            index -= 1
        }
        return false
    }

    /// 累计服务时长1.6万小时: whether 累计 stands in the clause before the figure, whatever noun stands between.
    private func isSummedUp(_ place: Int, _ text: Span<UInt8>) -> Bool {
        var index = place - 1
        while index >= 0, place - index < 8, !tokens[index].endsClause, !tokens[index].isQuantity {
            if text.has("累计", at: tokens[index].start) { return true }
            index -= 1
        }
        return false
    }

    /// 每3天组织两次, 每10户设1名: what a number measures between 每 and the figure, in its clause.
    private func baseBetween(_ place: Int, _ text: Span<UInt8>) -> String? {
        var index = place - 1
        while index >= 0, place - index < 12, !tokens[index].endsClause, !tokens[index].isQuantity {
            let token = tokens[index]
            // 每隔3天: 隔 may be a token of its own.
            let number = token.start + (text.has("每隔", at: token.start) ? 6 : 3)
            if text.has("每", at: token.start),
                let base = tools.quantities.read(text, at: number, end: tokens[place].start),
                base.unit != nil, !base.isBareMultiplier, base.hasDigit || base.value > Number(1)
            {
                return text.string(ofDocument: token.start..<base.end)
            }
            index -= 1
        }
        return nil
    }

    /// What 一天 is part of where it is no base: 第一天, 有一天.
    private static let beforeOneDay: WordList = [
        "第", "有", "这", "同", "前", "后", "那", "某", "每", "整", "近", "了", "另", "头", "最后",
    ]
    private static let behindOneDay: WordList = ["内", "的", "里", "下", "之", "时间", "后", "前", "，", ",", "、"]

    /// 小区一天产生厨余垃圾2吨: the base of a figure of every day, against 忙了一天，清理垃圾2吨.
    private func oneDay(before place: Int, _ text: Span<UInt8>) -> String? {
        var index = place - 1
        while index >= 0, place - index < 10, tokens[index].kind == .word {
            let token = tokens[index]
            if text.has("了", before: token.end) { return nil }
            if text.has("一天", at: token.start) {
                if SentenceReader.beforeOneDay.ends(in: text, at: token.start)
                    || SentenceReader.behindOneDay.begins(in: text, at: token.start + 6)
                {
                    return nil
                }
                return text.string(ofDocument: token.start..<token.start + 6)
            }
            index -= 1
        }
        return nil
    }
}
