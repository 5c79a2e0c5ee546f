import FoundationEssentials

/// Finds the bulletins that paths name: files as they are, folders with all their `*.txt`, `*.md` and `*.html`, inner folders
/// too. What else in a folder may be a bulletin, such as a Word file, is an error: nobody shall miss its street unawares.
///
/// The order is that of the paths, inside a folder by name, so that the same files always come in the same order. A
/// `manifest.csv` says what is known of the files of its folder.
public struct BulletinFinder: Sendable {
    /// A bulletin that was found.
    public struct File: Sendable, Hashable {
        /// The path as given, or the folder's path as given and the file's place inside it.
        public let path: String
        /// What the manifest beside it says.
        public let details: BulletinDetails

        /// The file's bytes.
        ///
        /// - Throws: `BulletinError` where the system cannot read it.
        public func bytes() throws(BulletinError) -> [UInt8] {
            try BulletinFinder.contents(of: path)
        }
    }

    /// The bulletins, each once, however often and by whatever path it was named.
    public private(set) var files: [File] = []
    /// Other files of the folders, which are no bulletins: pictures, tables.
    public private(set) var passedOver: [String] = []
    /// What could not be read. The rest was found.
    public private(set) var errors: [BulletinError] = []

    /// The files that were found, without links and detours in their paths.
    private var seen: Set<String> = []
    /// How often a bulletin was named: a folder whose bulletins were all found before is not empty.
    private var timesNamed = 0
    private var manifests: [String: Manifest?] = [:]

    /// Looks through files and folders.
    public init(_ paths: [String]) {
        for path in paths {
            switch BulletinFinder.type(of: path, followingLinks: true) {
            case .typeDirectory?: addFolder(path)
            case .typeRegular?: addFile(path, details: details(of: path))
            case .some: errors.append(BulletinError(path: path, kind: .notAFile))
            case nil: errors.append(BulletinError(path: path, kind: BulletinFinder.absence(of: path)))
            }
        }
    }

    private mutating func addFile(_ path: String, details: BulletinDetails) {
        timesNamed += 1
        guard seen.insert(URL(filePath: path).resolvingSymlinksInPath().path).inserted else { return }
        files.append(File(path: path, details: details))
    }

    /// Adds what a folder and its inner folders hold. Links to folders are passed over: they may lead in a circle.
    private mutating func addFolder(_ root: String) {
        let named = timesNamed
        let failed = errors.count
        var pending = [root]
        while let path = pending.popLast() {
            let type = path == root ? .typeDirectory : BulletinFinder.type(of: path)
            guard type == .typeDirectory else {
                addMember(path, of: type, inside: root)
                continue
            }
            guard let names = members(of: path) else { continue }
            let prefix = path.hasSuffix("/") ? path : path + "/"
            if names.contains("manifest.csv") { checkManifest(prefix) }
            pending += names.reversed().filter { $0 != "manifest.csv" && !$0.hasPrefix(".") }.map { prefix + $0 }
        }
        if timesNamed == named, errors.count == failed {
            errors.append(BulletinError(path: root, kind: .emptyFolder))
        }
    }

    private mutating func addMember(_ path: String, of type: FileAttributeType?, inside root: String) {
        let name = path.lowercased()
        if BulletinFinder.hasBrokenName(path) {
            errors.append(BulletinError(path: path, kind: .brokenName))
        } else if BulletinFinder.readEndings.contains(where: name.hasSuffix) {
            switch type == .typeSymbolicLink ? BulletinFinder.type(of: path, followingLinks: true) : type {
            case .typeRegular?: addFile(path, details: details(of: path, inside: root))
            case .typeDirectory?: passedOver.append(path)
            case .some: errors.append(BulletinError(path: path, kind: .notAFile))
            case nil: errors.append(BulletinError(path: path, kind: .brokenLink))
            }
        } else if let ending = BulletinFinder.documentEndings.first(where: name.hasSuffix) {
            errors.append(BulletinError(path: path, kind: .otherDocument(String(ending.dropFirst()))))
        } else {
            passedOver.append(path)
        }
    }

