/// The rows of a table, held or made one by one as they are asked for, so that a ledger of a million rows need not be in
/// memory to be written.
public struct Rows: Sequence, Sendable {
    public let count: Int
    private let makeRow: @Sendable (Int) -> Row

    /// Rows made on demand. `row` must give the same row for the same position each time: writers read tables more than
    /// once and in order.
    public init(count: Int, row: @escaping @Sendable (Int) -> Row) {
        self.count = count
        self.makeRow = row
    }

    /// Rows that cost something to make: no more than so many are made once and held, for writers look at short tables again
    /// and again; more are made on demand.
    public init(count: Int, heldUpTo most: Int, row: @escaping @Sendable (Int) -> Row) {
        if count > most {
            self.init(count: count, row: row)
        } else {
            self.init((0..<count).map(row))
        }
    }

    public init(_ rows: [Row]) {
        self.init(count: rows.count) { rows[$0] }
    }

    public var isEmpty: Bool { count == 0 }

    /// The row at a position from 0 up to `count`.
    public subscript(position: Int) -> Row { makeRow(position) }

    public func makeIterator() -> Iterator { Iterator(rows: self) }
    public var underestimatedCount: Int { count }

    public struct Iterator: IteratorProtocol {
        let rows: Rows
        var position = 0

        public mutating func next() -> Row? {
            guard position < rows.count else { return nil }
            defer { position += 1 }
            return rows[position]
        }
    }
}

extension Rows: ExpressibleByArrayLiteral {
    public init(arrayLiteral rows: Row...) { self.init(rows) }
}

extension Rows: Hashable {
    public static func == (left: Rows, right: Rows) -> Bool {
        left.count == right.count && left.elementsEqual(right)
    }

    public func hash(into hasher: inout Hasher) {
        for row in self { hasher.combine(row) }
    }
}
