/// A place of a document, with the places that it lies in: a number that is valid in the resolver that gave it.
public struct PlaceNode: Sendable, Hashable {
    @usableFromInline let index: Int32

    @inlinable
    init(index: Int32) { self.index = index }

    /// No place.
    @inlinable
    public static var none: PlaceNode { PlaceNode(index: -1) }
}

/// Puts the mentions of one document into chains: 光熙苑社区 → 平城区 › 永泰街道 › 光熙苑社区.
///
/// A chain begins at the region given for the document, or else at the widest place that the text names. Repetition
/// costs nothing: a name once resolved is found again by its hash, and the strings are made when `names(of:)` asks.
///
/// ```swift
/// var resolver = PlaceResolver(recognizer: recognizer, region: "平城区")
/// var current = resolver.region                     // the discourse's place; the caller moves it on
/// var node = PlaceNode.none
/// for mention in mentions {                          // in the order of the text
///     node = resolver.resolve(mention, after: node, within: current, in: bytes.span)
/// }
/// resolver.names(of: node)                           // ["平城区", "永泰街道", "光熙苑社区"]
/// ```
public struct PlaceResolver: Sendable {
    /// The place that the whole document is about; `none` where no region was given.
    public private(set) var region: PlaceNode = .none

    private let recognizer: PlaceRecognizer
    // What the discourse asks for hundreds of thousands of times a year of news is inlined there.
    @usableFromInline var nodes: [Node] = []
    /// Nodes by parent and name.
    private var children = NodeTable()
    /// The last node of a name, whatever its parent.
    private var named = NodeTable()
    /// Nodes of places of the gazetteer.
    private var listed = NodeTable()
    /// Those places.
    private var listedPlaces: [PlaceID] = []
    /// Of 高新区 and 经开区 the one that the text has named last with its city.
    private var ownZones: [(kind: String, node: PlaceNode)] = []

    @usableFromInline
    struct Node: Sendable {
        @usableFromInline var parent: Int32
        @usableFromInline var level: PlaceLevel
        var place: PlaceID?
        var name: String
        /// Whether things are held there, and it is no division: 铁匠沟游园.
        @usableFromInline var isVenue = false
    }

    /// - Parameter region: the place of the whole document as written in a manifest or option (平城区, 大同市平城区), empty
    ///   for none. 全国 is a region that no chain begins with.
    public init(recognizer: PlaceRecognizer, region: String = "") {
        self.recognizer = recognizer
        guard !region.isEmpty else { return }
        let bytes = Array(region.utf8)
        var node = PlaceNode.none
        for mention in recognizer.mentions(in: region) where mention.link != .lists {
            node = resolve(mention, after: node, within: node, in: bytes.span)
        }
        if node == .none {
            // A name that only a region may have: 和平 without its 区, 全国, an office's own.
            let place = recognizer.gazetteer.places(named: region).first
            // 高新区: a zone that runs itself is to its bulletins what a district is.
            let own = recognizer.words.level(ofName: region).map { min($0, .county) } ?? .country
            let level = place.map { recognizer.gazetteer.level(of: $0) } ?? own
            node = add(
                region, level: level, place: place, parent: .none,
                hash: recognizer.gazetteer.index.hash(of: bytes.span, 0, bytes.count))
        }
        self.region = node
    }

