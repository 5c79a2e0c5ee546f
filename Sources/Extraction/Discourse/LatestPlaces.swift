import Places

/// The last place of each level that an article was about.
struct LatestPlaces {
    private var nodes = Array(repeating: PlaceNode.none, count: PlaceLevel.allCases.count)

    subscript(level: PlaceLevel) -> PlaceNode? {
        get {
            let node = nodes[Int(level.rawValue)]
            return node == .none ? nil : node
        }
        set { nodes[Int(level.rawValue)] = newValue ?? .none }
    }

    mutating func removeAll() {
        for index in nodes.indices { nodes[index] = .none }
    }
}
