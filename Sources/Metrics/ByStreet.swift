/// One value for each street, of which most are alike: of most series most streets say nothing. Only the values of the
/// others are kept, so that thousands of series of hundreds of streets take no more room than what was reported.
public struct ByStreet<Value: Sendable>: Sendable {
    /// How many streets there are.
    public let count: Int
    /// What stands at the streets that have no value of their own.
    private let silent: Value
    /// The streets that have a value of their own, in order.
    public private(set) var kept: [Int] = []
    /// The values of those streets, in the same order.
    public private(set) var keptValues: [Value] = []

    /// The same value for all streets.
    public init(repeating silent: Value, count: Int) {
        self.silent = silent
        self.count = count
    }

    /// Whether the street has a value of its own.
    public func keeps(_ street: Int) -> Bool { place(of: street).isKept }

    /// Every value turned into another, that of the silent streets once.
    public func mapped<Other: Sendable>(_ transform: (Value) -> Other) -> ByStreet<Other> {
        var other = ByStreet<Other>(repeating: transform(silent), count: count)
        other.kept = kept
        other.keptValues = keptValues.map(transform)
        return other
    }

    /// Where the street stands among those kept, or would stand.
    private func place(of street: Int) -> (index: Int, isKept: Bool) {
        var (low, high) = (0, kept.count)
        while low < high {
            let middle = (low + high) / 2
            if kept[middle] < street { low = middle + 1 } else { high = middle }
        }
        return (low, low < kept.count && kept[low] == street)
    }
}

extension ByStreet: RandomAccessCollection {
    public var startIndex: Int { 0 }
    public var endIndex: Int { count }

    /// The value of a street; one that is set is kept.
    public subscript(street: Int) -> Value {
        get {
            let (index, isKept) = place(of: street)
            return isKept ? keptValues[index] : silent
        }
        set {
            let (index, isKept) = place(of: street)
            if isKept {
                keptValues[index] = newValue
            } else {
                kept.insert(street, at: index)
                keptValues.insert(newValue, at: index)
            }
        }
    }
}
