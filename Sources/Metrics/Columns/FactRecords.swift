public import Facts

/// Facts of many places, sorted roughly by place as they come in: each part holds a run of places.
///
/// Several of them may be filled side by side and put together in the end.
public struct FactRecords: Sendable {
    /// The numbers of a fact that has an upper end, or more digits than 64 bits hold.
    struct Extended: Sendable {
        var value: Number
        var upper: Number?
    }

    /// So many parts that each fits into a core's cache when it is ten million facts together.
    static let partCount = 256

    private(set) var parts: [[FactRecord]]
    private(set) var extended: [Extended] = []
    private let keys: ColumnKeys

    public init(keys: ColumnKeys) {
        self.keys = keys
        parts = [[FactRecord]](repeating: [], count: Self.partCount)
    }

    public var count: Int { parts.reduce(0) { $0 + $1.count } }

    /// The columns of a run of facts, all of one length; numbers as `ColumnKeys` explains them.
    public struct Columns: Sendable {
        public var places: [Int64]
        public var series: [Int64]
        public var periods: [Int64]
        /// Positions in `Qualifier.allCases`.
        public var qualifiers: [Int64]
        /// Whether each fact is a part of another or restates it.
        public var isDependent: [Bool]
        /// Whether a person accepted or corrected each fact.
        public var isDecided: [Bool]
        /// Days of publication as the number 20260403, 0 where unknown.
        public var published: [Int64]
        /// The lower 64 bits of the coefficients.
        public var coefficients: [Int64]
        public var exponents: [Int64]
        /// Digests of the sentences and the articles.
        public var sentences: [Int64]
        public var articles: [Int64]
        /// Value and upper end of the facts that have an upper end or a coefficient of more than 64 bits, by position.
        public var extended: [Int: (value: Number, upper: Number?)]

        public init(
            places: [Int64], series: [Int64], periods: [Int64], qualifiers: [Int64], isDependent: [Bool],
            isDecided: [Bool], published: [Int64], coefficients: [Int64], exponents: [Int64], sentences: [Int64],
            articles: [Int64], extended: [Int: (value: Number, upper: Number?)] = [:]
        ) {
            self.places = places
            self.series = series
            self.periods = periods
            self.qualifiers = qualifiers
            self.isDependent = isDependent
            self.isDecided = isDecided
            self.published = published
            self.coefficients = coefficients
            self.exponents = exponents
            self.sentences = sentences
            self.articles = articles
            self.extended = extended
        }
    }

    /// Takes in a run of facts.
    public mutating func append(_ columns: Columns) {
        let scale = max(keys.placeCount, 1)
        for index in columns.places.indices {
            let period = columns.periods[index]
            let entry = keys.entry(ofPeriod: period, series: columns.series[index])
            let published = FactRecord.day(columns.published[index])
            var flags: FactRecord.Flags = entry.isWhole ? .whole : []
            if columns.isDependent[index] { flags.insert(.dependent) }
            if columns.isDecided[index] { flags.insert(.decided) }
            if keys.isByPublication[Int(period)] { flags.insert(.byPublication) }
            var coefficient = columns.coefficients[index]
            if !columns.extended.isEmpty, let numbers = columns.extended[index] {
                flags.insert(.extended)
                coefficient = Int64(extended.count)
                extended.append(Extended(value: numbers.value, upper: numbers.upper))
            }
            let place = columns.places[index]
            parts[Int(place) * Self.partCount / (scale + 1)].append(
                FactRecord(
                    place: place, series: columns.series[index], period: entry.period, coefficient: coefficient,
                    exponent: columns.exponents[index], qualifier: columns.qualifiers[index], flags: flags,
                    published: published, asOf: entry.asOf == 0 ? published : entry.asOf,
                    sentence: columns.sentences[index], article: columns.articles[index]))
        }
    }

    /// Takes the facts of a part out, in the order of their keys, with those of the same part of others. The positions of
    /// extended numbers go on from one to the next.
    static func sortedPart(_ number: Int, of all: [FactRecords]) -> [FactRecord] {
        var records: [FactRecord] = []
        records.reserveCapacity(all.reduce(0) { $0 + $1.parts[number].count })
        var offset: Int64 = 0
        for one in all {
            if offset == 0 || one.extended.isEmpty {
                records += one.parts[number]
            } else {
                records += one.parts[number].map { record in
                    var record = record
                    if record.flags.contains(.extended) { record.coefficient += offset }
                    return record
                }
            }
            offset += Int64(one.extended.count)
        }
        return sorted(records)
    }

    /// Sorts by key, byte by byte from the last, passing over bytes that all keys share; equal keys keep their order.
    static func sorted(_ records: [FactRecord]) -> [FactRecord] {
        guard let first = records.first else { return records }
        var varying: UInt64 = 0
        for record in records { varying |= record.key ^ first.key }
        var source = records
        var target = records
        var starts = [Int](repeating: 0, count: 256)
        for shift in stride(from: UInt64(0), to: 64, by: 8) where varying >> shift & 0xFF != 0 {
            for digit in 0..<256 { starts[digit] = 0 }
            for record in source { starts[Int(record.key >> shift & 0xFF)] += 1 }
            var sum = 0
            for digit in 0..<256 {
                let count = starts[digit]
                starts[digit] = sum
                sum += count
            }
            for record in source {
                let digit = Int(record.key >> shift & 0xFF)
                target[starts[digit]] = record
                starts[digit] += 1
            }
            swap(&source, &target)
        }
        return source
    }
}
