import Facts
public import Indicators

/// What two or more figures of one series, place and period have against each other: for 待核对.
public struct Disagreement: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable {
        /// two stocks of one date, or two totals of one closed period
        case contradiction
        /// the same figure twice without likeness of the texts: 疑似重复
        case suspectedDuplicate
        /// a running figure smaller than the one before
        case fall
        /// a district's figure smaller than that of one of its streets, or than their sum
        case districtBelowStreets
    }

    public let kind: Kind
    public let series: Series
    public let location: StreetDirectory.Location
    public let period: Period
    /// The facts concerned, in order.
    public let facts: [Int]
}

/// The figures of one series at one place in one period, made one by the rules of their window.
struct Cell {
    /// The figure that the cell shows; `nil` where several stand side by side.
    let figure: Figure?
    /// The facts that stand behind the figure.
    let facts: [Int]
    let isContradicted: Bool
    /// Whether the figure speaks of the whole period, so that it is a total and not the sum of events within it.
    let isWhole: Bool
    /// Whether the period is the month of publication, for want of words.
    let isByPublication: Bool
    let disagreements: [Disagreement.Kind: [Int]]

    /// - Parameter parts: what the parts of the period come to, where they were told apart from it: of figures that contradict
    ///   each other no smaller one is chosen.
    init(_ observations: [Observation], rule: any WindowRule.Type, notBelow parts: Number? = nil) {
        let members = Cell.independent(observations)
        var disagreements: [Disagreement.Kind: [Int]] = [:]
        let groups = Cell.told(members, merging: rule.mergesEqualFigures)
        let chosen: [Group]
        let figure: Figure?
        switch rule.withinPeriod {
        case .latest:
            let latest = groups.compactMap(\.first.reading.asOf).max()
            let candidates = latest == nil ? groups : groups.filter { $0.first.reading.asOf == latest }
            let choice = Cell.choice(candidates, notBelow: parts)
            (chosen, figure) = (choice.group.map { [$0] } ?? [], choice.group?.first.figure)
            if choice.isContradiction { disagreements[.contradiction] = candidates.flatMap(\.facts).sorted() }
        case .sum:
            let totals = groups.filter(\.first.reading.isWhole)
            if totals.isEmpty {
                (chosen, figure) = (groups, FigureSum(groups.map(\.first.figure)).figure)
            } else {
                // A total of the whole period stands; events within it are parts of it and are not added.
                let choice = Cell.choice(totals, notBelow: parts)
                (chosen, figure) = (choice.group.map { [$0] } ?? [], choice.group?.first.figure)
                if choice.isContradiction { disagreements[.contradiction] = totals.flatMap(\.facts).sorted() }
            }
            let repeated = Dictionary(grouping: chosen, by: \.first.figure).values.filter { $0.count > 1 }
            let suspects = repeated.flatMap { $0.flatMap(\.facts) }.sorted()
            if !suspects.isEmpty { disagreements[.suspectedDuplicate] = suspects }
        case .listed:
            let figures = Set(groups.map(\.first.figure))
            (chosen, figure) = (groups, figures.count == 1 ? figures.first : nil)
        }
        self.figure = figure
        facts = chosen.flatMap(\.facts).sorted()
        isWhole = !chosen.isEmpty && chosen.allSatisfy(\.first.reading.isWhole)
        isContradicted = disagreements[.contradiction] != nil
        isByPublication = !chosen.isEmpty && chosen.allSatisfy { $0.first.reading.basis == .published }
        self.disagreements = disagreements
    }

    /// The exact number that one fact reports.
    init(_ figure: Figure, fact: Int, isWhole: Bool, isByPublication: Bool) {
        self.figure = figure
        facts = [fact]
        (isContradicted, disagreements) = (false, [:])
        (self.isWhole, self.isByPublication) = (isWhole, isByPublication)
    }

    /// One fact with its repetitions.
    struct Group {
        var first: Observation
        var facts: [Int]
        var latestPublished: CalendarDate?
        var isDecided: Bool
    }

