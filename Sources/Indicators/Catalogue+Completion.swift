public import Facts

extension Catalogue {
    /// Which of the results are what the planned indicators come to in the end: 完成改造老旧小区 of 计划改造老旧小区, 建成公园 of 计划新建公园,
    /// 楼道改造完工 of 计划改造楼道. Begun (开工改造) is not done, and results of an indicator itself are not among them.
    ///
    /// - Returns: for each planned indicator that has any, its results in the order given
    public func completions(of planned: some Sequence<Indicator>, among results: some Sequence<Indicator>)
        -> [Indicator: [Indicator]]
    {
        var ofDoing: [Doing: [Indicator]] = [:]
        for result in results {
            for doing in doings(completedBy: result) { ofDoing[doing, default: []].append(result) }
        }
        guard !ofDoing.isEmpty else { return [:] }
        let plans = Set(planned)
        let plansOfThing = Dictionary(plans.flatMap(things(plannedFor:)).map { ($0, 1) }, uniquingKeysWith: +)
        var found: [Indicator: [Indicator]] = [:]
        for plan in plans {
            var seen: Set<Indicator> = [plan]
            let aims = doings(plannedAs: plan) + things(plannedFor: plan).filter { plansOfThing[$0] == 1 }
            let completing = aims.flatMap { ofDoing[$0] ?? [] }.filter { seen.insert($0).inserted }
            if !completing.isEmpty { found[plan] = completing }
        }
        return found
    }

    /// Something that is done to what is counted, as it is compared.
    private struct Doing: Hashable {
        let words: String
        let unit: String
        let dimension: Dimension

        init(_ words: String, _ indicator: Indicator) {
            (self.words, unit, dimension) = (words, indicator.unit, indicator.dimension)
        }
    }

    /// What of the item is built, by whatever word: 新建, 修建, 扩建.
    private static func building(_ item: String) -> String { "\0" + item }

    /// Whatever is done to the item: 完成260人次 behind 计划培训网格员400人次 does not say again what was done.
    private static func anything(_ item: some StringProtocol) -> String { "\u{1}" + item }

    /// The things for which something is planned. A result that names no doing is held against a plan only where nothing else is
    /// planned for such a thing; of a catalogue's name the thing is an ending (电梯 of 加装电梯).
    private func things(plannedFor plan: Indicator) -> Set<Doing> {
        guard let entry = plan.key.flatMap(entry(key:)) else {
            return plan.identity.action == nil ? [] : [Doing(Catalogue.anything(plan.identity.item), plan)]
        }
        return Set(
            entry.names.flatMap { name in
                name.indices.filter { name.distance(from: $0, to: name.endIndex) > 1 }.map {
                    Doing(Catalogue.anything(wording.canonicalItem(String(name[$0...]))), plan)
                }
            })
    }

    private func doings(plannedAs plan: Indicator) -> [Doing] {
        let (item, action) = (plan.identity.item, plan.identity.action)
        if let entry = plan.key.flatMap(entry(key:)) {
            return entry.names.map { Doing(wording.canonicalItem($0), plan) }
        }
        guard let action else { return [] }
        let words = [action + item, item + action]
        return (wording.saysThatItIsBuilt(action) ? words + [Catalogue.building(item)] : words).map { Doing($0, plan) }
    }

    /// What came to its end by the result's name or predicate; none where it says nothing of an end.
    private func doings(completedBy result: Indicator) -> [Doing] {
        let (item, action) = (result.identity.item, result.identity.action)
        if let entry = result.key.flatMap(entry(key:)) {
            return entry.names.flatMap { wording.doingsCompleted(in: wording.canonicalItem($0)) }.map {
                Doing($0, result)
            }
        }
        guard let action else { return wording.doingsCompleted(in: item).map { Doing($0, result) } }
        if wording.saysOnlyThatItIsDone(action) {
            let built = wording.saysThatItIsBuilt(action) ? [Catalogue.building(item)] : []
            return ([item, Catalogue.anything(item)] + built).map { Doing($0, result) }
        }
        return wording.doingsCompleted(in: action).flatMap { [$0 + item, item + $0] }.map { Doing($0, result) }
    }
}

extension Fact {
    /// Whether the figure is a ceiling that the words around it set (控制在30件, 不超过30件, 30件以内), and nothing to be reached.
    public var isCeiling: Bool {
        if qualifier == .under { return true }
        let stops: Set<Character> = ["，", "。", "；", "、", "：", "！", "？", ",", ";", "\n"]
        guard let quantity = sentence.firstRange(of: text) else { return false }
        let start = sentence[..<quantity.lowerBound].lastIndex(where: stops.contains)
        let end = sentence[quantity.upperBound...].firstIndex(where: stops.contains) ?? sentence.endIndex
        let clause = sentence[(start.map(sentence.index(after:)) ?? sentence.startIndex)..<end]
        return Wording.builtIn.setsACeiling(clause)
    }
}
