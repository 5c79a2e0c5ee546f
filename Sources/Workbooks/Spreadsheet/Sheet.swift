import CXlsxWriter

/// One sheet of a workbook being written. Rows and columns count from 0.
///
/// Part of the room for unsafe code, as `WorkbookFile` explains.
@safe
final class Sheet {
    let name: String
    /// Whether rows must be written from top to bottom, and tables are impossible.
    let isStreamed: Bool
    let file: WorkbookFile
    private let worksheet: UnsafeMutablePointer<lxw_worksheet>

    init(name: String, isStreamed: Bool, worksheet: UnsafeMutablePointer<lxw_worksheet>, file: WorkbookFile) {
        self.name = name
        self.isStreamed = isStreamed
        unsafe self.worksheet = unsafe worksheet
        self.file = file
    }

    // MARK: Cells

    /// Text stays text, whatever it begins with; what a cell cannot hold is replaced or cut (`CellText`).
    func write(_ text: String, row: Int, column: Int, style: WorkbookFile.Style?) throws(WorkbookError) {
        let (r, c) = try position(row, column)
        let fitting = CellText.fitting(text)
        let format = unsafe file.format(style)
        // Passing the string as an argument would copy it to the heap.
        let code = unsafe fitting.withCString { unsafe worksheet_write_string(worksheet, r, c, $0, format) }
        try check(code, row, column)
    }

    /// A number, stored with up to 16 significant digits. One that is not finite has no place in the format and throws.
    func write(_ number: Double, row: Int, column: Int, style: WorkbookFile.Style?) throws(WorkbookError) {
        let (r, c) = try position(row, column)
        guard number.isFinite else { throw fault("a number that is not finite", row, column) }
        try check(unsafe worksheet_write_number(worksheet, r, c, number, file.format(style)), row, column)
    }

    /// A formula in English notation without `=`, and the result that programs show before they compute.
    func write(
        formula: String, result: Double, row: Int, column: Int, style: WorkbookFile.Style?
    ) throws(WorkbookError) {
        let (r, c) = try position(row, column)
        guard result.isFinite else { throw fault("a result that is not finite", row, column) }
        let code = unsafe worksheet_write_formula_num(worksheet, r, c, "=" + formula, file.format(style), result)
        try check(code, row, column)
    }

    /// A cell without content that has a style.
    func writeBlank(row: Int, column: Int, style: WorkbookFile.Style) throws(WorkbookError) {
        let (r, c) = try position(row, column)
        try check(unsafe worksheet_write_blank(worksheet, r, c, file.format(style)), row, column)
    }

    /// A text of which some runs have a style of their own. Empty runs are left out.
    func write(
        runs: [(text: String, style: WorkbookFile.Style?)], row: Int, column: Int, style: WorkbookFile.Style?
    ) throws(WorkbookError) {
        let runs = runs.filter { !$0.text.isEmpty }
        let text = runs.map(\.text).joined()
        guard runs.count > 1, CellText.fitting(text) == text else {
            return try write(text, row: row, column: column, style: style)
        }
        let (r, c) = try position(row, column)
        let strings = CStrings()
        var fragments: [lxw_rich_string_tuple] = unsafe []
        for run in runs {
            let fragment = unsafe lxw_rich_string_tuple(format: file.format(run.style), string: strings.copy(run.text))
            unsafe fragments.append(fragment)
        }
        let code = unsafe fragments.withUnsafeMutableBufferPointer { buffer in
            var list: [UnsafeMutablePointer<lxw_rich_string_tuple>?] = unsafe []
            for index in buffer.indices { unsafe list.append(buffer.baseAddress.map { unsafe $0 + index }) }
            unsafe list.append(nil)
            return unsafe worksheet_write_rich_string(worksheet, r, c, &list, file.format(style))
        }
        try check(code, row, column)
    }

    /// Lets a cell lead to a range of this workbook. Comes before the cell's content, which then replaces the address that
    /// the library puts there.
    func link(
        to range: CellRange, of sheetName: String, row: Int, column: Int, style: WorkbookFile.Style?
    ) throws(WorkbookError) {
        let (r, c) = try position(row, column)
        let address = "internal:" + sheetName.quotedSheetName + "!" + range.address()
        try check(unsafe worksheet_write_url(worksheet, r, c, address, file.format(style)), row, column)
    }