    /// Without parts of a whole that is there itself, and without restatements of a figure that is there itself.
    private static func independent(_ observations: [Observation]) -> [Observation] {
        guard observations.count > 1 else { return observations }
        let present = Set(observations.map(\.fact))
        let rest = observations.filter { observation in
            !(observation.partOf.map(present.contains) ?? false)
                && !(observation.equivalentTo.map(present.contains) ?? false)
        }
        // One order whatever order they came in, and each fact once however often it came.
        var seen: Set<Int> = []
        return rest.sorted { $0.fact < $1.fact }.filter { seen.insert($0.fact).inserted }
    }

    /// What figures must share to be one fact told twice; looked up, for a busy street tells thousands in a month.
    private struct Telling: Hashable {
        let figure: Figure
        let asOf: CalendarDate?
        let isWhole: Bool

        init(_ observation: Observation, merging equal: Bool) {
            figure = observation.figure
            asOf = equal ? observation.reading.asOf : nil
            isWhole = !equal && observation.reading.isWhole
        }
    }

    /// Each fact once, with its repetitions: equal figures of one date where the window says so, else equal figures of one
    /// article or of near-identical sentences.
    private static func told(_ observations: [Observation], merging equal: Bool) -> [Group] {
        var groups: [Group] = []
        var likenesses: [TextLikeness?] = []
        var alike: [Telling: [Int]] = [:]
        for observation in observations {
            let telling = Telling(observation, merging: equal)
            let candidates = alike[telling] ?? []
            let likeness = equal || candidates.isEmpty ? nil : TextLikeness(observation.sentence)
            let same =
                equal
                ? candidates.first
                : candidates.first { candidate in
                    if groups[candidate].first.article == observation.article { return true }
                    if likenesses[candidate] == nil {
                        likenesses[candidate] = TextLikeness(groups[candidate].first.sentence)
                    }
                    guard let likeness, let other = likenesses[candidate] else { return false }
                    return likeness.isNearIdentical(to: other)
                }
            if let same {
                groups[same].facts.append(observation.fact)
                groups[same].latestPublished = [groups[same].latestPublished, observation.published]
                    .compactMap(\.self).max()
                groups[same].isDecided = groups[same].isDecided || observation.isDecided
            } else {
                alike[telling, default: []].append(groups.count)
                likenesses.append(likeness)
                groups.append(
                    Group(
                        first: observation, facts: [observation.fact], latestPublished: observation.published,
                        isDecided: observation.isDecided))
            }
        }
        return groups
    }

    /// A person's decision, else, among figures that contradict each other and that the parts do not belie, the later
    /// published, else the exact one, else
    /// what more reports say, else the larger; among figures that agree (50余, 53) the exact one. The order in which the
    /// facts were read decides nothing.
    private static func choice(_ groups: [Group], notBelow parts: Number?) -> (group: Group?, isContradiction: Bool) {
        guard groups.count > 1 else { return (groups.first, false) }
        let decided = groups.filter(\.isDecided)
        guard decided.isEmpty else { return (decided.max(by: Cell.stands(behind:_:)), false) }
        let contradicts = groups.indices.contains { index in
            groups[(index + 1)...].contains { !$0.first.figure.isCompatible(with: groups[index].first.figure) }
        }
        let exact = groups.filter(\.first.figure.isExact)
        if !contradicts, !exact.isEmpty { return (exact.max(by: Cell.stands(behind:_:)), false) }
        let possible = parts.map { sum in groups.filter { !$0.first.figure.isBelow(Figure(sum)) } } ?? groups
        let tenable = possible.isEmpty ? groups : possible
        let latest = tenable.compactMap(\.latestPublished).max()
        let candidates = latest == nil ? tenable : tenable.filter { $0.latestPublished == latest }
        return (candidates.max(by: Cell.stands(behind:_:)), contradicts)
    }

    /// Whether a figure gives way to another that was published on the same day.
    private static func stands(behind left: Group, _ right: Group) -> Bool {
        left.first.figure.isLessSure(than: right.first.figure, told: left.facts.count, times: right.facts.count)
    }
}
