public import Facts

/// Figures that may stand in one row of a table: one indicator in one time window, change and status.
///
/// Different windows are different series, even of one indicator.
public struct Series: Sendable, Hashable {
    public let indicator: Indicator
    public let window: Window
    /// Whether the figures are levels or themselves changes.
    public let change: Change
    /// Results and plans are two series.
    public let status: Status
    /// The base of a per-unit figure (`每户`).
    public let per: String?
    /// The comparison base of a figure that is itself a change (`同比`).
    public let comparison: String?

    public init(
        indicator: Indicator, window: Window, change: Change = .none, status: Status = .actual, per: String? = nil,
        comparison: String? = nil
    ) {
        self.indicator = indicator
        self.window = window
        self.change = change
        self.status = status
        self.per = per
        self.comparison = comparison
    }

    /// Whether anything says what the figures count: numbers of no name are compared with nothing.
    public var isNamed: Bool { indicator.key != nil || !indicator.identity.item.isEmpty }

    /// Whether the figures say how much more or less there is than at another time: they are said of the figures of a row
    /// and make none of their own.
    public var isGrowth: Bool { change != .none && (comparison != nil || window == .ratio) }

    /// The series of another window, of the same indicator, change and status.
    public func inWindow(_ window: Window) -> Series {
        Series(
            indicator: indicator, window: window, change: change, status: status, per: per, comparison: comparison)
    }

    /// The series of the other status, of the same indicator, window and change.
    public func withStatus(_ status: Status) -> Series {
        Series(
            indicator: indicator, window: window, change: change, status: status, per: per, comparison: comparison)
    }

    /// The series of another indicator, of the same window, change and status.
    public func of(_ indicator: Indicator) -> Series {
        Series(
            indicator: indicator, window: window, change: change, status: status, per: per, comparison: comparison)
    }

    /// The name of the row without its window: `社区（完成“亲民化”改造）`, `志愿服务队（计划）`, `诉求（同比减少）`.
    public var title: String {
        var notes: [String] = []
        if let per { notes.append(per) }
        switch change {
        case .none: break
        case .increase: notes.append((comparison ?? "") + "增加")
        case .decrease: notes.append((comparison ?? "") + "减少")
        }
        if status == .planned { notes.append("计划") }
        return notes.reduce(indicator.name) { $0 + "（" + $1 + "）" }
    }
}

extension Series: Comparable {
    /// The order of tables: the catalogue's rows first, in its order, then ad-hoc indicators by name; results before plans.
    public static func < (left: Series, right: Series) -> Bool {
        left.sortKey.lexicographicallyPrecedes(right.sortKey)
    }

    private var sortKey: [String] {
        let position = indicator.position.map { String(1_000_000 + $0) } ?? "A"
        return [
            position, indicator.name, indicator.unit, indicator.dimension.rawValue, status.rawValue, change.rawValue,
            per ?? "", comparison ?? "", String(windowOrder), indicator.identity.action ?? "", indicator.identity.item,
        ]
    }

    private var windowOrder: Int {
        Window.allCases.firstIndex(of: window) ?? Window.allCases.count
    }
}
