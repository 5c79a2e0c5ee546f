public import Facts
internal import Foundation

/// A field of a fact that a person may correct.
public enum Field: String, Sendable, Hashable, CaseIterable {
    case value, upper, qualifier, unit, item, place, period, from, to, change, status, action, window, dimension

    /// The field's name in tables: the one of its column in a report's 事实台账.
    public var chineseName: String {
        switch self {
        case .value: "数值"
        case .upper: "上限"
        case .qualifier: "界限"
        case .unit: "单位"
        case .item: "事项"
        case .place: "地区"
        case .period: "时期"
        case .from: "起"
        case .to: "止"
        case .change: "变化"
        case .status: "性质"
        case .action: "动作"
        case .window: "口径"
        case .dimension: "量纲"
        }
    }

    /// Another name by which people may call it, where there is one.
    private var otherName: String? {
        switch self {
        case .qualifier: "精确程度"
        case .unit: "计量单位"
        case .place: "地点"
        case .from: "起始日"
        case .to: "截止日"
        case .change: "增减"
        case .status: "计划或实际"
        case .action: "行为"
        default: nil
        }
    }

    /// Every name under which a person may give the field.
    var names: [String] { [rawValue, chineseName] + (otherName.map { [$0] } ?? []) }

    /// The field of that name, English or Chinese, or `nil`.
    public init?(named name: String) {
        let field = Field.allCases.first { field in
            field.names.contains(name)
        }
        guard let field else { return nil }
        self = field
    }

    /// All fields by their names in tables, for those who wrote another one.
    public static var listOfNames: String { allCases.map(\.chineseName).joined(separator: "、") }

    /// What the field may hold, in words.
    public var expectation: String {
        if !labels.isEmpty {
            return "one of " + labels.map { "\($0.label) (\($0.value))" }.joined(separator: ", ")
        }
        return switch self {
        case .value: "a decimal number"
        case .upper: "a decimal number or nothing"
        case .from, .to: "a date like 2026-04-03 or nothing"
        case .item: "a noun phrase"
        case .place: "names, widest first, like 平城区 › 永泰街道"
        case .dimension: "one of " + Dimension.allCases.map(\.rawValue).joined(separator: ", ")
        default: "text"
        }
    }

    /// The words by which tables show what the field may hold; none where it holds other things.
    private var labels: [(label: String, value: String)] {
        switch self {
        case .qualifier:
            [("确数", "exact"), ("约", "about"), ("以上", "over"), ("以下", "under"), ("区间", "range")]
        case .change: [("水平", "none"), ("增加", "increase"), ("减少", "decrease")]
        case .status: [("实际", "actual"), ("计划", "planned")]
        case .window:
            [
                ("时点数", "stock"), ("时期数", "flow"), ("本年累计", "ytd"), ("累计", "cumulative"), ("比率", "ratio"),
                ("标准", "level"), ("未定", "unknown"),
            ]
        default: []
        }
    }

    /// What the ledger holds, in the words of tables: 时点数 for `stock`.
    public func label(of value: String) -> String {
        labels.first { $0.value == value }?.label ?? value
    }

    /// What a person wrote, in the form in which the ledger holds it: `stock` for 时点数, `1020` for 1,020.
    func stored(_ text: String) -> String {
        switch self {
        case .value, .upper: Field.withoutSeparators(text)
        default: labels.first { $0.label == text }?.value ?? text
        }
    }

    /// A number without the commas between its thousands; other commas stay, and are no number.
    private static func withoutSeparators(_ text: String) -> String {
        let groups = text.split(omittingEmptySubsequences: false) { ",，".contains($0) }
        guard groups.count > 1, let last = groups.last, !(groups.first?.isEmpty ?? true), groups[0].count < 4,
            groups.dropFirst().dropLast().allSatisfy({ $0.count == 3 }),
            last.prefix(while: \.isNumber).count == 3
        else { return text }
        return groups.joined()
    }
}

