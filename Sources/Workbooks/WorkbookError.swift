/// Why a workbook could not be written: where, what, and what to do about it.
///
/// Whatever stood at `path` before is left untouched.
public struct WorkbookError: Error, Hashable, Sendable {
    /// What went wrong, for programs to match.
    public enum Kind: Hashable, Sendable {
        /// The folder of the workbook cannot be written to; carries the system's reason.
        case cannotCreate(reason: String)
        /// The finished workbook could not be moved to its place; carries the system's reason.
        case cannotReplace(reason: String)
        /// A temporary file could not be made or filled.
        case temporaryFile
        /// The compressed archive could not be completed.
        case archive
        /// Memory ran out.
        case memory
        /// Something asked of the format exceeds its limits or its grammar; says what.
        case format(String)
    }

    /// The workbook that was to be written.
    public let path: String
    public let kind: Kind
    /// The sheet and, where one is meant, the cell: `街道对比!B7`.
    public let place: String?

    init(path: String, kind: Kind, place: String? = nil) {
        self.path = path
        self.kind = kind
        self.place = place
    }

    /// What the reader can do about it.
    public var remedy: String {
        switch kind {
        case .cannotCreate: "choose a folder that exists and can be written to"
        case .cannotReplace: "close the workbook in other programs and check that the file may be replaced"
        case .temporaryFile: "free space in the folder for temporary files or set TMPDIR to another one"
        case .archive: "free space on the disk of the output folder"
        case .memory: "close other programs or report fewer months at once"
        case .format: "report this with the command that was run: the workbook is built wrongly"
        }
    }
}

extension WorkbookError: CustomStringConvertible {
    /// One line: path, place, what happened, remedy.
    public var description: String {
        let what =
            switch kind {
            case .cannotCreate(let reason): "cannot create the workbook: \(reason)"
            case .cannotReplace(let reason): "cannot put the finished workbook in place: \(reason)"
            case .temporaryFile: "cannot write temporary files"
            case .archive: "cannot complete the workbook's archive"
            case .memory: "not enough memory for the workbook"
            case .format(let rule): rule
            }
        return path + (place.map { " (\($0))" } ?? "") + ": " + what + "; " + remedy
    }
}