    /// The node of a mention.
    ///
    /// - Parameters:
    ///   - previous: the node of the mention before it, which a mention that narrows or lists goes on from.
    ///   - context: the place that the text is about here, `region` at first; an unknown name lies in it, and of several
    ///     places of one name the one in it or next to it is meant.
    ///   - bytes: the bytes in which the mention was found.
    public mutating func resolve(
        _ mention: PlaceMention, after previous: PlaceNode = .none, within context: PlaceNode, in bytes: Span<UInt8>
    ) -> PlaceNode {
        let context = context == .none ? region : context
        var outer = context
        switch mention.link {
        case .narrows where previous != .none: outer = previous
        case .lists where previous != .none: outer = parent(of: previous)
        default: break
        }
        if isRegion(mention, in: bytes) { return region }
        if mention.link != .narrows, let zone = ownZone(of: mention, in: bytes) { return zone }
        let hash = hash(of: mention, in: bytes)
        if mention.link != .narrows, let known = named.node(hash.value),
            isNear(known, outer) || mention.form == .unlisted && isGuest(PlaceNode(index: known), in: outer)
        {
            return PlaceNode(index: known)
        }
        let isInside = mention.link == .narrows
        let place =
            if mention.entry >= 0, let only = recognizer.gazetteer.onlyPlace(ofEntry: Int(mention.entry)) {
                // Nearly always, and without an array of one.
                pick(CollectionOfOne(only), of: mention, outer: outer, context: context, isInside: isInside)
            } else {
                pick(
                    candidates(of: mention, in: bytes), of: mention, outer: outer, context: context, isInside: isInside)
            }
        if let place { return node(of: place, outer: isInside ? outer : .none) }
        // 永安街街道云谷科创园: what is named right behind a place that may hold it lies there.
        if !(isInside && previous != .none && mention.level.mayLie(in: level(of: outer))) {
            outer = wider(outer, than: mention.level)
        }
        if let known = children.node(hash.value, outer.index) { return PlaceNode(index: known) }
        let node = add(name(of: mention, in: bytes), level: mention.level, place: nil, parent: outer, hash: hash)
        noteOwnZone(node, suffix: mention.suffix)
        if mention.suffix >= 0, recognizer.words.suffixes[Int(mention.suffix)].isVenue {
            nodes[Int(node.index)].isVenue = true
        }
        return node
    }

    /// 成都高新区 in a bulletin of 高新区: the zone of the region, called with its city.
    private func isRegion(_ mention: PlaceMention, in bytes: Span<UInt8>) -> Bool {
        guard mention.level == .zone, mention.suffix >= 0, place(of: region) == nil, region != .none else {
            return false
        }
        let name = nodes[Int(region.index)].name
        guard recognizer.words.suffixes[Int(mention.suffix)].standard.elementsEqual(name.utf8) else { return false }
        return recognizer.gazetteer.index.entry(named: bytes, mention.name.lowerBound, mention.name.upperBound) != nil
    }

    /// 经开区 where the text has named 西安经开区: the zone of the city, called without it.
    private func ownZone(of mention: PlaceMention, in bytes: Span<UInt8>) -> PlaceNode? {
        guard mention.level == .zone, mention.entry < 0, mention.suffix < 0 else { return nil }
        let name = nameBytes(of: mention, in: bytes)
        return ownZones.last { String(decoding: name, as: UTF8.self) == $0.kind }?.node
    }

    /// Notes the zone of a city that its short name and its kind call: 西安|经开区.
    private mutating func noteOwnZone(_ node: PlaceNode, suffix: Int8) {
        guard suffix >= 0, recognizer.words.suffixes[Int(suffix)].isOwnName else { return }
        let kind = String(decoding: recognizer.words.suffixes[Int(suffix)].standard, as: UTF8.self)
        if let known = ownZones.firstIndex(where: { $0.kind == kind }) {
            ownZones[known].node = node
        } else {
            ownZones.append((kind, node))
        }
    }

    /// The node of several places that share one figure, named as one: 麻峪社区、麻峪北社区.
    ///
    /// It lies in what they all lie in, and belongs to none of them alone.
    ///
    /// - Parameter written: the list as the text writes it, where that is its name; else their full names are.
    public mutating func join(_ members: [PlaceNode], written: String? = nil, in outer: PlaceNode? = nil) -> PlaceNode {
        guard let first = members.first, members.count > 1 else { return members.first ?? .none }
        let name = written ?? members.map { nodes[Int($0.index)].name }.joined(separator: "、")
        let bytes = Array(name.utf8)
        let hash = recognizer.gazetteer.index.hash(of: bytes.span, 0, bytes.count)
        let parent = outer ?? parent(of: first)
        if let known = children.node(hash.value, parent.index) { return PlaceNode(index: known) }
        return add(name, level: level(of: first), place: nil, parent: parent, hash: hash)
    }

