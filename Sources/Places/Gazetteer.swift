internal import Scanning

/// A place of a gazetteer: a number that is valid in the gazetteer that gave it.
public struct PlaceID: Sendable, Hashable, Comparable {
    let index: Int32

    init(_ index: Int32) {
        self.index = index
    }

    /// Places compare in the gazetteer's order.
    public static func < (left: PlaceID, right: PlaceID) -> Bool {
        left.index < right.index
    }
}

/// Places with their codes, levels and parents, in the order of their table.
///
/// The built-in gazetteer holds the provinces, prefectures and counties of China, the streets of 平城区, and countries,
/// states and well-known cities abroad; an office's own table, or the published table of all streets (41,000) or communities (600,000), extends it:
///
/// ```swift
/// let gazetteer = try Gazetteer(extending: .builtIn, with: bytesOfFile)
/// let street = gazetteer.places(named: "永泰街道").first
/// ```
public struct Gazetteer: Sendable {
    /// All names and codes, each place's slice of it in `names` and `codes`.
    var index: NameIndex
    var names: [Slice] = []
    var codes: [Slice] = []
    var parents: [Int32] = []
    var levels: [PlaceLevel] = []
    private(set) var firstChildren: [Int32] = []
    private(set) var nextSiblings: [Int32] = []

    struct Slice: Sendable {
        var offset: UInt32
        var length: UInt16
    }

    /// A gazetteer without places, with room for so many.
    init(capacity: Int) {
        index = NameIndex(capacity: capacity * 2)
    }

    /// The number of places.
    public var count: Int { names.count }

    /// All places in the gazetteer's order.
    public var places: some RandomAccessCollection<PlaceID> & Sendable {
        (0..<Int32(names.count)).lazy.map { PlaceID($0) }
    }

    /// The full name: 平城区.
    public func name(of place: PlaceID) -> String {
        text(names[Int(place.index)])
    }

    /// The division code, 140213; empty where the table gives none.
    public func code(of place: PlaceID) -> String {
        text(codes[Int(place.index)])
    }

    /// The place's rank.
    public func level(of place: PlaceID) -> PlaceLevel {
        levels[Int(place.index)]
    }

    /// The next wider place that the table gives.
    public func parent(of place: PlaceID) -> PlaceID? {
        let parent = parents[Int(place.index)]
        return parent < 0 ? nil : PlaceID(parent)
    }

    /// The places directly below, in the gazetteer's order.
    public func children(of place: PlaceID) -> [PlaceID] {
        var children: [PlaceID] = []
        var child = firstChildren[Int(place.index)]
        while child >= 0 {
            children.append(PlaceID(child))
            child = nextSiblings[Int(child)]
        }
        return children
    }

    /// Whether a place lies in another, at any depth; a place lies in itself.
    public func isPlace(_ place: PlaceID, in wider: PlaceID) -> Bool {
        var current = place.index
        while current >= 0 {
            if current == wider.index { return true }
            current = parents[Int(current)]
        }
        return false
    }

    /// Whether a place lies in another country, or is one.
    ///
    /// The chains of China's divisions begin with their province, and 中国 is no country abroad where a table lists it.
    public func isAbroad(_ place: PlaceID) -> Bool {
        var current = place.index
        while parents[Int(current)] >= 0 { current = parents[Int(current)] }
        return levels[Int(current)] == .country && name(of: PlaceID(current)) != "中国"
    }

    /// The full names from the widest place down to this one: 山西省, 大同市, 平城区.
    public func chain(of place: PlaceID) -> [String] {
        var chain: [String] = []
        var current: PlaceID? = place
        while let place = current {
            chain.append(name(of: place))
            current = parent(of: place)
        }
        return chain.reversed()
    }

    /// The place that alone bears the name of an entry; `nil` where several do.
    func onlyPlace(ofEntry entry: Int) -> PlaceID? {
        index.entries[entry].next < 0 ? PlaceID(index.entries[entry].place) : nil
    }

    /// The places of exactly this full or short name, the wider and earlier first.
    public func places(named name: String) -> [PlaceID] {
        let bytes = Array(name.utf8)
        guard let entry = index.entry(named: bytes.span, 0, bytes.count) else { return [] }
        return places(ofEntry: entry)
    }

    /// The place of a division code.
    public func place(code: String) -> PlaceID? {
        places.first { self.code(of: $0) == code }
    }

    /// The places that share an entry's name, the widest first, then in the gazetteer's order.
    func places(ofEntry entry: Int) -> [PlaceID] {
        // Nearly every name has one place.
        if index.entries[entry].next < 0 { return [PlaceID(index.entries[entry].place)] }
        var places: [PlaceID] = []
        var current = entry
        while current >= 0 {
            places.append(PlaceID(index.entries[current].place))
            current = Int(index.entries[current].next)
        }
        // Captured alone: the closure would hold, and count, all that a gazetteer consists of.
        let levels = levels
        return places.sorted { (levels[Int($0.index)], $0.index) < (levels[Int($1.index)], $1.index) }
    }

    func text(_ slice: Slice) -> String {
        let start = Int(slice.offset)
        return String(decoding: index.text[start..<start + Int(slice.length)], as: UTF8.self)
    }

    /// Links parents to children once all places are there.
    mutating func linkChildren() {
        firstChildren = Array(repeating: -1, count: count)
        nextSiblings = Array(repeating: -1, count: count)
        for place in stride(from: count - 1, through: 0, by: -1) {
            let parent = Int(parents[place])
            guard parent >= 0 else { continue }
            nextSiblings[place] = firstChildren[parent]
            firstChildren[parent] = Int32(place)
        }
    }
}

extension Gazetteer {
    /// The places that come with the toolkit; read on first use, in a few milliseconds.
    public static let builtIn: Gazetteer = {
        // Tests read the table; a fault in it cannot reach a user.
        let own = (try? Gazetteer(with: BuiltInTable.places.bytes)) ?? Gazetteer(capacity: 0)
        return (try? Gazetteer(extending: own, with: BuiltInTable.foreignPlaces.bytes)) ?? own
    }()
}
