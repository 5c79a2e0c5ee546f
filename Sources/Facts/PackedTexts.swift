/// Texts one behind the other, without the room that strings of their own would take. One that is given twice in
/// succession, as the sentence of several facts is, is kept once.
struct PackedTexts: Sendable {
    /// Where a text lies.
    struct Place: BitwiseCopyable, Sendable {
        fileprivate(set) var start: Int64 = 0
        fileprivate(set) var count: Int32 = 0
    }

    fileprivate let spool: Spool
    private var last: (text: String, place: Place)?

    /// - Parameter spool: where the texts are laid, others perhaps among them
    init(on spool: Spool = Spool()) {
        self.spool = spool
    }

    /// Keeps the text and gives its place.
    mutating func append(_ text: String) -> Place {
        if let last, last.text == text, last.text.utf8.count == text.utf8.count { return last.place }
        let place = Place(start: Int64(spool.append(text.utf8)), count: Int32(text.utf8.count))
        last = (text, place)
        return place
    }

    subscript(place: Place) -> String { spool.text(at: Int(place.start), count: Int(place.count)) }

    /// Two texts, which are read together where the second follows upon the first.
    func texts(_ first: Place, _ second: Place) -> (String, String) {
        guard first.start + Int64(first.count) == second.start else { return (self[first], self[second]) }
        let both = spool.text(at: Int(first.start), count: Int(first.count) + Int(second.count))
        let end = both.utf8.index(both.startIndex, offsetBy: Int(first.count))
        return (String(both[..<end]), String(both[end...]))
    }
}

/// A text that lies with others, out of the way until it is asked for.
public struct PackedText: Sendable, Hashable {
    private let spool: Spool
    private let place: PackedTexts.Place

    fileprivate init(_ place: PackedTexts.Place, on spool: Spool) {
        (self.spool, self.place) = (spool, place)
    }

    public var string: String { spool.text(at: Int(place.start), count: Int(place.count)) }

    public static func == (left: PackedText, right: PackedText) -> Bool { left.string == right.string }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(string)
    }
}

/// Where texts are laid that are seldom looked at: the bulletins behind a report.
public struct TextStore: Sendable {
    private var texts = PackedTexts()

    public init() {}

    /// Keeps the text.
    public mutating func text(_ text: String) -> PackedText {
        PackedText(texts.append(text), on: texts.spool)
    }
}

/// Values that come again and again, each kept once and known by its number.
struct Interner<Value: Hashable & Sendable>: Sendable {
    /// The values in the order in which they first came.
    private(set) var values: [Value] = []
    private var numbers: [Value: Int32] = [:]
    /// The number of the value that came last: neighbours are often alike.
    private var last: Int32 = 0

    /// The number of the value, from 0.
    mutating func number(of value: Value) -> Int32 {
        if Int(last) < values.count, values[Int(last)] == value { return last }
        if let known = numbers[value] {
            last = known
            return known
        }
        last = Int32(values.count)
        values.append(value)
        numbers[value] = last
        return last
    }

    subscript(number: Int32) -> Value { values[Int(number)] }
}
