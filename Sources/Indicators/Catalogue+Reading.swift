public import Facts
import Scanning

/// A fact as a figure of a series: its numbers are in the unit of the series' indicator.
public struct IndicatorReading: Sendable, Hashable {
    public let series: Series
    public let value: Number
    /// Upper end of a range.
    public let upper: Number?
    /// Whether the figure was reported in another physical unit and converted.
    public let isConverted: Bool
}

extension Catalogue {
    /// The series that a fact belongs to, and its numbers in that series' unit.
    ///
    /// A row of the catalogue matches a bare level only: `社区（完成“亲民化”改造）` is not `社区`. A row whose own name carries the
    /// predicate (`化解矛盾纠纷`) matches that predicate and no other.
    public func reading(of fact: Fact) -> IndicatorReading {
        let counted = counted(fact.item, action: fact.action)
        let reported = Measure(of: fact, units: units)
        let indicator: Indicator
        let measure: Measure
        if fact.change == .none,
            let match = match(counted, measure: reported)
                ?? bare(fact.item, action: fact.action).flatMap({ match($0, measure: reported) }),
            fact.per == nil || match.entry.indicator.defaultWindow == .level
        {
            (indicator, measure) = (match.entry.indicator, match.measure)
        } else {
            (indicator, measure) = adHoc(for: fact, counted, measure: reported)
        }
        let series = Series(
            indicator: indicator, window: window(of: fact, as: indicator),
            change: fact.change, status: fact.status, per: fact.per,
            comparison: fact.change == .none ? nil : fact.comparison)
        return IndicatorReading(
            series: series, value: measure.value, upper: measure.upper, isConverted: measure.value != reported.value)
    }

    /// The readings of many facts, in their order. Facts that are worded alike are looked up once: a year of bulletins says
    /// the same few thousand things.
    public func readings(of facts: PackedFacts) -> IndicatorReadings {
        var readings = IndicatorReadings(facts)
        // What beside its wording decides a fact's series: whether it is zero, which is zero in every unit and so does not
        // tell whether its like are converted, and whether it is of whole months.
        let wholeMonths = facts.periods.map { Fact.isOfWholeMonths(from: $0.from, to: $0.to) }
        var known = [(series: Int32, isConverted: Bool)?](repeating: nil, count: facts.wordingCount * 4)
        for position in facts.indices {
            let isZero = facts.value(of: position) == .zero
            let isOfWholeMonths = wholeMonths[facts.period(of: position)]
            let alike = facts.wording(of: position) * 4 + (isZero ? 2 : 0) + (isOfWholeMonths ? 1 : 0)
            if let known = known[alike], !known.isConverted {
                readings.append(series: known.series)
                continue
            }
            // A converted number must be converted each time.
            let reading = reading(of: facts[position])
            known[alike] = (readings.append(reading, series: known[alike]?.series), reading.isConverted)
        }
        return readings
    }

    /// The fact's own window; the indicator's where no word tells. 截至4月底共有志愿服务队451支 names the date of a stock and
    /// does not count from a beginning, nor does 1至2月…志愿服务队达到46支.
    ///
    /// What is planned for whole months (今年计划建设充电桩120个) is planned to come about in it and is no level at a date, unless the
    /// indicator is one by nature.
    ///
    /// What is planned of a stock by nature (到年底网格员达到500名) is a level, however the plan is worded.
    private func window(of fact: Fact, as indicator: Indicator) -> Window {
        if fact.status == .planned, fact.window == .flow, fact.change == .none, !indicator.isAdHoc,
            indicator.defaultWindow == .stock
        {
            return .stock
        }
        if fact.status == .planned, fact.window == .stock, fact.isOfWholeMonths,
            indicator.defaultWindow != .stock, indicator.defaultWindow != .ratio, indicator.defaultWindow != .level
        {
            return .flow
        }
        let isDatedStock =
            [.cumulative, .ytd].contains(fact.window) && wording.canonicalAction(fact.action) == nil
            && !indicator.isAdHoc
            && indicator.defaultWindow == .stock
        return fact.window == .unknown || isDatedStock ? indicator.defaultWindow : fact.window
    }

