/// Why a bulletin, a manifest or a folder could not be read, with the place and what to do about it.
public struct BulletinError: Error, Sendable, Hashable {
    /// What is wrong.
    public enum Kind: Sendable, Hashable {
        /// the path names nothing
        case missing
        case noPermission
        /// neither a file nor a folder
        case notAFile
        /// a link that leads to nothing
        case brokenLink
        /// the name holds bytes that are no UTF-8
        case brokenName
        /// a document that has to be converted first, with the ending of its name (`docx`)
        case otherDocument(String)
        /// the system could not read it, for the reason given
        case unreadable(String)
        case emptyFile
        /// the folder holds no bulletin
        case emptyFolder
        /// bytes of another kind of file, named where it is known (`PDF`)
        case notText(String?)
        /// UTF-8 but for single bytes: a file that was cut off or damaged
        case damagedUTF8
        case damagedUTF16
        /// neither UTF-8 nor GB 18030
        case unknownEncoding
        /// the manifest has no column of that name
        case missingColumn(String)
        /// a field of the manifest that is no date
        case invalidDate(String)
        /// a manifest line without a file name
        case noFileName
        /// the file has a manifest line already
        case repeatedFile(String)
        /// a manifest line names a file that is not there
        case manifestFileMissing(String)
        /// the manifest is no well-formed CSV, for the reason given
        case malformedManifest(String)
    }

    /// The path of the file or folder, as given.
    public let path: String
    /// Offset of the byte, from 0, where one is at fault.
    public let offset: Int?
    /// Number of the line, from 1, where one is at fault.
    public let line: Int?
    public let kind: Kind

    public init(path: String, offset: Int? = nil, line: Int? = nil, kind: Kind) {
        self.path = path
        self.offset = offset
        self.line = line
        self.kind = kind
    }

    /// What is wrong, as a phrase that follows the path: `is empty`.
    public var problem: String {
        switch kind {
        case .missing: "does not exist"
        case .noPermission: "may not be read"
        case .notAFile: "is neither a file nor a folder"
        case .brokenLink: "is a link to a file that is not there"
        case .brokenName: "has a name that is not UTF-8"
        case .otherDocument(let ending): "was not read: it is no text but a .\(ending) file"
        case .unreadable(let reason): "could not be read: \(reason)"
        case .emptyFile: "is empty"
        case .emptyFolder: "holds no bulletin"
        case .notText(let format?): "is no text but \(format)"
        case .notText(nil): "is no text"
        case .damagedUTF8: "is UTF-8 with a damaged character"
        case .damagedUTF16: "is UTF-16 with a damaged character"
        case .unknownEncoding: "is neither UTF-8 nor GB 18030"
        case .missingColumn(let name): "has no column \(name)"
        case .invalidDate(let text): "has a date that is none: \(text)"
        case .noFileName: "has a line without a file name"
        case .repeatedFile(let name): "names \(name) twice"
        case .manifestFileMissing(let name): "names \(name), which is not there"
        case .malformedManifest(let reason): "is no well-formed CSV: \(reason)"
        }
    }

    /// What to do about it, as a sentence.
    public var remedy: String {
        switch kind {
        case .missing: "Check the path."
        case .noPermission: "Give yourself the right to read it (chmod u+r; for a folder chmod u+rx)."
        case .notAFile: "Name a file or a folder."
        case .brokenLink: "Put the file itself in its place."
        case .brokenName: "Rename it, or unpack the ZIP file that it came in again, with unzip -O GB18030."
        case .otherDocument(let ending): conversion(of: ending)
        case .unreadable: "Check the disk and the path."
        case .emptyFile: "Export or copy the bulletin again."
        case .emptyFolder: "Put the bulletins into it as .txt, .md or .html files."
        case .notText("PDF"?): conversion(of: "pdf")
        case .notText: conversion(of: "")
        case .damagedUTF8, .damagedUTF16: "Export or copy the bulletin again; it may have been cut off."
        case .unknownEncoding: "Save the bulletin as UTF-8."
        case .missingColumn:
            "The first line must name the columns: file,published,region,title,source,id (all but file may be left out)."
        case .invalidDate: "Write it like 2026-04-03."
        case .noFileName: "Fill in the column file, or remove the line."
        case .repeatedFile: "Keep one line for each file."
        case .manifestFileMissing: "Correct the name, or remove the line."
        case .malformedManifest: "Save it again as CSV (UTF-8)."
        }
    }
}

extension BulletinError {
    /// How a document of a kind that is not read becomes text.
    private func conversion(of ending: String) -> String {
        switch ending {
        case "pdf":
            "Convert it, with pdftotext \(path) (of poppler-utils), and read the .txt; a scanned page has to be typed."
        case "ofd", "mht", "mhtml": "Open it, and save its text as .txt or as a web page (.html)."
        default:
            "Save the bulletin as .txt or as a web page (.html), or convert it with LibreOffice: "
                + "soffice --headless --convert-to html \(path)"
        }
    }
}

extension BulletinError: CustomStringConvertible {
    /// One line with place, problem and remedy.
    public var description: String {
        let place =
            if let line { "\(path):\(line)" } else if let offset { "\(path) (byte \(offset))" } else { path }
        return "\(place) \(problem). \(remedy)"
    }
}
