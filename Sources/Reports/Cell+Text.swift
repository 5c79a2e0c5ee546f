/// The language of a report's labels. Text from bulletins is never translated.
public enum Language: String, Sendable, Hashable, CaseIterable {
    case chinese = "zh-CN"
    case english = "en"
}

extension Cell {
    /// The cell as people read it, marks included: `≥50`, `1,242`, `64.3%`, `2 / 5`, `451〔2月〕`, `—` for no data.
    ///
    /// Every format that is read rather than computed with uses this one wording.
    public func displayText(format: NumberFormat = NumberFormat(), language: Language = .chinese) -> String {
        let figure = unmarkedText(format: format, language: language)
        guard !marks.isPlain, !isEmpty else { return figure }
        var text = marks.bound.sign + figure
        text += marks.originMark(language)
        return marks.isContradicted ? text + "※" : text
    }

    private func unmarkedText(format: NumberFormat, language: Language) -> String {
        switch value {
        case .empty: "—"
        case .text(let text): text
        case .number(let amount): format.text(amount)
        case .range(let lower, let upper):
            format.text(lower) + (language == .chinese ? "～" : "–") + format.text(upper)
        case .percent(let amount): format.text(amount) + "%"
        case .points(let amount):
            format.text(amount) + (language == .chinese ? "个百分点" : " pp")
        case .rank(let rank, let count): "\(rank) / \(count)"
        case .day(let day): day.description
        case .month(let month): month.description
        }
    }
}

extension Marks {
    /// Where the figure comes from, if not from a report of the month: of a stock carried forward `〔2月〕`, of another year
    /// than the report's `〔2025年12月〕`, of a sum that holds such stocks `〔最早2月〕`, of a difference of running figures `〔推算〕`;
    /// else empty.
    public func originMark(_ language: Language) -> String {
        let computed = isDifference ? (language == .chinese ? "〔推算〕" : " [computed]") : ""
        guard let month = carriedFrom else { return computed }
        guard language == .chinese else { return " [\(isOldest ? "oldest " : "")\(month)]" + computed }
        return "〔\(isOldest ? "最早" : "")\(namesYear ? "\(month.year)年" : "")\(month.month)月〕" + computed
    }
}

/// How the numbers of a column are written.
public struct NumberFormat: Sendable, Hashable {
    /// Exactly so many decimals; `nil` for as many as the number has (`Amount.shownPlaces`).
    public var places: Int?
    /// Whether thousands are grouped (`137,300`).
    public var grouping: Bool
    /// Whether a positive number carries a plus sign, as changes do.
    public var showsPlus: Bool

    public init(places: Int? = nil, grouping: Bool = true, showsPlus: Bool = false) {
        self.places = places
        self.grouping = grouping
        self.showsPlus = showsPlus
    }

    /// The amount, rounded for display, in ASCII digits.
    public func text(_ amount: Amount) -> String {
        let rounded = amount.rounded(toPlaces: places ?? amount.shownPlaces)
        var (whole, fraction) = rounded.digits
        if let places, fraction.utf8.count < places {
            fraction += String(repeating: "0", count: places - fraction.utf8.count)
        }
        if grouping { whole = grouped(whole) }
        let sign = rounded.isNegative ? "-" : showsPlus && !rounded.isZero ? "+" : ""
        return sign + whole + (fraction.isEmpty ? "" : "." + fraction)
    }

    private func grouped(_ digits: String) -> String {
        let count = digits.utf8.count
        guard count > 3 else { return digits }
        var result = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (count - index) % 3 == 0 { result += "," }
            result.append(digit)
        }
        return result
    }
}