    /// Joins the cells and gives them one style; content is then written into the first. On a streamed sheet only cells of
    /// one row can be joined.
    func merge(_ range: CellRange, style: WorkbookFile.Style) throws(WorkbookError) {
        let (r, c) = try position(range.rows.lowerBound, range.columns.lowerBound)
        let (lastRow, lastColumn) = try position(range.rows.upperBound, range.columns.upperBound)
        guard range.rows.count > 1 || range.columns.count > 1 else {
            return try writeBlank(row: range.rows.lowerBound, column: range.columns.lowerBound, style: style)
        }
        let code = unsafe worksheet_merge_range(worksheet, r, c, lastRow, lastColumn, "", file.format(style))
        try check(code, range.rows.lowerBound, range.columns.lowerBound)
    }

    /// A remark that opens when one points at the cell.
    func comment(_ text: String, row: Int, column: Int) throws(WorkbookError) {
        let (r, c) = try position(row, column)
        let fitting = CellText.fitting(text)
        var options = unsafe lxw_comment_options()
        // Wide enough for a line of Chinese, as high as the text needs.
        unsafe options.width = 220
        unsafe options.height = UInt16(clamping: 24 + 18 * (1 + fitting.utf16.count / 14))
        unsafe options.font_size = 9
        try check(unsafe worksheet_write_comment_opt(worksheet, r, c, fitting, &options), row, column)
    }

    /// A remark that shows when the cell is selected and marks it in no way before.
    func prompt(_ text: String, row: Int, column: Int) throws(WorkbookError) {
        let (r, c) = try position(row, column)
        let strings = CStrings()
        var validation = unsafe lxw_data_validation()
        unsafe validation.validate = UInt8(LXW_VALIDATION_TYPE_ANY.rawValue)
        // The format holds 255 characters here.
        unsafe validation.input_message = strings.copy(String(CellText.fitting(text).prefix(120)))
        try check(unsafe worksheet_data_validation_cell(worksheet, r, c, &validation), row, column)
    }

    /// A list to choose from in the cells of a range, with a remark that shows when one is selected. Other text may be
    /// written, too.
    func offer(_ choices: [String], remark: String, in range: CellRange) throws(WorkbookError) {
        let strings = CStrings()
        var validation = unsafe lxw_data_validation()
        unsafe validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
        unsafe validation.error_type = UInt8(LXW_VALIDATION_ERROR_TYPE_INFORMATION.rawValue)
        unsafe validation.show_error = UInt8(LXW_VALIDATION_OFF.rawValue)
        unsafe validation.input_message = strings.copy(String(CellText.fitting(remark).prefix(120)))
        let first = try position(range.rows.lowerBound, range.columns.lowerBound)
        let last = try position(range.rows.upperBound, range.columns.upperBound)
        var list: [UnsafeMutablePointer<CChar>?] = unsafe choices.map { unsafe strings.copy($0) } + [nil]
        let code = unsafe list.withUnsafeMutableBufferPointer { pointers in
            unsafe validation.value_list = pointers.baseAddress
            return unsafe worksheet_data_validation_range(
                worksheet, first.row, first.column, last.row, last.column, &validation)
        }
        try check(code, range.rows.lowerBound, range.columns.lowerBound)
    }

    // MARK: Rows and columns

    /// - Parameters:
    ///   - width: In characters of the default font, a Chinese character counting two.
    ///   - level: Depth of the outline, at most 7.
    func setColumns(_ columns: ClosedRange<Int>, width: Double, level: Int = 0) throws(WorkbookError) {
        let (_, first) = try position(0, columns.lowerBound)
        let (_, last) = try position(0, columns.upperBound)
        var options = lxw_row_col_options(hidden: 0, level: UInt8(clamping: min(level, 7)), collapsed: 0)
        let limited = min(width, SheetLimit.columnWidth)
        try check(
            unsafe worksheet_set_column_opt(worksheet, first, last, limited, nil, &options), 0, columns.lowerBound)
    }

