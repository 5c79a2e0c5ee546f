/// Blocks as bytes: a version, the number of facts, then each column as the smallest value of it and the differences from
/// that in as few bytes each (0, 1, 2, 4 or 8) as hold them all, least significant first.
extension ObservationBlock {
    private static let formatVersion: UInt8 = 1

    var packed: [UInt8] {
        var bytes: [UInt8] = [Self.formatVersion]
        Self.append(UInt64(count), width: 4, to: &bytes)
        for column in columns {
            let base = column.min() ?? 0
            let widest = column.reduce(UInt64(0)) { $0 | UInt64(bitPattern: $1 &- base) }
            let width = Self.width(of: widest)
            bytes.append(UInt8(width))
            Self.append(UInt64(bitPattern: base), width: 8, to: &bytes)
            for value in column { Self.append(UInt64(bitPattern: value &- base), width: width, to: &bytes) }
        }
        return bytes
    }

    /// The block that the bytes hold, or `nil` where they hold none.
    init?(packed bytes: [UInt8]) {
        guard let packed = PackedObservations(bytes) else { return nil }
        self.init(columns: Column.allCases.map(packed.column))
    }

    private static func width(of value: UInt64) -> Int {
        switch value {
        case 0: 0
        case ..<0x100: 1
        case ..<0x1_0000: 2
        case ..<0x1_0000_0000: 4
        default: 8
        }
    }

    private static func append(_ value: UInt64, width: Int, to bytes: inout [UInt8]) {
        for index in 0..<width { bytes.append(UInt8(truncatingIfNeeded: value >> (8 * UInt64(index)))) }
    }
}

/// Facts that count, packed: only the columns that are asked for are unpacked.
public struct PackedObservations: Sendable {
    private static let formatVersion: UInt8 = 1

    /// The number of facts.
    public let count: Int
    private let bytes: [UInt8]
    private let columns: [(position: Int, width: Int, base: Int64)]

    /// `nil` where the bytes hold no block.
    init?(_ bytes: [UInt8]) {
        let span = bytes.span
        guard span.count >= 5, span[0] == Self.formatVersion else { return nil }
        let count = Int(Self.load(span, at: 1, width: 4))
        var position = 5
        var columns: [(position: Int, width: Int, base: Int64)] = []
        for _ in ObservationBlock.Column.allCases {
            guard position + 9 <= span.count else { return nil }
            let width = Int(span[position])
            let base = Int64(bitPattern: Self.load(span, at: position + 1, width: 8))
            position += 9
            guard [0, 1, 2, 4, 8].contains(width), position + count * width <= span.count else { return nil }
            columns.append((position, width, base))
            position += count * width
        }
        guard position == span.count else { return nil }
        self.count = count
        self.bytes = bytes
        self.columns = columns
    }

    /// The facts with all their columns.
    public var block: ObservationBlock {
        ObservationBlock(columns: ObservationBlock.Column.allCases.map(column))
    }

    /// Whether every value of the column is this one, which costs nothing to know.
    public func isConstant(_ column: ObservationBlock.Column, _ value: Int64) -> Bool {
        let (_, width, base) = columns[column.rawValue]
        return width == 0 && base == value
    }

    /// The values of a column.
    public func column(_ column: ObservationBlock.Column) -> [Int64] {
        let (position, width, base) = columns[column.rawValue]
        let span = bytes.span
        // One loop for each width, so that the compiler knows it.
        return switch width {
        case 0: [Int64](repeating: base, count: count)
        case 1: (0..<count).map { base &+ Int64(span[position + $0]) }
        case 2: (0..<count).map { base &+ Int64(bitPattern: Self.load(span, at: position + 2 * $0, width: 2)) }
        case 4: (0..<count).map { base &+ Int64(bitPattern: Self.load(span, at: position + 4 * $0, width: 4)) }
        default: (0..<count).map { base &+ Int64(bitPattern: Self.load(span, at: position + 8 * $0, width: 8)) }
        }
    }

    @inline(__always)
    private static func load(_ bytes: Span<UInt8>, at position: Int, width: Int) -> UInt64 {
        var value: UInt64 = 0
        for index in 0..<width { value |= UInt64(bytes[position + index]) << (8 * UInt64(index)) }
        return value
    }
}