    /// The narrowest place that holds several; `none` where no named place does.
    public func whole(of members: [PlaceNode]) -> PlaceNode {
        guard let first = members.first else { return .none }
        var outer = parent(of: first)
        while outer != .none, !members.allSatisfy({ $0 != outer && isNode($0.index, in: outer.index) }) {
            outer = parent(of: outer)
        }
        return outer
    }

    /// The node of a part of a place that is called by its direction: 新疆北部.
    public mutating func part(_ name: String, of whole: PlaceNode) -> PlaceNode {
        let bytes = Array(name.utf8)
        let hash = recognizer.gazetteer.index.hash(of: bytes.span, 0, bytes.count)
        if let known = children.node(hash.value, whole.index) { return PlaceNode(index: known) }
        return add(name, level: level(of: whole), place: nil, parent: whole, hash: hash)
    }

    /// The node of 全国, of which a bulletin of any place may tell in passing.
    public mutating func country() -> PlaceNode {
        let bytes = Array("全国".utf8)
        let hash = recognizer.gazetteer.index.hash(of: bytes.span, 0, bytes.count)
        if let known = children.node(hash.value, PlaceNode.none.index) { return PlaceNode(index: known) }
        return add("全国", level: .country, place: nil, parent: .none, hash: hash)
    }

    /// The names of the chain, the widest first; empty for `none`.
    public func names(of node: PlaceNode) -> [String] {
        var names: [String] = []
        // A chain has hardly more: the array need not grow.
        if node.index >= 0 { names.reserveCapacity(4) }
        var current = node.index
        while current >= 0 {
            names.append(nodes[Int(current)].name)
            current = nodes[Int(current)].parent
        }
        names.reverse()
        return names
    }

    /// The rank of a node; `country` for `none`.
    @inlinable
    public func level(of node: PlaceNode) -> PlaceLevel {
        node.index < 0 ? .country : nodes[Int(node.index)].level
    }

    /// Whether a node is a park or shopping quarter, which lies beside communities and is none.
    @inlinable
    public func isVenue(_ node: PlaceNode) -> Bool { node.index >= 0 && nodes[Int(node.index)].isVenue }

    /// The next wider node of the chain; `none` for the first.
    @inlinable
    public func parent(of node: PlaceNode) -> PlaceNode {
        node.index < 0 ? .none : PlaceNode(index: nodes[Int(node.index)].parent)
    }

    /// The county that a street or community lies in, or else what the text knows it to lie in.
    public func holder(of node: PlaceNode) -> PlaceNode {
        var outer = node
        while outer != .none, level(of: outer) > .county { outer = parent(of: outer) }
        return outer == .none ? region : outer
    }

    /// The place of the gazetteer, where it lists one.
    public func place(of node: PlaceNode) -> PlaceID? {
        node.index < 0 ? nil : nodes[Int(node.index)].place
    }

    /// Whether a place of the gazetteer lies in the place of a node, or that one in it.
    public func isRelated(_ place: PlaceID, to node: PlaceNode) -> Bool {
        guard let own = listedPlace(of: node) else { return false }
        return recognizer.gazetteer.isPlace(place, in: own) || recognizer.gazetteer.isPlace(own, in: place)
    }

    /// Whether a node is wider than the region given for the document and holds it: 成都市 for 武侯区.
    public func isAround(_ node: PlaceNode) -> Bool {
        guard node != .none, node != region, let place = place(of: node), let own = listedPlace(of: region) else {
            // 成都 in a bulletin of 高新区, whose city no table tells
            return self.place(of: node) != nil && region != .none && place(of: region) == nil
                && level(of: region) >= .county && level(of: node) < .county
        }
        return recognizer.gazetteer.isPlace(own, in: place)
    }

    /// Whether one of the places that a mention may mean is the region given for the document or lies in it; all do where
    /// no listed region was given.
    public func mayLieInRegion(_ mention: PlaceMention) -> Bool {
        guard mention.entry >= 0 else { return true }
        guard let own = listedPlace(of: region) else { return level(of: region) < .county }
        return recognizer.gazetteer.places(ofEntry: Int(mention.entry)).contains {
            recognizer.gazetteer.isPlace($0, in: own)
        }
    }

