import CXlsxWriter

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A workbook being written, the one owner of the C library's memory.
///
/// This file, `Sheet.swift` and `SheetChart.swift` are the room for unsafe code: the library's pointers never leave them,
/// everything the library would refuse or take silently is checked before the call, and every error code is turned into a
/// `WorkbookError`. The file grows beside its place, `finish()` moves it there; if that is never reached, nothing of it
/// remains.
@safe
final class WorkbookFile {
    /// What the file says of itself. No clock: `created` is given by the caller.
    struct Properties {
        var title = ""
        var author = ""
        var company = ""
        var comments = ""
        /// Seconds since 1970-01-01 00:00 UTC; must not be 0, which the library reads as now.
        var created: Int
    }

    /// A style as registered with the file.
    struct Style: Hashable, Sendable {
        fileprivate let index: Int
    }

    /// The fonts of cells and headings. Neither is on every machine: the character set, which the file stores beside the
    /// name, lets a program without the font choose another Chinese one.
    struct Fonts {
        var text = "宋体"
        var heading = "黑体"
    }

    let path: String
    private let fonts: Fonts
    private let temporaryPath: String
    private var workbook: UnsafeMutablePointer<lxw_workbook>?
    private var formats: [UnsafeMutablePointer<lxw_format>] = unsafe []
    private var styles: [CellStyle: Style] = [:]
    private var names: [(name: String, formula: String)] = []
    private var sheets: [UnsafeMutablePointer<lxw_worksheet>] = unsafe []
    /// What the temporary files of streamed sheets are written through, as long as the library has them open.
    private var buffers: [UnsafeMutableRawPointer] = unsafe []
    private static let bufferSize = 1 << 18

    init(path: String, properties: Properties, fonts: Fonts = Fonts()) throws(WorkbookError) {
        self.path = path
        self.fonts = fonts
        let temporaryPath = try WorkbookFile.createTemporary(beside: path)
        self.temporaryPath = temporaryPath
        guard let workbook = unsafe workbook_new(temporaryPath) else {
            unsafe unlink(temporaryPath)
            throw WorkbookError(path: path, kind: .memory)
        }
        unsafe self.workbook = unsafe workbook
        // The format of cells that have none, by which spreadsheets also measure column widths.
        if let format = unsafe workbook.pointee.formats?.pointee.stqh_first {
            unsafe apply(CellStyle(), to: format)
        }
        try set(properties)
    }

    deinit {
        if let workbook = unsafe workbook {
            unsafe lxw_workbook_free(workbook)
            unsafe unlink(temporaryPath)
        }
        for index in unsafe buffers.indices { unsafe buffers[index].deallocate() }
    }

    /// A new sheet at the end. A streamed one holds no row but the current one in memory: its rows must be written from top
    /// to bottom, and it can hold no tables.
    ///
    /// - Parameter name: As `SheetNames` gives it.
    func addSheet(_ name: String, isStreamed: Bool) throws(WorkbookError) -> Sheet {
        let workbook = unsafe try opened()
        // The library takes the mode from the workbook for each sheet it adds.
        unsafe workbook.pointee.options.constant_memory = isStreamed ? 1 : 0
        guard let worksheet = unsafe workbook_add_worksheet(workbook, name) else {
            throw WorkbookError(path: path, kind: .memory, place: name)
        }
        unsafe sheets.append(worksheet)
        if isStreamed, let rows = unsafe worksheet.pointee.optimize_tmpfile {
            // The system's own buffer is of 4 KB: a call for each row or two.
            let buffer = UnsafeMutableRawPointer.allocate(byteCount: WorkbookFile.bufferSize, alignment: 1)
            unsafe setvbuf(rows, buffer.assumingMemoryBound(to: CChar.self), Int32(_IOFBF), WorkbookFile.bufferSize)
            unsafe buffers.append(buffer)
        }
        return unsafe Sheet(name: name, isStreamed: isStreamed, worksheet: worksheet, file: self)
    }

    /// The style's handle; equal styles share one.
    func style(_ style: CellStyle) throws(WorkbookError) -> Style {
        if let known = styles[style] { return known }
        guard let format = unsafe workbook_add_format(try opened()) else {
            throw WorkbookError(path: path, kind: .memory)
        }
        unsafe apply(style, to: format)
        let handle = unsafe Style(index: formats.count)
        unsafe formats.append(format)
        styles[style] = handle
        return handle
    }

