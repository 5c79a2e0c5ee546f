/// Why a report file could not be written, with the path and what to do about it.
public struct OutputError: Error, Sendable, Hashable {
    public enum Kind: Sendable, Hashable {
        /// A file stands where the folder should be.
        case notAFolder
        /// A folder stands where the file should be.
        case isAFolder
        case notAllowed
        case readOnlyDisk
        case diskFull
        case nameTooLong
        /// A character that the requested encoding lacks.
        case unencodable
        /// Anything else the system reports.
        case system
    }

    public let kind: Kind
    /// The file or folder that could not be written.
    public let path: String
    /// The system's error number; 0 where the fault is not the system's.
    public let code: Int32

    public init(kind: Kind, path: String, code: Int32 = 0) {
        self.kind = kind
        self.path = path
        self.code = code
    }

    /// What a person can do about it.
    public var remedy: String {
        switch kind {
        case .notAFolder: "choose another folder or move the file of that name away"
        case .isAFolder: "choose another name or move the folder of that name away"
        case .notAllowed: "choose a folder that you may write to, or ask for write permission"
        case .readOnlyDisk: "choose a folder on a disk that can be written"
        case .diskFull: "free some space or choose another disk"
        case .nameTooLong: "choose a shorter path"
        case .unencodable: "write the file in UTF-8"
        case .system: "check the path and the disk"
        }
    }
}

extension OutputError: CustomStringConvertible {
    public var description: String {
        let fault =
            switch kind {
            case .notAFolder: "is a file, not a folder"
            case .isAFolder: "is a folder, not a file"
            case .notAllowed: "may not be written"
            case .readOnlyDisk: "is on a read-only disk"
            case .diskFull: "could not be written: the disk is full"
            case .nameTooLong: "could not be written: the name is too long"
            case .unencodable: "holds a character that the encoding lacks"
            case .system: "could not be written (system error \(code))"
            }
        return "\(path) \(fault); \(remedy)"
    }
}