extension Fact {
    /// The field as text; empty where it holds nothing.
    public subscript(field: Field) -> String {
        switch field {
        case .value: value.description
        case .upper: upper?.description ?? ""
        case .qualifier: qualifier.rawValue
        case .unit: unit
        case .item: item
        case .place: place.joined(separator: Place.separator)
        case .period: period ?? ""
        case .from: from?.description ?? ""
        case .to: to?.description ?? ""
        case .change: change.rawValue
        case .status: status.rawValue
        case .action: action ?? ""
        case .window: window.rawValue
        case .dimension: dimension.rawValue
        }
    }

    /// Sets the field from text; empty text empties a field that may be empty.
    ///
    /// - Returns: whether the field takes such text; where not, nothing is changed.
    public mutating func set(_ field: Field, to written: String) -> Bool {
        let text = field.stored(written)
        func store<Value>(_ value: Value?, in path: WritableKeyPath<Fact, Value>) -> Bool {
            guard let value else { return false }
            self[keyPath: path] = value
            return true
        }
        func storeOptional<Value>(_ value: Value?, in path: WritableKeyPath<Fact, Value?>) -> Bool {
            guard value != nil || text.isEmpty else { return false }
            self[keyPath: path] = value
            return true
        }
        return switch field {
        case .value: store(Number(text), in: \.value)
        case .upper: storeOptional(Number(text), in: \.upper)
        case .qualifier: store(Qualifier(rawValue: text), in: \.qualifier)
        case .unit: store(text, in: \.unit)
        case .item: store(text.isEmpty ? nil : text, in: \.item)
        case .place: store(Place.chain(text), in: \.place)
        case .period: storeOptional(text.isEmpty ? nil : text, in: \.period)
        case .from: storeOptional(CalendarDate(text), in: \.from)
        case .to: storeOptional(CalendarDate(text), in: \.to)
        case .change: store(Change(rawValue: text), in: \.change)
        case .status: store(Status(rawValue: text), in: \.status)
        case .action: storeOptional(text.isEmpty ? nil : text, in: \.action)
        case .window: store(Window(rawValue: text), in: \.window)
        case .dimension: store(Dimension(rawValue: text), in: \.dimension)
        }
    }
}

/// Places as text.
enum Place {
    /// Stands between the names of a chain, widest first.
    static let separator = " › "

    /// The chain that the ledger's columns hold.
    static func stored(_ text: String) -> [String] {
        guard !text.isEmpty else { return [] }
        var names: [String] = []
        var rest = text[...]
        while let range = rest.firstRange(of: separator) {
            names.append(String(rest[..<range.lowerBound]))
            rest = rest[range.upperBound...]
        }
        names.append(String(rest))
        return names
    }

    /// The chain that a text writes with `›`, `>` or `/` between the names.
    static func chain(_ text: String) -> [String] {
        text.split(whereSeparator: { "›>/".contains($0) }).compactMap { name in
            let trimmed = name.trimming { $0 == " " || $0 == "\u{3000}" }
            return trimmed.isEmpty ? nil : String(trimmed)
        }
    }
}

/// The fields that a person corrected, as the extractor had read them, as one column.
enum AsRead {
    static func text(_ fields: [Field: String]) throws -> String? {
        guard !fields.isEmpty else { return nil }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let named = Dictionary(uniqueKeysWithValues: fields.map { ($0.key.rawValue, $0.value) })
        return String(decoding: try encoder.encode(named), as: UTF8.self)
    }

    static func fields(_ text: String?) -> [Field: String] {
        guard let text, let named = try? JSONDecoder().decode([String: String].self, from: Data(text.utf8)) else {
            return [:]
        }
        return Dictionary(
            uniqueKeysWithValues: named.compactMap { name, value in
                Field(rawValue: name).map { ($0, value) }
            })
    }
}

extension Substring {
    func trimming(where isPadding: (Character) -> Bool) -> Substring {
        var rest = drop(while: isPadding)
        while let last = rest.last, isPadding(last) { rest.removeLast() }
        return rest
    }
}