    /// Whether one of the counties that a mention may mean is the region given for the document, lies in it, or in the city
    /// that it is a part of.
    public func isBesideRegion(_ mention: PlaceMention) -> Bool {
        guard mention.entry >= 0, let own = listedPlace(of: region), level(of: region) >= .prefecture else {
            return false
        }
        var city = own
        while recognizer.gazetteer.level(of: city) > .prefecture, let wider = recognizer.gazetteer.parent(of: city) {
            city = wider
        }
        return recognizer.gazetteer.places(ofEntry: Int(mention.entry)).contains {
            recognizer.gazetteer.isPlace($0, in: city)
        }
    }

    /// Whether a name without its suffix is that of a city in which the region lies: 西安|社区 in a bulletin of 雁塔区.
    public func isNameAround(_ name: Range<Int>, in bytes: Span<UInt8>) -> Bool {
        guard let own = listedPlace(of: region),
            let entry = recognizer.gazetteer.index.entry(named: bytes, name.lowerBound, name.upperBound)
        else { return false }
        return recognizer.gazetteer.places(ofEntry: entry).contains {
            recognizer.gazetteer.level(of: $0) <= .prefecture && recognizer.gazetteer.isPlace(own, in: $0)
        }
    }

    /// Whether a name without its suffix is the short one of the region given for the document.
    public func isNameOfRegion(_ name: Range<Int>, in bytes: Span<UInt8>) -> Bool {
        guard let own = listedPlace(of: region),
            let entry = recognizer.gazetteer.index.entry(named: bytes, name.lowerBound, name.upperBound)
        else { return false }
        return recognizer.gazetteer.places(ofEntry: entry).contains(own)
    }

    /// The node of the listed place of a level in which a node lies: the province for 我省 in a text about a district.
    public mutating func listedAncestor(of node: PlaceNode, at level: PlaceLevel) -> PlaceNode? {
        var place = listedPlace(of: node)
        while let current = place, recognizer.gazetteer.level(of: current) > level {
            place = recognizer.gazetteer.parent(of: current)
        }
        guard let place, recognizer.gazetteer.level(of: place) == level else { return nil }
        return self.node(of: place, outer: .none)
    }

    /// Puts a place that no gazetteer lists where the text says that it lies: 福安里社区隶属平城区永泰街道.
    ///
    /// - Returns: whether it was put there; not where either is listed elsewhere or the outer place is no wider.
    @discardableResult
    public mutating func place(_ node: PlaceNode, in outer: PlaceNode) -> Bool {
        guard node != .none, outer != .none, node != outer, place(of: node) == nil,
            level(of: node).mayLie(in: level(of: outer))
        else { return false }
        // A zone and a street may lie in each other; where one is told to, the other cannot be told so too.
        guard !isNode(outer.index, in: node.index) else { return false }
        let known = parent(of: node)
        guard known != outer, isNode(outer.index, in: known.index) || known == .none else { return false }
        nodes[Int(node.index)].parent = outer.index
        return true
    }

    // MARK: Names

    private func hash(of mention: PlaceMention, in bytes: Span<UInt8>) -> NameHash {
        var hash = recognizer.gazetteer.index.hash(of: bytes, mention.name.lowerBound, mention.name.upperBound)
        guard mention.suffix >= 0 else { return hash }
        let standard = recognizer.words.suffixes[Int(mention.suffix)].standard
        var position = 0
        while position < standard.count {
            let (scalar, width) = standard.span.scalar(at: position, end: standard.count)
            hash.combine(scalar)
            position += width
        }
        return hash
    }

    private func name(of mention: PlaceMention, in bytes: Span<UInt8>) -> String {
        String(decoding: nameBytes(of: mention, in: bytes), as: UTF8.self)
    }

    private func nameBytes(of mention: PlaceMention, in bytes: Span<UInt8>) -> [UInt8] {
        var name: [UInt8] = []
        name.reserveCapacity(mention.name.count + 6)
        for position in mention.name { name.append(bytes[position]) }
        if mention.suffix >= 0 { name += recognizer.words.suffixes[Int(mention.suffix)].standard }
        return name
    }

