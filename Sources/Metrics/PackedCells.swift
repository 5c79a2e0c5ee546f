import Facts

/// Cells in sixteen bytes each: a large city has as many as it has facts, and nearly every one is an exact number that one
/// fact reports.
struct PackedCells: Sendable {
    private var numbers: [NumberCell] = []
    /// The other cells, by what `numbers` holds at their places.
    private var others: [Cell] = []

    private struct NumberCell: Sendable {
        /// The coefficient of the number or, of another cell, its position among those.
        let coefficient: Int64
        /// Below 0 where the cell is one of the others.
        let fact: Int32
        let exponent: Int8
        let isWhole: Bool
        let isByPublication: Bool

        /// `nil` where the cell is more than a number of one fact.
        init?(_ cell: Cell) {
            guard let figure = cell.figure, figure.isExact, figure.upper == nil, !cell.isContradicted,
                cell.disagreements.isEmpty, cell.facts.count == 1, let fact = Int32(exactly: cell.facts[0]), fact >= 0,
                let coefficient = Int64(exactly: figure.value.coefficient),
                let exponent = Int8(exactly: figure.value.exponent)
            else { return nil }
            (self.coefficient, self.fact, self.exponent) = (coefficient, fact, exponent)
            (isWhole, isByPublication) = (cell.isWhole, cell.isByPublication)
        }

        init(other position: Int) {
            (coefficient, fact, exponent, isWhole, isByPublication) = (Int64(position), -1, 0, false, false)
        }
    }

    init(_ cells: some Sequence<Cell>) {
        for cell in cells {
            if let number = NumberCell(cell) {
                numbers.append(number)
            } else {
                numbers.append(NumberCell(other: others.count))
                others.append(cell)
            }
        }
    }

    var isEmpty: Bool { numbers.isEmpty }

    subscript(position: Int) -> Cell {
        let cell = numbers[position]
        guard cell.fact >= 0 else { return others[Int(cell.coefficient)] }
        return Cell(
            Figure(Number(coefficient: Int128(cell.coefficient), exponent: Int(cell.exponent))), fact: Int(cell.fact),
            isWhole: cell.isWhole, isByPublication: cell.isByPublication)
    }
}
