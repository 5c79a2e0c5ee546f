public import Facts

/// A row that the catalogue lacks: an item that bulletins report often and that stays an ad-hoc indicator for want of it.
public struct CatalogueSuggestion: Sendable, Hashable {
    /// The name, with its predicate in front where the facts have one: 完成改造小区.
    public var name: String
    /// Other wordings of the item, in the order of their frequency.
    public var aliases: [String]
    public var unit: String
    /// Other measure words that the item was counted by, in the order of their frequency.
    public var measures: [String]
    public var dimension: Dimension
    public var window: Window
    public var overlapsBetweenPlaces: Bool
    /// Key of the catalogue's row of which this looks like a kind: 巾帼志愿服务队 of 志愿服务队.
    public var parent: String?
    /// How many facts speak of it.
    public var facts: Int
    /// How many documents do.
    public var documents: Int
    /// A sentence that speaks of it.
    public var example: String

    /// A key of the name's letters and digits that the catalogue can take; people will want to give it another one.
    public var key: String {
        let letters = name.filter { $0.isLetter || $0.isNumber }
        let key = letters.first?.isLetter == true ? letters : "项" + letters
        return Catalogue.isValidKey(key) ? key : "项." + key
    }

    /// How the figures of several places become one, as the window suggests.
    public var aggregation: Aggregation {
        switch window {
        case .flow: .sum
        case .stock, .ytd, .cumulative: .latest
        case .ratio, .level, .unknown: .none
        }
    }

    /// The row's fields under `Catalogue.columns`.
    public var fields: [String] {
        [
            key, name, "", aliases.joined(separator: "、"), "", unit, ([unit] + measures).joined(separator: "、"),
            dimension.rawValue, window.rawValue, aggregation.rawValue, Direction.neutral.rawValue,
            overlapsBetweenPlaces ? "yes" : "", parent ?? "", "", "",
        ]
    }
}

extension Catalogue {
    /// Rows for the items that at least so many facts report and that the catalogue lacks, the most frequent first.
    ///
    /// Facts that are themselves changes or stand per head have no row of their own and propose none.
    public func suggestions(from facts: [Fact], least: Int = 3) -> [CatalogueSuggestion] {
        struct Group {
            var names: [String: Int] = [:]
            var units: [String: Int] = [:]
            var windows: [Window: Int] = [:]
            var documents: Set<String> = []
            var overlaps = false
            var count = 0
            var example: String?
        }
        struct Item: Hashable {
            var item: String
            var action: String
            var dimension: Dimension
        }
        var groups: [Item: Group] = [:]
        for fact in facts where fact.change == .none && fact.per == nil {
            let series = reading(of: fact).series
            let indicator = series.indicator
            guard indicator.isAdHoc, !fact.item.isEmpty else { continue }
            let action = indicator.identity.action ?? ""
            let item = Item(item: indicator.identity.item, action: action, dimension: indicator.dimension)
            var group = groups[item] ?? Group()
            group.names[action + wording.canonicalItem(fact.item), default: 0] += 1
            group.units[indicator.unit, default: 0] += 1
            group.windows[series.window, default: 0] += 1
            group.documents.insert(fact.document)
            group.overlaps = group.overlaps || indicator.overlapsBetweenPlaces
            group.count += 1
            // The shortest sentence, whatever the order of the facts.
            if group.example.map({ (fact.sentence.utf8.count, fact.sentence) < ($0.utf8.count, $0) }) ?? true {
                group.example = fact.sentence
            }
            groups[item] = group
        }
        let frequent = groups.filter { $0.value.count >= least }.map { item, group in
            let names = Self.byFrequency(group.names)
            let units = Self.byFrequency(group.units)
            let parent = item.action.isEmpty ? parent(of: item.item, unit: units.first ?? "") : nil
            let dimension = parent?.dimension ?? item.dimension
            return CatalogueSuggestion(
                name: names.first ?? item.item, aliases: Array(names.dropFirst()), unit: units.first ?? "",
                measures: Array(units.dropFirst()), dimension: dimension,
                window: Self.window(group.windows, default: parent?.defaultWindow ?? Self.usualWindow(of: dimension)),
                overlapsBetweenPlaces: group.overlaps, parent: parent?.key, facts: group.count,
                documents: group.documents.count, example: group.example ?? "")
        }
        return frequent.sorted {
            ($1.facts, $1.documents, $0.name, $0.unit) < ($0.facts, $0.documents, $1.name, $1.unit)
        }
    }

    private static func byFrequency(_ counts: [String: Int]) -> [String] {
        counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    }

    /// The window that most facts have whose words tell one.
    private static func window(_ counts: [Window: Int], default other: Window) -> Window {
        let told = counts.filter { $0.key != .unknown }
        return told.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }?.key ?? other
    }

    private static func usualWindow(of dimension: Dimension) -> Window {
        switch dimension {
        case .organisation, .household, .person: .stock
        case .event, .personTime, .householdTime, .document, .volume, .mass: .flow
        default: .unknown
        }
    }

    /// The row of the same measure words whose name the item ends with, the longest name first: a kind of what it counts.
    private func parent(of item: String, unit: String) -> Indicator? {
        let names = entries.filter { $0.measures.contains(unit) }.flatMap { entry in
            entry.names.map(wording.canonicalItem).map { (name: $0, indicator: entry.indicator) }
        }
        let kin = names.filter { item != $0.name && item.hasSuffix($0.name) }
        return kin.max {
            ($0.name.count, $1.indicator.position ?? 0) < ($1.name.count, $0.indicator.position ?? 0)
        }?.indicator
    }
}
