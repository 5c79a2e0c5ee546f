/// A folder into which reports are written, each file whole or not at all.
///
/// A file is written beside its place, flushed to the disk and renamed into place, so that neither a full disk nor a
/// killed process leaves half a report or spoils the one that was there.
public struct OutputFolder: Sendable, Hashable {
    public let path: String

    /// The folder at the path, made with its parents where it does not exist.
    public init(_ path: String) throws(OutputError) {
        try FileSystem.makeFolder(path)
        self.path = path
    }

    /// The path of a file in the folder.
    public func path(of name: String) -> String {
        path.hasSuffix("/") ? path + name : path + "/" + name
    }

    /// Writes a text file: `body` writes into the stream, whose bytes are in place when the call returns.
    ///
    /// - Throws: `OutputError`, or whatever `body` throws; the file of that name is then as it was before.
    public func write(
        _ name: String, encoding: TextEncoding = .utf8, _ body: (inout FileStream) throws -> Void
    ) throws {
        try replace(name) { temporary in
            var stream = try FileStream(temporary, shownAs: path(of: name), encoding: encoding)
            do {
                try body(&stream)
            } catch {
                stream.abandon()
                throw error
            }
            try stream.close()
        }
    }

    /// Puts a file in place of that name, which `body` writes at the path that it is given.
    private func replace(_ name: String, _ body: (_ temporaryPath: String) throws -> Void) throws {
        let place = path(of: name)
        let temporary = path(of: FileSystem.temporaryName(for: name))
        do {
            try body(temporary)
            try FileSystem.flush(temporary, shownAs: place)
            try FileSystem.rename(temporary, to: place)
        } catch {
            FileSystem.remove(temporary)
            throw error
        }
        FileSystem.flushFolder(path)
    }
}

/// How text becomes bytes.
public enum TextEncoding: String, Sendable, Hashable, CaseIterable {
    case utf8 = "utf-8"
    /// GB 18030, which old Chinese office programs expect.
    case gb18030
}
