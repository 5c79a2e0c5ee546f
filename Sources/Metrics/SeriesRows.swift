internal import Facts
public import Indicators

extension Series {
    /// The series in whose row the figures stand: what the year brought so far (1—3月) stands beside what its months
    /// brought, for it is told apart into months.
    public var row: Series { status == .actual && window == .ytd ? inWindow(.flow) : self }

    /// The series in whose rows something of this one stands: what a running figure grew by in a month is a flow, whatever
    /// the day from which it counts. Figures of no name stand in none.
    public var rows: [Series] {
        guard isNamed else { return [] }
        return status == .actual && window == .cumulative ? [inWindow(.flow), self] : [row]
    }
}

enum SeriesRows {
    /// The observations of each row by those of each series, in their order.
    static func rows<Position: Comparable>(of series: [Series: [Position]]) -> [Series: [Position]] {
        var rows: [Series: [Position]] = [:]
        var joined: Set<Series> = []
        for (one, positions) in series {
            for row in one.rows {
                if rows[row] != nil { joined.insert(row) }
                rows[row, default: []] += positions
            }
        }
        for row in joined { rows[row]?.sort() }
        return rows
    }
}