    /// Comes before the row's cells. `height` in points; nil lets the program fit it to the text.
    func setRow(_ row: Int, height: Double? = nil, level: Int = 0) throws(WorkbookError) {
        let (r, _) = try position(row, 0)
        var options = lxw_row_col_options(hidden: 0, level: UInt8(clamping: min(level, 7)), collapsed: 0)
        let points = height ?? Sheet.defaultRowHeight
        try check(unsafe worksheet_set_row_opt(worksheet, r, points, nil, &options), row, 0)
    }

    /// Points.
    static let defaultRowHeight = 15.0
    /// Points; the format allows no higher row.
    static let maximumRowHeight = 409.0

    /// Keeps the rows above and the columns left of a cell in view.
    func freeze(row: Int, column: Int) throws(WorkbookError) {
        let (r, c) = try position(row, column)
        unsafe worksheet_freeze_panes(worksheet, r, c)
    }

    /// Whether summary rows and columns stand above and left of what they sum up (as streets do above their communities).
    func putSummariesFirst() {
        unsafe worksheet_outline_settings(worksheet, 1, 0, 0, 0)
    }

    // MARK: Ranges

    /// Filter buttons on the first row of the range; a sheet has one such range beside its tables.
    func filter(_ range: CellRange) throws(WorkbookError) {
        // Of a streamed sheet the library takes no range that ends above the row written last, as one does under which
        // totals stand; the range itself is kept beside the rows.
        let isStreamed = unsafe worksheet.pointee.optimize
        unsafe worksheet.pointee.optimize = 0
        defer { unsafe worksheet.pointee.optimize = isStreamed }
        try check(
            unsafe worksheet_autofilter(
                worksheet, row(range.rows.lowerBound), column(range.columns.lowerBound), row(range.rows.upperBound),
                column(range.columns.upperBound)), range.rows.lowerBound, range.columns.lowerBound)
    }

    /// Makes the range, its first row the headers, a table: filters, stripes, references by name (`T_ledger[数量]`).
    ///
    /// - Parameters:
    ///   - name: Valid as a defined name and unique in the workbook.
    ///   - headers: Unique without regard to case, one for each column.
    func addTable(
        _ range: CellRange, name: String, headers: [String], headerStyle: WorkbookFile.Style
    ) throws(WorkbookError) {
        let strings = CStrings()
        var columns: [lxw_table_column] = unsafe []
        for header in headers {
            var column = unsafe lxw_table_column()
            unsafe column.header = strings.copy(header)
            unsafe column.header_format = file.format(headerStyle)
            unsafe columns.append(column)
        }
        let first = try position(range.rows.lowerBound, range.columns.lowerBound)
        let last = try position(range.rows.upperBound, range.columns.upperBound)
        let code = unsafe columns.withUnsafeMutableBufferPointer { buffer in
            var list: [UnsafeMutablePointer<lxw_table_column>?] = unsafe []
            for index in buffer.indices { unsafe list.append(buffer.baseAddress.map { unsafe $0 + index }) }
            unsafe list.append(nil)
            return unsafe list.withUnsafeMutableBufferPointer { pointers in
                var options = unsafe lxw_table_options()
                unsafe options.name = strings.copy(name)
                unsafe options.style_type = UInt8(LXW_TABLE_STYLE_TYPE_LIGHT.rawValue)
                unsafe options.style_type_number = 1
                unsafe options.columns = pointers.baseAddress
                return unsafe worksheet_add_table(worksheet, first.row, first.column, last.row, last.column, &options)
            }
        }
        try check(code, range.rows.lowerBound, range.columns.lowerBound)
    }

    /// Bars in the cells, from 0, solid and outlined so that they survive printing in grey.
    func addDataBars(_ range: CellRange, colour: UInt32) throws(WorkbookError) {
        var format = unsafe lxw_conditional_format()
        unsafe format.type = UInt8(LXW_CONDITIONAL_DATA_BAR.rawValue)
        unsafe format.data_bar_2010 = 1
        unsafe format.bar_solid = 1
        unsafe format.bar_color = Sheet.lightened(colour, by: 0.6)
        unsafe format.bar_border_color = colour
        unsafe format.min_rule_type = UInt8(LXW_CONDITIONAL_RULE_TYPE_NUMBER.rawValue)
        unsafe format.min_value = 0
        unsafe format.max_rule_type = UInt8(LXW_CONDITIONAL_RULE_TYPE_MAXIMUM.rawValue)
        unsafe try add(&format, to: range)
    }

