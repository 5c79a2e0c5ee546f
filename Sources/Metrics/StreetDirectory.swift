/// The streets of a district in the gazetteer's order, and where a chain of names stands among them.
public struct StreetDirectory: Sendable {
    public struct Street: Sendable, Hashable {
        public let name: String
        /// Division code; empty where the gazetteer has none.
        public let code: String
        /// How many communities the street has; `nil` where the gazetteer does not tell.
        public let communities: Int?

        public init(name: String, code: String = "", communities: Int? = nil) {
            self.name = name
            self.code = code
            self.communities = communities
        }
    }

    public let district: String
    public let streets: [Street]
    private let positions: [String: Int]

    public init(district: String, streets: [Street]) {
        self.district = district
        self.streets = streets
        positions = Dictionary(
            streets.enumerated().map { ($0.element.name, $0.offset) }, uniquingKeysWith: { first, _ in first })
    }

    /// Where a figure belongs.
    public enum Location: Sendable, Hashable {
        case district
        /// A street by its position, or a place within it by its names, widest first.
        case street(Int, within: [String])
        /// One string that joins several places: it belongs to none of them alone.
        case joined([String])
        /// Outside the district, or within it on no known street.
        case elsewhere([String])
    }

    /// Where the place of a fact, widest first, stands. An empty chain stands elsewhere: nobody is known to have reported.
    public func location(of chain: [String]) -> Location {
        guard let last = chain.last else { return .elsewhere([]) }
        if StreetDirectory.joinsPlaces(last) { return .joined(chain) }
        if let index = chain.firstIndex(where: { positions[$0] != nil }), let street = positions[chain[index]] {
            // 新华街道 exists in dozens of cities: a chain that names another county is not ours.
            let isOurs = index == 0 || chain[..<index].contains(district)
            return isOurs ? .street(street, within: Array(chain[(index + 1)...])) : .elsewhere(chain)
        }
        return last == district ? .district : .elsewhere(chain)
    }

    private static func joinsPlaces(_ name: String) -> Bool {
        if name.contains("、") || name.contains("，") { return true }
        let suffixes = ["社区", "街道", "小区", "村", "镇", "乡", "区", "县", "市"]
        for (index, character) in zip(name.indices, name) where "和与及".contains(character) {
            let left = name[..<index]
            let right = name[name.index(after: index)...]
            if suffixes.contains(where: left.hasSuffix), suffixes.contains(where: right.hasSuffix) { return true }
        }
        return false
    }
}