    // MARK: Places of the gazetteer

    private func candidates(of mention: PlaceMention, in bytes: Span<UInt8>) -> [PlaceID] {
        if mention.entry >= 0 {
            let all = recognizer.gazetteer.places(ofEntry: Int(mention.entry))
            guard all.count > 1, let first = all.first, recognizer.gazetteer.isAbroad(first) else { return all }
            // 莫斯科 is the city, and not the state around it that a text would call 莫斯科州.
            let own = all.filter { recognizer.gazetteer.name(of: $0).utf8.count == mention.name.count }
            return own.isEmpty ? all : own
        }
        // A member of a list has its full name only now: 海淀、朝阳等区.
        let name = nameBytes(of: mention, in: bytes)
        guard let entry = recognizer.gazetteer.index.entry(named: name.span, 0, name.count) else { return [] }
        return recognizer.gazetteer.places(ofEntry: entry).filter {
            recognizer.gazetteer.level(of: $0) == mention.level
        }
    }

    /// Of the places of one name the one that the text means, or `nil` where nothing tells.
    ///
    /// The one inside the outer place wins, then the one that shares the most with the context, then with the region, then
    /// the only one of the widest level.
    private func pick(
        _ candidates: some Collection<PlaceID>, of mention: PlaceMention, outer: PlaceNode, context: PlaceNode,
        isInside: Bool
    ) -> PlaceID? {
        guard let first = candidates.first else { return nil }
        let outerPlace = listedPlace(of: outer)
        if !isInside, isKnownByShortName(first, among: candidates, of: mention, around: outerPlace) { return first }
        if let outerPlace {
            // 长沙 in a text about 长沙市, which has a 长沙县 as well; in one about 长沙县 the city is called so too
            if !isInside, mention.form == .short, candidates.contains(outerPlace) {
                return candidates.first { $0 != outerPlace && recognizer.gazetteer.isPlace(outerPlace, in: $0) }
                    ?? outerPlace
            }
            if let inner = candidates.first(where: {
                $0 != outerPlace && recognizer.gazetteer.isPlace($0, in: outerPlace)
            }) {
                return inner
            }
            if isInside { return nil }
        }
        guard candidates.count > 1 else { return first }
        for anchor in [context, region] {
            guard let place = listedPlace(of: anchor) else { continue }
            var wider: PlaceID? = place
            while let current = wider {
                let near = candidates.filter { recognizer.gazetteer.isPlace($0, in: current) }
                if let only = near.first { return only }
                wider = recognizer.gazetteer.parent(of: current)
            }
        }
        // The others of the text: a place named before whose own chain holds one of the candidates.
        if let known = candidates.first(where: { candidate in
            listedPlaces.contains { recognizer.gazetteer.isPlace(candidate, in: $0) }
        }) {
            return known
        }
        let level = recognizer.gazetteer.level(of: first)
        return candidates.dropFirst().contains { recognizer.gazetteer.level(of: $0) == level } ? nil : first
    }

    /// 河南, 西安: whether a short name alone is that of the province or city which all know by it, whatever county of the
    /// same name lies in the place that the text is about (青海省's 河南县, 吉林省's 西安区).
    ///
    /// A county is called so in its own city, and where the text has named it in full or is given for its surroundings.
    private func isKnownByShortName(
        _ first: PlaceID, among candidates: some Collection<PlaceID>, of mention: PlaceMention,
        around outer: PlaceID?
    ) -> Bool {
        let gazetteer = recognizer.gazetteer
        guard mention.form == .short, candidates.count > 1, case let level = gazetteer.level(of: first),
            level == .province || level == .prefecture
        else { return false }
        let own = listedPlace(of: region)
        // 朝阳 in a text about 北京 is its district, though a city is called so.
        let city = level == .prefecture ? outer.flatMap { isCity($0) ? $0 : nil } : nil
        return candidates.dropFirst().allSatisfy { other in
            gazetteer.level(of: other) > level && node(ofListed: other) == nil && other != outer
                && !(city.map { gazetteer.isPlace(other, in: $0) } ?? false)
                && !(own.map { gazetteer.isPlace(other, in: $0) || gazetteer.isPlace($0, in: other) } ?? false)
        }
    }

