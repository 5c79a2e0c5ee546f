internal import Dispatch
internal import Facts
public import LedgerStore
public import Metrics
internal import Synchronization

extension Ledger {
    /// The figure of every place, month and series in the ledger, from its packed facts: for ledgers of millions.
    ///
    /// Blocks are unpacked and cells computed side by side; ten million facts take some 700 MB on the way.
    ///
    /// - Parameter width: how many cores to use; the cells do not depend on it.
    /// - Returns: the cells, and what their numbers of places and series stand for.
    /// - Throws: `LedgerError` where the ledger cannot be read or holds more places or series than cells can tell apart.
    public func monthCells(width: Int) throws -> (cells: MonthCells, keys: ObservationKeys) {
        let gathering = Gathering()
        let room = DispatchSemaphore(value: max(width, 1) * 4)
        let queue = DispatchQueue(label: "unpacking", attributes: .concurrent)
        let group = DispatchGroup()
        var keys: ObservationKeys?
        var columnKeys: ColumnKeys?
        var isTooLarge = false
        try readPackedObservations { packed, found in
            if columnKeys == nil {
                keys = found
                columnKeys = ColumnKeys(
                    windows: found.series.map(\.window),
                    entered: found.periods.map { period in
                        ColumnKeys.EnteredPeriod(
                            from: period.from, to: period.to, isByPublication: period.kind == "published")
                    }, placeCount: found.places.count)
                isTooLarge = columnKeys == nil
            }
            guard let columnKeys else { return }
            room.wait()
            queue.async(group: group) {
                gathering.append(FactRecords.Columns(packed), keys: columnKeys)
                room.signal()
            }
        }
        group.wait()
        if isTooLarge {
            throw LedgerError(
                .failed, path: path, problem: "the ledger holds more places or series than can be told apart",
                remedy: "Divide it into several ledgers")
        }
        let noKeys = ObservationKeys(series: [], places: [], periods: [])
        guard let columnKeys, let keys else {
            return (MonthCells([], keys: .none, width: 1), keys ?? noKeys)
        }
        return (MonthCells(gathering.all(), keys: columnKeys, width: width), keys)
    }
}

/// Records that several threads fill, each its own.
private final class Gathering: Sendable {
    private let idle = Mutex<[FactRecords]>([])

    func append(_ columns: FactRecords.Columns, keys: ColumnKeys) {
        var records = idle.withLock { $0.popLast() } ?? FactRecords(keys: keys)
        records.append(columns)
        idle.withLock { $0.append(records) }
    }

    func all() -> [FactRecords] {
        idle.withLock { $0 }
    }
}

extension FactRecords.Columns {
    fileprivate init(_ packed: PackedObservations) {
        let noFlags = packed.isConstant(.flags, 0)
        let flags = noFlags ? [] : packed.column(.flags)
        func has(_ flag: ObservationFlags) -> [Bool] {
            noFlags
                ? [Bool](repeating: false, count: packed.count) : flags.map { $0 & flag.rawValue != 0 }
        }
        var extended: [Int: (value: Number, upper: Number?)] = [:]
        if !noFlags {
            let needed: ObservationFlags = [.hasUpper, .wide]
            let indices = flags.indices.filter { flags[$0] & needed.rawValue != 0 }
            if !indices.isEmpty {
                let block = packed.block
                for index in indices { extended[index] = (block.value(at: index), block.upper(at: index)) }
            }
        }
        self.init(
            places: packed.column(.place), series: packed.column(.series), periods: packed.column(.period),
            qualifiers: packed.column(.qualifier), isDependent: has([.part, .equivalent]), isDecided: has(.decided),
            published: packed.column(.published), coefficients: packed.column(.valueLow),
            exponents: packed.column(.valueExponent), sentences: packed.column(.sentenceLikeness),
            articles: packed.column(.articleLikeness), extended: extended)
    }
}
