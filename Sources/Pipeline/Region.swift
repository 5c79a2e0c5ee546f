internal import Places

/// The place that statistics are about.
enum Region {
    /// The place that a person names: 平城区, 大同市平城区, 140213. Of several places of one name the one that lies in the
    /// others named is meant, else the one whose parts the facts name most, else the widest and first of the table.
    static func place(named name: String, in gazetteer: Gazetteer, places: some Sequence<[String]>) -> PlaceID? {
        if let place = gazetteer.place(code: name) { return place }
        let resolver = PlaceResolver(recognizer: PlaceRecognizer(gazetteer: gazetteer), region: name)
        if let place = resolver.place(of: resolver.region) { return place }
        let candidates = gazetteer.places(named: name)
        guard candidates.count > 1 else { return candidates.first }
        var named: [String: Int] = [:]
        for place in places.lazy.flatMap(\.self) { named[place, default: 0] += 1 }
        let counts = candidates.map { candidate in
            gazetteer.children(of: candidate).reduce(0) { $0 + (named[gazetteer.name(of: $1)] ?? 0) }
        }
        let best = zip(candidates, counts).max { ($0.1, $1.0) < ($1.1, $0.0) }
        return best?.0
    }

    /// The places to be compared within a region: a district's streets; of a wider place the next narrower places.
    static func parts(of region: PlaceID?, named name: String, in gazetteer: Gazetteer) -> [PlaceID] {
        guard let region else {
            return name == "全国" ? gazetteer.places.filter { gazetteer.level(of: $0) == .province } : []
        }
        let children = gazetteer.children(of: region)
        let streets = children.filter { gazetteer.level(of: $0) == .street }
        return streets.isEmpty ? children : streets
    }

    /// The district that the most facts belong to, among those whose streets the gazetteer knows.
    static func namedMost(in places: some Sequence<[String]>, gazetteer: Gazetteer) -> PlaceID? {
        var counts: [PlaceID: Int] = [:]
        var known: [String: PlaceID?] = [:]
        for name in places.lazy.flatMap(\.self) {
            let place =
                known[name]
                ?? gazetteer.places(named: name).first { place in
                    gazetteer.level(of: place) == .county && !gazetteer.children(of: place).isEmpty
                }
            known[name] = .some(place)
            if let place { counts[place, default: 0] += 1 }
        }
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }

    /// The parts of that full or short name, or of that code; failing these, those whose names begin so (永泰 for 永泰街道,
    /// where the table of places gives it no short name). More than one where the name does not tell them apart.
    static func parts(_ parts: [PlaceID], named name: String, in gazetteer: Gazetteer) -> [PlaceID] {
        let named = gazetteer.places(named: name)
        let exact = parts.filter { named.contains($0) || gazetteer.code(of: $0) == name }
        guard exact.isEmpty, !name.isEmpty else { return exact }
        return parts.filter { gazetteer.name(of: $0).hasPrefix(name) }
    }
}