    /// White for the least, a light tint of the colour for the most: one hue, so that grey keeps the order.
    func addColourScale(_ range: CellRange, colour: UInt32) throws(WorkbookError) {
        var format = unsafe lxw_conditional_format()
        unsafe format.type = UInt8(LXW_CONDITIONAL_2_COLOR_SCALE.rawValue)
        unsafe format.min_color = 0xFFFFFF
        unsafe format.max_color = Sheet.lightened(colour, by: 0.45)
        unsafe try add(&format, to: range)
    }

    private func add(_ format: inout lxw_conditional_format, to range: CellRange) throws(WorkbookError) {
        let first = try position(range.rows.lowerBound, range.columns.lowerBound)
        let last = try position(range.rows.upperBound, range.columns.upperBound)
        let code = unsafe worksheet_conditional_format_range(
            worksheet, first.row, first.column, last.row, last.column, &format)
        try check(code, range.rows.lowerBound, range.columns.lowerBound)
    }

    /// The colour mixed with white: 0 leaves it, 1 gives white.
    static func lightened(_ colour: UInt32, by share: Double) -> UInt32 {
        [16, 8, 0].reduce(0) { mixed, shift in
            let part = Double((colour >> UInt32(shift)) & 0xFF)
            return mixed | UInt32(part + (255 - part) * share) << UInt32(shift)
        }
    }

