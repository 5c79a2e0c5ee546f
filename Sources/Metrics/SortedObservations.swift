import Facts
import Indicators

/// Observations sorted, in one pass over all of them, into what statistics want to know of each.
struct SortedObservations<Observations: RandomAccessCollection<Observation>> {
    /// Facts that stand in no column of the period.
    private(set) var undated: [Int] = []
    private(set) var joined: [Int] = []
    private(set) var elsewhere: [Int] = []
    /// One for each street.
    private(set) var coverage: [Coverage]
    /// The positions of the observations of each series: of half a million observations a second copy is a lot.
    private(set) var ofSeries: [Series: [Observations.Index]] = [:]

    init(_ observations: Observations, period: Period, directory: StreetDirectory) {
        coverage = directory.streets.map { _ in Coverage() }
        var covered: [Int: Covered] = [:]
        for position in observations.indices {
            let observation = observations[position]
            if !observation.isRest { ofSeries[observation.series, default: []].append(position) }
            if observation.reading.period.kind == .undated { undated.append(observation.fact) }
            switch observation.location {
            case .joined: joined.append(observation.fact)
            case .elsewhere: elsewhere.append(observation.fact)
            case .street(let street, let within):
                guard observation.reading.period.last.map(period.contains) ?? false else { continue }
                covered[street, default: Covered()].add(observation, within: within)
            case .district: break
            }
        }
        for (street, covered) in covered { coverage[street] = covered.coverage }
    }
}

/// What was reported of one street.
private struct Covered {
    private var facts = 0
    private var articles: Set<String> = []
    private var bulletins: Set<String> = []
    private var communities: Set<String> = []

    mutating func add(_ observation: Observation, within: [String]) {
        facts += 1
        if articles.insert(observation.article).inserted {
            bulletins.insert(String(observation.article.prefix { $0 != "#" }))
        }
        if let community = within.first { communities.insert(community) }
    }

    var coverage: Coverage {
        var coverage = Coverage()
        coverage.facts = facts
        coverage.articles = articles.count
        coverage.bulletins = bulletins.count
        coverage.communities = communities.count
        return coverage
    }
}