    private func match(_ counted: Counted, measure: Measure) -> (entry: CatalogueEntry, measure: Measure)? {
        let item = counted.item
        guard let action = counted.action else { return match(item, measure) }
        // 加装电梯43部 may have kept its predicate in the item; 12345受理 has it there where people joined 12345工单 to it.
        if item.hasSuffix(action), let found = match(item, measure) { return found }
        if let found = match(action + item, measure) { return found }
        guard let found = match(item, measure) else { return nil }
        // 今年建设充电桩120个，已建成45个: what comes about is brought to its end.
        if wording.saysOnlyThatItIsDone(action), found.entry.indicator.defaultWindow == .flow { return found }
        guard wording.saysOnlyThatItHappened(action) else { return nil }
        return [.event, .personTime, .householdTime].contains(found.entry.indicator.dimension) ? found : nil
    }

    private func match(_ phrase: String, _ measure: Measure) -> (entry: CatalogueEntry, measure: Measure)? {
        for entry in candidates(for: phrase) {
            if let converted = measure.inUnit(of: entry, units: units) { return (entry, converted) }
        }
        return nil
    }

    /// An indicator of its own, which inherits from the catalogue's row of the bare item what is true of the item itself.
    private func adHoc(for fact: Fact, _ counted: Counted, measure: Measure) -> (Indicator, Measure) {
        let item = counted.item
        // 开展消防演练2场 and 消防演练2场 are one indicator: an event took place, whatever verb tells so.
        let action =
            measure.dimension == .event
            ? counted.action.flatMap { wording.saysOnlyThatItHappened($0) ? nil : $0 } : counted.action
        let kin = match(item, measure)
        let measure = kin?.measure ?? measure.inReportedUnit(units: units)
        let naming = name(of: kin?.entry.indicator, fact, counted)
        let indicator = Indicator(
            identity: Indicator.Identity(
                key: nil, item: naming.item, action: action, unit: measure.unit, dimension: measure.dimension),
            name: action == nil ? naming.name : naming.name + "（" + naming.action + "）", english: nil,
            defaultWindow: Catalogue.window(of: measure.dimension),
            aggregation: kin?.entry.indicator.aggregation ?? .latest, direction: .neutral,
            overlapsBetweenPlaces: kin?.entry.indicator.overlapsBetweenPlaces ?? overlapsBetweenPlaces(item),
            parent: nil, quotient: nil, position: nil)
        return (indicator, measure)
    }

    /// The names of an indicator of its own: by the row of the bare item, unless another predicate stands beside a row of
    /// something done, whose name has a predicate of its own (`12345热线工单（回访）`, not `12345受理（回访）`).
    private func name(
        of kin: Indicator?, _ fact: Fact, _ counted: Counted
    ) -> (item: String, name: String, action: String) {
        let action = counted.action == wording.canonicalAction(fact.action) ? fact.action : counted.action
        if let kin, counted.action == nil || kin.defaultWindow != .flow {
            return (wording.canonicalItem(kin.name), kin.name, action ?? "")
        }
        // What people joined goes by the name that they joined it to.
        let name = counted.item == wording.canonicalItem(fact.item) ? fact.item : counted.item
        return (counted.item, name.leavingOutPersonalNumbers, action ?? "")
    }

    /// The window that a dimension alone decides.
    private static func window(of dimension: Dimension) -> Window {
        switch dimension {
        case .ratio, .point, .multiple: .ratio
        case .level, .rate, .score, .age, .concentration: .level
        default: .unknown
        }
    }
}

extension Fact {
    /// Whether the fact speaks of whole months, not of a day nor of the time up to a deadline (将于4月10日前整改到位).
    fileprivate var isOfWholeMonths: Bool { Fact.isOfWholeMonths(from: from, to: to) }

    fileprivate static func isOfWholeMonths(from: CalendarDate?, to: CalendarDate?) -> Bool {
        guard let from, let to else { return false }
        return from.day == 1 && to == CalendarDate.last(ofMonth: to.month, year: to.year) && from < to
    }
}
