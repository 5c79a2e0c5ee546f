public import Facts
public import Units

/// The indicators that an office knows, and the names under which its bulletins report them.
public struct Catalogue: Sendable {
    public let entries: [CatalogueEntry]
    let units: UnitTable
    let wording: Wording
    private let positionOfKey: [String: Int]
    private let positionsOfName: [String: [Int]]
    private let patterns: [(pattern: NamePattern, position: Int)]
    private let overlapping: [NamePattern]
    private var joinedItems: [String: Counted] = [:]

    /// What a figure counts, in the form in which it is compared: an item, and the predicate where it has one.
    struct Counted: Sendable, Hashable {
        var item: String
        var action: String?
    }

    /// A catalogue of these rows, which are taken to be without faults that `CatalogueCheck` finds.
    public init(entries: [CatalogueEntry], units: UnitTable) {
        self.init(entries: entries, units: units, wording: .builtIn)
    }

    init(entries: [CatalogueEntry], units: UnitTable, wording: Wording) {
        self.entries = entries
        self.units = units
        self.wording = wording
        var positionOfKey: [String: Int] = [:]
        var positionsOfName: [String: [Int]] = [:]
        var patterns: [(pattern: NamePattern, position: Int)] = []
        for (position, entry) in entries.enumerated() {
            if let key = entry.indicator.key { positionOfKey[key] = position }
            for name in Set(entry.names.map(wording.canonicalItem)) {
                positionsOfName[name, default: []].append(position)
            }
            for pattern in entry.patterns {
                patterns.append((NamePattern(wording.canonicalItem(pattern)), position))
            }
        }
        self.positionOfKey = positionOfKey
        self.positionsOfName = positionsOfName
        self.patterns = patterns
        overlapping = entries.flatMap(\.overlappingItems).map(NamePattern.init)
    }

    /// The row with the given key.
    public func entry(key: String) -> CatalogueEntry? {
        positionOfKey[key].map { entries[$0] }
    }

    /// The same catalogue where an item counts as another one, as a person decided. Both may be named with their predicate, as
    /// tables show them: `12345热线工单（受理）`.
    public func joining(item: String, to other: String) -> Catalogue {
        var result = self
        result.joinedItems[title(of: counted(as: item))] = counted(as: other)
        return result
    }

    /// The same catalogue where items count as others, as people decided.
    public func joining(_ items: [String: String]) -> Catalogue {
        items.sorted { $0.key < $1.key }.reduce(self) { $0.joining(item: $1.key, to: $1.value) }
    }

    /// The indicator that a fact is a figure of: a row of the catalogue, or an ad-hoc one named by the fact's item.
    public func indicator(for fact: Fact) -> Indicator {
        reading(of: fact).series.indicator
    }

    /// The rows whose name or pattern a canonical phrase has, exact names first.
    func candidates(for phrase: String) -> [CatalogueEntry] {
        let named = positionsOfName[phrase] ?? []
        let shaped = patterns.lazy.filter { $0.pattern.matches(phrase) }.map(\.position)
        return (named + shaped).map { entries[$0] }
    }

    /// Whether figures of the item can overlap between places by one of the catalogue's patterns.
    func overlapsBetweenPlaces(_ item: String) -> Bool {
        overlapping.contains { $0.matches(item) }
    }

    /// What is counted by the words of a fact or, where people decided so, what that counts as. A predicate that the decision
    /// does not name stays.
    func counted(_ item: String, action: String?) -> Counted {
        let action = wording.canonicalAction(action)
        let written = Counted(item: wording.canonicalItem(item), action: action)
        // What a person decided of the words as they stand goes first: 加装电梯 as another item.
        let isJoined = joinedItems[title(of: written)] != nil || joinedItems[written.item] != nil
        var counted = isJoined ? written : saidOnce(item, action: action)
        guard !joinedItems.isEmpty else { return counted }
        var seen: Set<Counted> = []
        while seen.insert(counted).inserted {
            if let other = joinedItems[title(of: counted)] {
                counted = other
            } else if let other = joinedItems[counted.item] {
                counted = Counted(item: other.item, action: other.action ?? counted.action)
            }
        }
        return counted
    }

    /// What is counted, without an action that stands in the item as well: 参加居民 with 参加 is 居民 with 参加, and 参加活动的志愿者
    /// with 参加 needs no more than its own words.
    private func saidOnce(_ item: String, action: String?) -> Counted {
        guard let action, item.hasPrefix(action), item.count >= action.count + 2 else {
            return Counted(item: wording.canonicalItem(item), action: action)
        }
        return item.contains("的")
            ? Counted(item: wording.canonicalItem(item))
            : Counted(item: wording.canonicalItem(String(item.dropFirst(action.count))), action: action)
    }

    /// 志愿者 with 参加 of 参加活动的志愿者: whom or what such an item is of, in the general.
    func bare(_ item: String, action: String?) -> Counted? {
        guard let action = wording.canonicalAction(action), item.hasPrefix(action), let end = item.lastIndex(of: "的")
        else { return nil }
        let noun = item[item.index(after: end)...]
        return noun.count > 1 ? Counted(item: wording.canonicalItem(String(noun)), action: action) : nil
    }

    /// A name as tables show it, taken apart: `社区（签订协议书）`. Brackets of a name that the catalogue knows are its own.
    private func counted(as name: String) -> Counted {
        let canonical = wording.canonicalItem(name)
        guard positionsOfName[canonical] == nil, canonical.hasSuffix(")"), let open = canonical.lastIndex(of: "("),
            open > canonical.startIndex
        else { return Counted(item: canonical) }
        let action = String(canonical[canonical.index(after: open)...].dropLast())
        return Counted(item: String(canonical[..<open]), action: wording.canonicalAction(action))
    }

    private func title(of counted: Counted) -> String {
        counted.action.map { counted.item + "(" + $0 + ")" } ?? counted.item
    }
}
