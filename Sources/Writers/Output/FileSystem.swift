#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The few calls of the operating system that writing needs, and the only unsafe code of the writers.
enum FileSystem {
    /// Makes the folder and its parents; nothing happens where it exists.
    static func makeFolder(_ path: String) throws(OutputError) {
        if isFolder(path) { return }
        if let slash = path.lastIndex(of: "/"), slash != path.startIndex {
            let parent = String(path[..<slash])
            if !parent.isEmpty { try makeFolder(parent) }
        }
        if path.isEmpty { return }
        let made = unsafe mkdir(path, 0o777) == 0
        // Another process may have made it in the meantime.
        guard made || (errno == EEXIST && isFolder(path)) else { throw OutputError(code: errno, path: path) }
    }

    private static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// A hidden name in the same folder, of this process alone.
    static func temporaryName(for name: String) -> String {
        ".\(name).\(getpid()).tmp"
    }

    static func create(_ path: String, shownAs place: String) throws(OutputError) -> Int32 {
        let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw OutputError(code: errno, path: place) }
        return descriptor
    }

    static func write(_ bytes: [UInt8], to descriptor: Int32, shownAs place: String) throws(OutputError) {
        var start = 0
        while start < bytes.count {
            let count = unsafe bytes.withUnsafeBytes { buffer in
                #if canImport(Glibc)
                    unsafe Glibc.write(descriptor, buffer.baseAddress?.advanced(by: start), buffer.count - start)
                #else
                    unsafe Darwin.write(descriptor, buffer.baseAddress?.advanced(by: start), buffer.count - start)
                #endif
            }
            if count < 0 {
                if errno == EINTR { continue }
                throw OutputError(code: errno, path: place)
            }
            start += count
        }
    }

    static func close(_ descriptor: Int32) {
        #if canImport(Glibc)
            _ = Glibc.close(descriptor)
        #else
            _ = Darwin.close(descriptor)
        #endif
    }

    /// Forces a written file to the disk, so that the rename that follows cannot overtake its bytes.
    static func flush(_ path: String, shownAs place: String) throws(OutputError) {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw OutputError(code: errno, path: place) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 || errno == EINVAL else { throw OutputError(code: errno, path: place) }
    }

    /// Makes renames in a folder lasting. Some file systems cannot, which costs no report, so faults are let pass.
    static func flushFolder(_ path: String) {
        let descriptor = unsafe open(path.isEmpty ? "." : path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        _ = fsync(descriptor)
        close(descriptor)
    }

    static func rename(_ old: String, to new: String) throws(OutputError) {
        #if canImport(Glibc)
            let result = unsafe Glibc.rename(old, new)
        #else
            let result = unsafe Darwin.rename(old, new)
        #endif
        guard result == 0 else { throw OutputError(code: errno, path: new) }
    }

    static func remove(_ path: String) {
        _ = unsafe unlink(path)
    }

    /// The bytes of UTF-8 text in GB 18030, which has a place for every character of Unicode.
    static func gb18030(_ utf8: [UInt8], shownAs place: String) throws(OutputError) -> [UInt8] {
        if utf8.allSatisfy({ $0 < 0x80 }) { return utf8 }
        let converter = unsafe iconv_open("GB18030", "UTF-8")
        guard unsafe converter != iconv_t(bitPattern: -1) else {
            throw OutputError(kind: .unencodable, path: place, code: errno)
        }
        defer { unsafe _ = iconv_close(converter) }
        var source = utf8.map { CChar(bitPattern: $0) }
        // A character of two or three UTF-8 bytes takes four bytes at most.
        var target = [CChar](repeating: 0, count: utf8.count * 2 + 8)
        let (result, left) = unsafe source.withUnsafeMutableBufferPointer { source in
            unsafe target.withUnsafeMutableBufferPointer { target in
                var input = source.baseAddress
                var inputLeft = source.count
                var output = target.baseAddress
                var outputLeft = target.count
                let result = unsafe iconv(converter, &input, &inputLeft, &output, &outputLeft)
                return (result, outputLeft)
            }
        }
        guard result != Int(bitPattern: UInt(bitPattern: -1)) else {
            throw OutputError(kind: .unencodable, path: place, code: errno)
        }
        return target.prefix(target.count - left).map { UInt8(bitPattern: $0) }
    }
}

extension OutputError {
    /// The fault that a system error number names.
    init(code: Int32, path: String) {
        let kind: Kind =
            switch code {
            case EEXIST, ENOTDIR: .notAFolder
            case EISDIR: .isAFolder
            case EACCES, EPERM: .notAllowed
            case EROFS: .readOnlyDisk
            case ENOSPC, EDQUOT: .diskFull
            case ENAMETOOLONG: .nameTooLong
            default: .system
            }
        self.init(kind: kind, path: path, code: code)
    }
}
