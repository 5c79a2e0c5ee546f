import Reports

/// The formula that a figure follows from, in the notation of the file format.
///
/// It is written only where it gives the stored figure: a spreadsheet that computes anew must change no cell.
struct LiveFormula {
    let part: WorkbookPlan.TablePart
    /// Position of the cell in its table.
    let row: Int
    let column: Int
    /// The row itself, which may cost something to be made again.
    let cells: Row

    private var cell: Cell { cells[column] }

    /// The formula without `=`; nil where the cell has none, refers to cells beyond its sheet, or shows a figure that the
    /// formula does not give.
    var expression: String? {
        guard let formula = cell.formula, let stored = cell.storedNumber, let (text, value) = evaluate(formula) else {
            return nil
        }
        if LiveFormula.agree(value, stored) { return text }
        // A quotient that was rounded to the decimals shown is rounded by the formula too.
        guard let places = storedPlaces, places <= 12 else { return nil }
        let power = (0..<places).reduce(1.0) { power, _ in power * 10 }
        let rounded = (value * power).rounded(.toNearestOrAwayFromZero) / power
        return LiveFormula.agree(rounded, stored) ? "ROUND(\(text),\(places))" : nil
    }

    /// Whether two numbers are equal to the 15 significant digits that spreadsheets keep.
    static func agree(_ left: Double, _ right: Double) -> Bool {
        abs(left - right) <= 1e-15 * max(abs(left), abs(right))
    }

    /// Decimals of the number as it is stored.
    private var storedPlaces: Int? {
        switch cell.value {
        case .number(let amount), .points(let amount): max(0, -amount.exponent)
        case .percent(let amount): max(0, 2 - amount.exponent)
        default: nil
        }
    }

    private func evaluate(_ formula: Formula) -> (text: String, value: Double)? {
        switch formula {
        case .sumOfRows(let spans): sum(ofRows: spans)
        case .sumOfColumns(let keys): sum(ofColumns: keys)
        case .difference(let of, let minus):
            operands(of, minus).map { left, right in
                let (text, value) = ("\(left.address)-\(right.address)", left.value - right.value)
                // Rates are stored as fractions, the difference of two in percentage points.
                guard isPoints, left.isPercent, right.isPercent else { return (text, value) }
                return ("(\(text))*100", value * 100)
            }
        case .percentage(let of, let by):
            quotient(of, by).map { (scaled($0.text), scaled($0.value)) }
        case .growth(let of, let from):
            // The difference first: a quotient less one would lose digits.
            operands(of, from).flatMap { later, earlier in
                guard earlier.value != 0 else { return nil }
                return (
                    scaled("(\(later.address)-\(earlier.address))/\(earlier.address)"),
                    scaled((later.value - earlier.value) / earlier.value)
                )
            }
        }
    }

    private var isPercent: Bool { if case .percent = cell.value { true } else { false } }
    private var isPoints: Bool { if case .points = cell.value { true } else { false } }

    /// Per cent is stored as a fraction; as a plain number it is a hundred times that.
    private func scaled(_ text: String) -> String { isPercent ? text : text + "*100" }
    private func scaled(_ value: Double) -> Double { isPercent ? value : value * 100 }

    // MARK: Operands

    private typealias Operand = (address: String, value: Double, isPercent: Bool)

    private func operands(_ left: String, _ right: String) -> (Operand, Operand)? {
        guard let left = operand(left), let right = operand(right) else { return nil }
        return (left, right)
    }

    private func quotient(_ numerator: String, _ denominator: String) -> (text: String, value: Double)? {
        guard let (over, under) = operands(numerator, denominator), under.value != 0 else { return nil }
        return ("\(over.address)/\(under.address)", over.value / under.value)
    }

    private func operand(_ key: String) -> Operand? {
        guard let position = part.table.index(ofColumn: key) else { return nil }
        let cell = cells[position]
        guard let value = cell.storedNumber else { return nil }
        let isPercent = if case .percent = cell.value { true } else { false }
        return (address(row, position), value, isPercent)
    }

    private func address(_ row: Int, _ column: Int) -> String {
        CellRange.address(row: part.sheetRow(of: row), column: part.spans[column].lowerBound)
    }

    private func sum(ofRows spans: [RowSpan]) -> (text: String, value: Double)? {
        var ranges: [String] = []
        var total = CompensatedSum()
        for span in spans where span.count > 0 {
            guard span.start >= part.rows.lowerBound, span.end <= part.rows.upperBound,
                !span.range.contains(row)
            else { return nil }
            let (first, last) = (address(span.start, column), address(span.end - 1, column))
            ranges.append(span.count == 1 ? first : "\(first):\(last)")
            for row in span.range {
                if let value = part.table.rows[row][column].storedNumber { total.add(value) }
            }
        }
        return sum(of: ranges, total.value)
    }

    private func sum(ofColumns keys: [String]) -> (text: String, value: Double)? {
        let positions = keys.compactMap { part.table.index(ofColumn: $0) }.sorted()
        guard positions.count == keys.count, !positions.contains(column) else { return nil }
        var ranges: [String] = []
        var total = CompensatedSum()
        var start = 0
        for (index, position) in positions.enumerated() {
            if let value = cells[position].storedNumber { total.add(value) }
            let isEnd = index + 1 == positions.count || positions[index + 1] != position + 1
            if isEnd {
                let (first, last) = (address(row, positions[start]), address(row, position))
                ranges.append(start == index ? first : "\(first):\(last)")
                start = index + 1
            }
        }
        return sum(of: ranges, total.value)
    }

    /// The format allows 255 arguments and 8192 characters; a sum of more runs stays a figure.
    private func sum(of ranges: [String], _ value: Double) -> (text: String, value: Double)? {
        guard (1...255).contains(ranges.count) else { return nil }
        let text = "SUM(" + ranges.joined(separator: ",") + ")"
        return text.utf8.count < 8_000 ? (text, value) : nil
    }
}

/// A sum of binary numbers that does not gather their rounding errors (Neumaier).
private struct CompensatedSum {
    private var sum = 0.0
    private var compensation = 0.0

    mutating func add(_ value: Double) {
        let next = sum + value
        compensation += abs(sum) >= abs(value) ? (sum - next) + value : (value - next) + sum
        sum = next
    }

    var value: Double { sum + compensation }
}