    /// Names a range so that formulas, other workbooks and slides can refer to it; see `DefinedName` for the grammar.
    func define(_ name: String, sheet: Sheet, range: CellRange) throws(WorkbookError) {
        guard DefinedName.isValid(name) else {
            throw WorkbookError(path: path, kind: .format("\(name) is not a valid defined name"), place: sheet.name)
        }
        names.append((name, "=" + sheet.name.quotedSheetName + "!" + range.address(absolute: true)))
    }

    /// Hands over the names, the last of the alphabet first: the library looks for the place of each from the beginning of
    /// its list, so that eighteen thousand names in any other order take seconds.
    private func defineNames() throws(WorkbookError) {
        let keys = names.map { $0.name.lowercased() }
        for index in names.indices.sorted(by: { keys[$0] > keys[$1] }) {
            let (name, formula) = names[index]
            try check(unsafe workbook_define_name(try opened(), name, formula), place: name)
        }
    }

    /// Completes the file and moves it to its place. Nothing can be written after this.
    func finish() throws(WorkbookError) {
        try defineNames()
        let workbook = unsafe try opened()
        // Rows already written in constant memory lie in temporary files, whose faults the library does not look at.
        let rowsAreStored = unsafe sheets.allSatisfy { sheet in
            guard let rows = unsafe sheet.pointee.optimize_tmpfile else { return true }
            return unsafe fflush(rows) == 0 && ferror(rows) == 0
        }
        guard rowsAreStored else { throw WorkbookError(path: path, kind: .temporaryFile) }
        unsafe self.workbook = nil  // workbook_close frees it whatever comes.
        do throws(WorkbookError) {
            try check(unsafe workbook_close(workbook))
            try flush()
            guard unsafe rename(temporaryPath, path) == 0 else {
                throw WorkbookError(path: path, kind: .cannotReplace(reason: WorkbookFile.systemReason()))
            }
        } catch {
            unsafe unlink(temporaryPath)
            throw error
        }
    }

    /// Forces the closed file to the disk, so that the rename that follows cannot overtake its bytes.
    private func flush() throws(WorkbookError) {
        let descriptor = unsafe open(temporaryPath, O_RDONLY | O_CLOEXEC)
        defer { if descriptor >= 0 { close(descriptor) } }
        guard descriptor >= 0, fsync(descriptor) == 0 || errno == EINVAL else {
            throw WorkbookError(path: path, kind: .cannotReplace(reason: WorkbookFile.systemReason()))
        }
    }

    /// The library's workbook while it is open.
    private func opened() throws(WorkbookError) -> UnsafeMutablePointer<lxw_workbook> {
        guard let workbook = unsafe workbook else {
            throw WorkbookError(path: path, kind: .format("the workbook is closed"))
        }
        return unsafe workbook
    }

    /// The library's format, nil for the default one.
    func format(_ style: Style?) -> UnsafeMutablePointer<lxw_format>? {
        guard let style else { return nil }
        return unsafe formats[style.index]
    }

    /// A chart not yet placed on a sheet.
    func newChart(_ type: UInt8) throws(WorkbookError) -> UnsafeMutablePointer<lxw_chart> {
        guard let chart = unsafe workbook_add_chart(try opened(), type) else {
            throw WorkbookError(path: path, kind: .memory)
        }
        return unsafe chart
    }

    var isOpen: Bool { unsafe workbook != nil }

    /// Throws what an error code of the library means.
    func check(_ code: lxw_error, place: @autoclosure () -> String? = nil) throws(WorkbookError) {
        guard code != LXW_NO_ERROR else { return }
        let kind: WorkbookError.Kind =
            switch code {
            case LXW_ERROR_MEMORY_MALLOC_FAILED: .memory
            case LXW_ERROR_CREATING_XLSX_FILE: .cannotCreate(reason: WorkbookFile.systemReason())
            case LXW_ERROR_CREATING_TMPFILE, LXW_ERROR_READING_TMPFILE: .temporaryFile
            case LXW_ERROR_ZIP_FILE_OPERATION, LXW_ERROR_ZIP_PARAMETER_ERROR, LXW_ERROR_ZIP_BAD_ZIP_FILE,
                LXW_ERROR_ZIP_INTERNAL_ERROR, LXW_ERROR_ZIP_FILE_ADD, LXW_ERROR_ZIP_CLOSE:
                .archive
            default: .format(unsafe String(cString: lxw_strerror(code)))
            }
        throw WorkbookError(path: path, kind: kind, place: place())
    }

    // MARK: Setting up

