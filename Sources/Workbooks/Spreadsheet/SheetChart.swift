import CXlsxWriter

/// A chart being made, before it is put on a sheet. Cells without data are gaps, never zeros.
///
/// Part of the room for unsafe code, as `WorkbookFile` explains.
@safe
final class SheetChart {
    enum Kind: Hashable, Sendable {
        case bar, column, line, stackedColumn

        fileprivate var type: lxw_chart_type {
            switch self {
            case .bar: LXW_CHART_BAR
            case .column: LXW_CHART_COLUMN
            case .line: LXW_CHART_LINE
            case .stackedColumn: LXW_CHART_COLUMN_STACKED
            }
        }
    }

    let chart: UnsafeMutablePointer<lxw_chart>
    private let kind: Kind
    private let fontName: String
    private let file: WorkbookFile
    private var seriesCount = 0

    init(_ kind: Kind, fontName: String, file: WorkbookFile) throws(WorkbookError) {
        self.kind = kind
        self.fontName = fontName
        self.file = file
        unsafe chart = unsafe try file.newChart(UInt8(kind.type.rawValue))
        unsafe chart_title_off(chart)
        unsafe chart_show_blanks_as(chart, UInt8(LXW_CHART_BLANKS_AS_GAP.rawValue))
        // A row that a reader filters out of a list stays in the chart.
        unsafe chart_show_hidden_data(chart)
        if kind != .line { unsafe chart_set_series_gap(chart, kind == .bar ? 40 : 80) }
        if kind == .stackedColumn { unsafe chart_set_series_overlap(chart, 100) }
    }

    /// A series whose name is given, whose categories and values stand in ranges of one sheet.
    ///
    /// - Parameters:
    ///   - colour: Beside it each line has a marker and a dash of its own, so that grey print tells them apart.
    ///   - labelFormat: Format code of the figures beside bars and columns; nil for none.
    func addSeries(
        name: String, categories: CellRange, values: CellRange, sheetName: String, colour: UInt32, labelFormat: String?
    ) throws(WorkbookError) {
        func reference(_ range: CellRange) -> String {
            "=" + sheetName.quotedSheetName + "!" + range.address(absolute: true)
        }
        guard let series = unsafe chart_add_series(chart, reference(categories), reference(values)) else {
            throw WorkbookError(path: file.path, kind: .memory, place: sheetName)
        }
        unsafe chart_series_set_name(series, name)
        if kind == .line {
            unsafe draw(line: series, colour: colour)
        } else {
            var fill = lxw_chart_fill(color: colour, none: 0, transparency: 0)
            unsafe chart_series_set_fill(series, &fill)
        }
        if let labelFormat {
            var font = unsafe lxw_chart_font()
            let strings = CStrings()
            unsafe font.name = strings.copy(fontName)
            unsafe font.size = 9
            // In a stacked column the figure stands on the colour itself.
            if kind == .stackedColumn, SheetChart.isDark(colour) { unsafe font.color = 0xFFFFFF }
            unsafe chart_series_set_labels(series)
            unsafe chart_series_set_labels_num_format(series, labelFormat)
            unsafe chart_series_set_labels_font(series, &font)
        }
        seriesCount += 1
    }

    /// Whether black does not stand out from the colour.
    private static func isDark(_ colour: UInt32) -> Bool {
        let (red, green, blue) = (colour >> 16 & 0xFF, colour >> 8 & 0xFF, colour & 0xFF)
        return 299 * red + 587 * green + 114 * blue < 128_000
    }

    private func draw(line series: UnsafeMutablePointer<lxw_chart_series>, colour: UInt32) {
        let markers = [
            LXW_CHART_MARKER_CIRCLE, LXW_CHART_MARKER_SQUARE, LXW_CHART_MARKER_TRIANGLE, LXW_CHART_MARKER_DIAMOND,
        ]
        let dashes = [
            LXW_CHART_LINE_DASH_SOLID, LXW_CHART_LINE_DASH_DASH, LXW_CHART_LINE_DASH_DASH_DOT,
            LXW_CHART_LINE_DASH_ROUND_DOT,
        ]
        var line = lxw_chart_line()
        line.color = colour
        line.width = 2
        line.dash_type = UInt8(dashes[seriesCount % dashes.count].rawValue)
        unsafe chart_series_set_line(series, &line)
        var fill = lxw_chart_fill(color: colour, none: 0, transparency: 0)
        var edge = lxw_chart_line()
        edge.color = colour
        unsafe chart_series_set_marker_type(series, UInt8(markers[seriesCount % markers.count].rawValue))
        unsafe chart_series_set_marker_size(series, 6)
        unsafe chart_series_set_marker_fill(series, &fill)
        unsafe chart_series_set_marker_line(series, &edge)
    }

    /// Axes, legend and fonts; comes after the series.
    ///
    /// - Parameters:
    ///   - valueTitle: What the value axis measures.
    ///   - valueFormat: Format code of the value axis.
    ///   - countsInOnes: Whether the value axis has a line for each one: of small counts, which have no halves.
    ///   - startsAtZero: Whether the value axis starts at 0, so that small changes look small.
    func finish(valueTitle: String?, valueFormat: String, countsInOnes: Bool = false, startsAtZero: Bool = true) {
        let strings = CStrings()
        var font = unsafe lxw_chart_font()
        unsafe font.name = strings.copy(fontName)
        unsafe font.size = 9
        unsafe font.color = 0x404040
        var light = lxw_chart_line()
        light.color = 0xD9D9D9
        light.width = 0.75
        // The library names the axes by where they lie: those of bars are turned.
        let (across, up) = (LXW_CHART_AXIS_TYPE_X, LXW_CHART_AXIS_TYPE_Y)
        if let categories = unsafe chart_axis_get(chart, kind == .bar ? up : across),
            let values = unsafe chart_axis_get(chart, kind == .bar ? across : up)
        {
            unsafe chart_axis_set_num_font(categories, &font)
            unsafe chart_axis_set_num_font(values, &font)
            unsafe chart_axis_set_line(categories, &light)
            unsafe chart_axis_set_line(values, &light)
            // The first category of a ranking stands on top, the value axis below the last.
            if kind == .bar {
                unsafe chart_axis_set_reverse(categories)
                unsafe chart_axis_set_crossing_max(categories)
            }
            unsafe chart_axis_set_num_format(values, valueFormat)
            unsafe chart_axis_major_gridlines_set_visible(values, 1)
            unsafe chart_axis_major_gridlines_set_line(values, &light)
            unsafe chart_axis_major_gridlines_set_visible(categories, 0)
            if kind != .line || startsAtZero { unsafe chart_axis_set_min(values, 0) }
            if countsInOnes { unsafe chart_axis_set_major_unit(values, 1) }
            if let valueTitle {
                unsafe chart_axis_set_name(values, valueTitle)
                unsafe chart_axis_set_name_font(values, &font)
            }
        }
        if seriesCount > 1 {
            unsafe chart_legend_set_position(chart, UInt8(LXW_CHART_LEGEND_TOP.rawValue))
            unsafe chart_legend_set_font(chart, &font)
        } else {
            unsafe chart_legend_set_position(chart, UInt8(LXW_CHART_LEGEND_NONE.rawValue))
        }
        unsafe chart_chartarea_set_line(chart, &light)
    }
}