    /// Keeps programs from warning that codes in these cells are numbers stored as text.
    func allowDigitsAsText(_ ranges: [CellRange]) throws(WorkbookError) {
        let list = ranges.map { $0.address() }.joined(separator: " ")
        let type = UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue)
        try check(unsafe worksheet_ignore_errors(worksheet, type, list), 0, 0)
    }

    // MARK: The sheet as a whole

    /// A4, one page wide, page numbers at the foot.
    func setPage(_ page: PageSetup) throws(WorkbookError) {
        let a4: UInt8 = 9
        unsafe worksheet_set_paper(worksheet, a4)
        if page.isLandscape { unsafe worksheet_set_landscape(worksheet) }
        unsafe worksheet_set_margins(worksheet, 0.5, 0.5, 0.6, 0.7)
        if let scale = page.scale {
            unsafe worksheet_set_print_scale(worksheet, UInt16(clamping: scale))
        } else {
            unsafe worksheet_fit_to_pages(worksheet, UInt16(clamping: page.pagesWide), 0)
        }
        unsafe worksheet_center_horizontally(worksheet)
        if !page.header.isEmpty { try check(unsafe worksheet_set_header(worksheet, page.header), 0, 0) }
        try check(unsafe worksheet_set_footer(worksheet, page.footer), 0, 0)
        if !page.breaks.isEmpty {
            // The library's list ends with 0.
            var breaks = page.breaks.filter { (1..<SheetLimit.rows).contains($0) }.map(lxw_row_t.init) + [0]
            let code = unsafe breaks.withUnsafeMutableBufferPointer {
                unsafe worksheet_set_h_pagebreaks(worksheet, $0.baseAddress)
            }
            try check(code, 0, 0)
        }
        if !page.columnBreaks.isEmpty {
            var breaks = page.columnBreaks.filter { (1..<SheetLimit.columns).contains($0) }.map(lxw_col_t.init) + [0]
            let code = unsafe breaks.withUnsafeMutableBufferPointer {
                unsafe worksheet_set_v_pagebreaks(worksheet, $0.baseAddress)
            }
            try check(code, 0, 0)
        }
        if let rows = page.repeatedRows {
            try check(unsafe worksheet_repeat_rows(worksheet, row(rows.lowerBound), row(rows.upperBound)), 0, 0)
        }
        if let columns = page.repeatedColumns {
            let (first, last) = (try column(columns.lowerBound), try column(columns.upperBound))
            try check(unsafe worksheet_repeat_columns(worksheet, first, last), 0, 0)
        }
        if let area = page.area {
            let first = try position(area.rows.lowerBound, area.columns.lowerBound)
            let last = try position(area.rows.upperBound, area.columns.upperBound)
            try check(unsafe worksheet_print_area(worksheet, first.row, first.column, last.row, last.column), 0, 0)
        }
    }

    /// The sheet that shows when the workbook opens.
    func activate() {
        unsafe worksheet_activate(worksheet)
    }

    func hideGridLines() {
        unsafe worksheet_gridlines(worksheet, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue))
    }

    /// Puts a chart with its upper left corner at a cell; the size in pixels.
    func insert(
        _ chart: SheetChart, row: Int, column: Int, width: Int, height: Int, description: String
    ) throws(WorkbookError) {
        let (r, c) = try position(row, column)
        let strings = CStrings()
        // The library scales a default size.
        let defaultSize = (width: 480.0, height: 288.0)
        var options = unsafe lxw_chart_options()
        unsafe options.x_scale = Double(width) / defaultSize.width
        unsafe options.y_scale = Double(height) / defaultSize.height
        unsafe options.x_offset = 4
        unsafe options.y_offset = 4
        unsafe options.object_position = UInt8(LXW_OBJECT_MOVE_DONT_SIZE.rawValue)
        unsafe options.description = strings.copy(description)
        try check(unsafe worksheet_insert_chart_opt(worksheet, r, c, chart.chart, &options), row, column)
    }

    /// Puts a picture (PNG, JPEG) with its upper left corner at a cell, no higher than so many pixels.
    func insert(image: [UInt8], row: Int, column: Int, scale: Double) throws(WorkbookError) {
        let (r, c) = try position(row, column)
        var options = unsafe lxw_image_options()
        unsafe options.x_scale = scale
        unsafe options.y_scale = scale
        unsafe options.object_position = UInt8(LXW_OBJECT_MOVE_DONT_SIZE.rawValue)
        let code = unsafe image.withUnsafeBufferPointer {
            unsafe worksheet_insert_image_buffer_opt(worksheet, r, c, $0.baseAddress, image.count, &options)
        }
        try check(code, row, column)
    }

    // MARK: Checks

    private typealias Position = (row: lxw_row_t, column: lxw_col_t)

    /// The position as the library counts it, after the checks that it would answer with a silent loss.
    private func position(_ row: Int, _ column: Int) throws(WorkbookError) -> Position {
        guard file.isOpen else { throw fault("the workbook is closed", row, column) }
        guard (0..<SheetLimit.rows).contains(row), (0..<SheetLimit.columns).contains(column) else {
            throw fault("a cell beyond the limits of a sheet", row, column)
        }
        return (lxw_row_t(row), lxw_col_t(column))
    }

    private func row(_ row: Int) throws(WorkbookError) -> lxw_row_t { try position(row, 0).row }
    private func column(_ column: Int) throws(WorkbookError) -> lxw_col_t { try position(0, column).column }

    private func fault(_ text: String, _ row: Int, _ column: Int) -> WorkbookError {
        WorkbookError(path: file.path, kind: .format(text), place: place(row, column))
    }

    private func check(_ code: lxw_error, _ row: Int, _ column: Int) throws(WorkbookError) {
        if code != LXW_NO_ERROR { try file.check(code, place: place(row, column)) }
    }

    private func place(_ row: Int, _ column: Int) -> String {
        name + "!" + CellRange.address(row: max(0, row), column: max(0, column))
    }
}

/// How a sheet is printed.
struct PageSetup {
    var isLandscape = false
    var pagesWide = 1
    /// Per cent of the full size; `nil` to fit the pages that the sheet is wide.
    var scale: Int?
    /// In the file format's codes: `&C` centre, `&P` page, `&N` pages; `&` itself is doubled.
    var header = ""
    var footer = ""
    var repeatedRows: ClosedRange<Int>?
    var repeatedColumns: ClosedRange<Int>?
    /// Rows that begin a page.
    var breaks: [Int] = []
    /// Columns that begin a page.
    var columnBreaks: [Int] = []
    var area: CellRange?
}