    /// Makes the empty file that the library then fills, so that a folder that cannot be written to is noticed with the
    /// system's reason, before any work, and without the library's own message on standard error.
    private static func createTemporary(beside path: String) throws(WorkbookError) -> String {
        let folderEnd = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        for attempt in 0..<100 {
            let candidate = path[..<folderEnd] + ".\(path[folderEnd...]).\(getpid())-\(attempt).part"
            let descriptor = unsafe open(String(candidate), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o666)
            if descriptor >= 0 {
                close(descriptor)
                return String(candidate)
            }
            guard errno == EEXIST else { break }
        }
        throw WorkbookError(path: path, kind: .cannotCreate(reason: systemReason()))
    }

    private static func systemReason() -> String {
        unsafe String(cString: strerror(errno))
    }

    private func set(_ properties: Properties) throws(WorkbookError) {
        let strings = CStrings()
        var document = unsafe lxw_doc_properties()
        unsafe document.title = strings.copy(properties.title)
        unsafe document.author = strings.copy(properties.author)
        unsafe document.company = strings.copy(properties.company)
        unsafe document.comments = strings.copy(properties.comments)
        unsafe document.created = properties.created == 0 ? 1 : time_t(properties.created)
        try check(unsafe workbook_set_properties(try opened(), &document))
    }

    /// The character set GB 2312 of the file format, by which a program without the font finds another Chinese one.
    private static let chineseCharacterSet: UInt8 = 134

    private func apply(_ style: CellStyle, to format: UnsafeMutablePointer<lxw_format>) {
        let font = style.isHeading ? fonts.heading : fonts.text
        // In the file format's numbering of families 1 has serifs, 2 has none.
        let hasSerifs = font.contains("宋") || font.contains("楷")
        unsafe format_set_font_name(format, font)
        unsafe format_set_font_family(format, hasSerifs ? 1 : 2)
        unsafe format_set_font_charset(format, WorkbookFile.chineseCharacterSet)
        unsafe format_set_font_size(format, style.size)
        if style.isBold { unsafe format_set_bold(format) }
        if style.isItalic { unsafe format_set_italic(format) }
        if style.isUnderlined { unsafe format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue)) }
        if let colour = style.colour { unsafe format_set_font_color(format, colour) }
        if let background = style.background {
            unsafe format_set_pattern(format, UInt8(LXW_PATTERN_SOLID.rawValue))
            unsafe format_set_bg_color(format, background)
        }
        switch style.border {
        case .none: break
        case .hair, .thin:
            let line = style.border == .hair ? LXW_BORDER_HAIR : LXW_BORDER_THIN
            unsafe format_set_border(format, UInt8(line.rawValue))
            unsafe format_set_border_color(format, 0xA6A6A6)
        case .gap:
            unsafe format_set_left(format, UInt8(LXW_BORDER_THICK.rawValue))
            unsafe format_set_right(format, UInt8(LXW_BORDER_THICK.rawValue))
            unsafe format_set_left_color(format, 0xFFFFFF)
            unsafe format_set_right_color(format, 0xFFFFFF)
        }
        let alignment =
            switch style.alignment {
            case .automatic: LXW_ALIGN_NONE
            case .leading: LXW_ALIGN_LEFT
            case .centre: LXW_ALIGN_CENTER
            case .trailing: LXW_ALIGN_RIGHT
            }
        if alignment != LXW_ALIGN_NONE { unsafe format_set_align(format, UInt8(alignment.rawValue)) }
        let vertical = style.isAtTop ? LXW_ALIGN_VERTICAL_TOP : LXW_ALIGN_VERTICAL_CENTER
        unsafe format_set_align(format, UInt8(vertical.rawValue))
        if style.wraps { unsafe format_set_text_wrap(format) }
        if style.shrinks { unsafe format_set_shrink(format) }
        if style.indent > 0 { unsafe format_set_indent(format, UInt8(clamping: style.indent)) }
        if !style.numberFormat.isEmpty { unsafe format_set_num_format(format, style.numberFormat) }
    }
}

/// Copies of strings for the library's structures, which want mutable C strings; freed together.
@safe
final class CStrings {
    private var pointers: [UnsafeMutablePointer<CChar>] = unsafe []

    /// A copy of the text; nil where it is empty, which the library takes for absent.
    func copy(_ text: String) -> UnsafeMutablePointer<CChar>? {
        guard !text.isEmpty, let copy = unsafe strdup(text) else { return nil }
        unsafe pointers.append(copy)
        return unsafe copy
    }

    deinit {
        while let pointer = unsafe pointers.popLast() { unsafe free(pointer) }
    }
}