    /// The endings of the bulletins that a folder gives.
    private static let readEndings = [".txt", ".md", ".html", ".htm"]
    /// The endings of documents in which offices keep bulletins, too, and which must be converted first.
    private static let documentEndings = [".docx", ".doc", ".wps", ".rtf", ".odt", ".pdf", ".ofd", ".mht", ".mhtml"]

    /// Whether a name holds what is no character: one in GBK, as a ZIP made under Windows leaves it.
    private static func hasBrokenName(_ path: String) -> Bool { path.unicodeScalars.contains("\u{FFFD}") }

    private mutating func members(of folder: String) -> [String]? {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder).sorted {
                $0.utf8.lexicographicallyPrecedes($1.utf8)
            }
        } catch {
            errors.append(BulletinError(path: folder, kind: BulletinFinder.kind(of: error)))
            return nil
        }
    }

    /// What the manifest of the file's folder says, else that of a folder above it up to the root that was given.
    private mutating func details(of path: String, inside root: String? = nil) -> BulletinDetails {
        var prefix = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
        while true {
            let name = String(path.dropFirst(prefix.count))
            if let entry = manifest(in: prefix)?.entry(for: name) { return entry.details }
            guard let root, prefix.count > root.count + 1,
                let slash = prefix.dropLast().lastIndex(of: "/")
            else { return BulletinDetails() }
            prefix = String(prefix[...slash])
        }
    }

    /// The manifest of a folder, read once.
    private mutating func manifest(in prefix: String) -> Manifest? {
        if let known = manifests[prefix] { return known }
        let path = prefix + "manifest.csv"
        var manifest: Manifest?
        if BulletinFinder.type(of: path, followingLinks: true) == .typeRegular {
            do throws(BulletinError) {
                manifest = try Manifest(reading: try BulletinFinder.contents(of: path), path: path)
                errors += manifest?.faults ?? []
            } catch {
                errors.append(error)
            }
        }
        manifests[prefix] = .some(manifest)
        return manifest
    }

    /// Reports lines of a folder's manifest that name no file.
    private mutating func checkManifest(_ prefix: String) {
        guard let manifest = manifest(in: prefix) else { return }
        for entry in manifest.entries where BulletinFinder.type(of: prefix + entry.file) == nil {
            errors.append(
                BulletinError(path: manifest.path, line: entry.line, kind: .manifestFileMissing(entry.file)))
        }
    }
}

extension BulletinFinder {
    /// The bytes of a file.
    static func contents(of path: String) throws(BulletinError) -> [UInt8] {
        do {
            return [UInt8](try Data(contentsOf: URL(filePath: path)))
        } catch {
            throw BulletinError(path: path, kind: kind(of: error))
        }
    }

    private static func type(of path: String, followingLinks: Bool = false) -> FileAttributeType? {
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: path) else { return nil }
        let type = attributes[.type] as? FileAttributeType
        guard type == .typeSymbolicLink, followingLinks else { return type }
        var isFolder = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return nil }
        return isFolder ? .typeDirectory : .typeRegular
    }

    /// Why a path has no type: nothing is there, or a folder above it may not be searched.
    private static func absence(of path: String) -> BulletinError.Kind {
        if hasBrokenName(path) { return .brokenName }
        do {
            _ = try FileManager.default.attributesOfItem(atPath: path)
            return .missing
        } catch {
            return kind(of: error)
        }
    }

    private static func kind(of error: any Error) -> BulletinError.Kind {
        switch (error as? CocoaError)?.code {
        case .fileNoSuchFile?, .fileReadNoSuchFile?: .missing
        case .fileReadNoPermission?: .noPermission
        default: .unreadable("\(error)")
        }
    }
}