    /// Whether a place is a city or lies in one: a province is none unless it is a municipality.
    private func isCity(_ place: PlaceID) -> Bool {
        let level = recognizer.gazetteer.level(of: place)
        return level > .province || level == .province && recognizer.gazetteer.name(of: place).hasSuffix("市")
    }

    /// The nearest place of the gazetteer in a node's chain; nil where it holds none.
    public func listedPlace(of node: PlaceNode) -> PlaceID? {
        var current = node
        while current != .none {
            if let place = place(of: current) { return place }
            current = parent(of: current)
        }
        return nil
    }

    private func node(ofListed place: PlaceID) -> Int32? {
        listed.node(UInt64(UInt32(bitPattern: place.index)))
    }

    /// The node of a listed place, under the nearest of its ancestors that the document has named.
    private mutating func node(of place: PlaceID, outer: PlaceNode) -> PlaceNode {
        if let known = node(ofListed: place) { return PlaceNode(index: known) }
        var parent = outer
        if parent == .none {
            var wider = recognizer.gazetteer.parent(of: place)
            while let current = wider {
                if let known = node(ofListed: current) {
                    parent = PlaceNode(index: known)
                    break
                }
                wider = recognizer.gazetteer.parent(of: current)
            }
        }
        let name = recognizer.gazetteer.name(of: place)
        let hash = recognizer.gazetteer.index.hash(of: name.utf8Span.span, 0, name.utf8.count)
        return add(name, level: recognizer.gazetteer.level(of: place), place: place, parent: parent, hash: hash)
    }

    // MARK: Nodes

    private mutating func add(
        _ name: String, level: PlaceLevel, place: PlaceID?, parent: PlaceNode, hash: NameHash
    ) -> PlaceNode {
        let index = Int32(nodes.count)
        nodes.append(Node(parent: parent.index, level: level, place: place, name: name))
        children.store(index, hash.value, parent.index)
        named.store(index, hash.value)
        if let place {
            listed.store(index, UInt64(UInt32(bitPattern: place.index)))
            listedPlaces.append(place)
        }
        return PlaceNode(index: index)
    }

    /// The narrowest node of a chain in which a place of a level may lie; 全国 is named by none.
    private func wider(_ node: PlaceNode, than level: PlaceLevel) -> PlaceNode {
        var current = node
        while current != .none, self.level(of: current) >= level || isWholeCountry(current) {
            current = parent(of: current)
        }
        return current
    }

    /// 全国, given as the region of a document: it is no place of a gazetteer, as countries abroad are.
    private func isWholeCountry(_ node: PlaceNode) -> Bool {
        level(of: node) == .country && place(of: node) == nil
    }

    /// Whether a node of the same name may be meant again: it or its parent lies in the place that the text is about, or
    /// that place lies in its parent.
    private func isNear(_ node: Int32, _ context: PlaceNode) -> Bool {
        let parent = nodes[Int(node)].parent
        if parent < 0 || context == .none { return true }
        return isNode(node, in: context.index) || isNode(context.index, in: parent)
            || isNode(parent, in: rootChild(of: context))
    }

    /// 贵州省望谟县麻山镇…。麻山镇…: whether a place that no table lists was named with a county far from the region, and is
    /// called alone where the text is about the region.
    private func isGuest(_ node: PlaceNode, in context: PlaceNode) -> Bool {
        guard region != .none, level(of: region) >= .prefecture, isNode(context.index, in: region.index),
            let county = listedPlace(of: node)
        else { return false }
        return !isRelated(county, to: region)
    }

    private func rootChild(of node: PlaceNode) -> Int32 {
        var current = node.index
        while current >= 0, nodes[Int(current)].parent >= 0 { current = nodes[Int(current)].parent }
        return current
    }

    private func isNode(_ node: Int32, in wider: Int32) -> Bool {
        var current = node
        while current >= 0 {
            if current == wider { return true }
            current = nodes[Int(current)].parent
        }
        return false
    }
}
