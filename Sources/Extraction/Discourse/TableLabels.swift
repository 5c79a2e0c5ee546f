import Facts
import Scanning
import Units

/// What the labels of rows and the heads of columns say of the figures under them: 清理小广告 is read as 清理小广告12处 is in a
/// sentence, so that a table and a text that tell of one doing count one thing.
struct TableLabels {
    struct Reading {
        var item: String
        var action: String?
        /// Whether it names something that is done, and what was done stays in its name: 走访, 12345受理.
        var namesDoing = false
        /// 累计化解纠纷
        var isTotal = false
    }

    /// What was read, for each row has the same heads.
    private var known: [String: Reading] = [:]
    /// No table has so many different labels; another is read anew.
    private static let mostKnown = 1024

    mutating func reading(
        of name: String, in unit: String, _ tools: ReadingTools, _ tokenizer: inout Tokenizer
    ) -> Reading {
        let sentence = name + "12" + unit
        if let reading = known[sentence] { return reading }
        let reading = TableLabels.read(name, Array(sentence.utf8), tools, &tokenizer)
        if known.count < TableLabels.mostKnown { known[sentence] = reading }
        return reading
    }

    private static func read(
        _ name: String, _ sentence: [UInt8], _ tools: ReadingTools, _ tokenizer: inout Tokenizer
    ) -> Reading {
        let text = sentence.span
        let length = name.utf8.count
        var named = Reading(item: name)
        guard length > 0, let quantity = tools.quantities.read(text, at: length, end: text.count) else { return named }
        var fixed: [Tokenizer.Fixed] = []
        var position = 0
        while position < length {
            // 12345热线工单: the number belongs to the noun.
            let start = position
            while position < length, isDigit(text[position]) { position += 1 }
            if position > start { fixed.append(Tokenizer.Fixed(range: start..<position, kind: .word)) }
            if position < length { position += text.scalar(at: position).length }
        }
        fixed.append(Tokenizer.Fixed(range: quantity.start..<quantity.end, kind: .quantity(0)))
        let tokens = tokenizer.tokens(text, in: 0..<quantity.end, fixed: fixed)
        let reader = SentenceReader(
            tokens: tokens, quantities: [quantity], times: [], tools: tools, published: nil, text: text)
        var memory = ItemMemory()
        guard let reading = reader.readings(text, memory: &memory, planned: false).first, !reading.isStockWorded else {
            return named
        }
        named.isTotal = reading.isTotal
        if let action = reading.action, !reading.item.isEmpty, action + reading.item == name {
            (named.item, named.action) = (reading.item, action)
            return named
        }
        // 化解数, 走访户数: how many they are, and the figure says of what.
        guard let last = tokens.last(where: { $0.end <= length && !text.has("数", before: $0.end) }) else {
            return named
        }
        let doing = text.string(0..<last.end)
        guard !WindowReading.standing.isEnding(of: doing) else { return named }
        guard last.has(.transitive), reader.phrases.isVerbal(last) else {
            named.namesDoing = reading.action != nil
            return named
        }
        // 12345热线工单受理, 矛盾纠纷化解数: what is done stands behind its object. 走访 has none, 安全检查 is one, and of a number alone
        // (12345受理) nobody knows what it is.
        let object = text.string(0..<last.start)
        if last.wordClass == .verb, object.unicodeScalars.count(where: { $0.properties.isIdeographic }) > 1 {
            (named.item, named.action) = (object, text.string(last.start..<last.end))
        } else {
            named.namesDoing = true
        }
        return named
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
