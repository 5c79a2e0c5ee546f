import Scanning

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// GB 18030 by the system's `iconv`; the one room of this module that calls C.
enum GB18030 {
    /// The text as UTF-8.
    ///
    /// - Throws: `BulletinError` at the first byte that makes no sense, and where the text holds controls or characters
    ///   of private use, as bytes that are no text give.
    static func decode(_ bytes: [UInt8], path: String) throws(BulletinError) -> [UInt8] {
        guard let converter = unsafe iconv_open("UTF-8", "GB18030"), unsafe converter != iconv_t(bitPattern: -1) else {
            throw BulletinError(path: path, kind: .unreadable("this system's iconv does not know GB18030"))
        }
        defer { unsafe _ = iconv_close(converter) }

        // One or two bytes become at most three, four bytes at most four.
        var text = [UInt8](repeating: 0, count: bytes.count * 3)
        var input = bytes
        let (read, written) = unsafe input.withUnsafeMutableBytes { input in
            unsafe text.withUnsafeMutableBytes { output in
                var source = unsafe input.baseAddress?.assumingMemoryBound(to: CChar.self)
                var target = unsafe output.baseAddress?.assumingMemoryBound(to: CChar.self)
                var unread = input.count
                var unwritten = output.count
                _ = unsafe iconv(converter, &source, &unread, &target, &unwritten)
                return (input.count - unread, output.count - unwritten)
            }
        }
        guard read == bytes.count else { throw BulletinError(path: path, offset: read, kind: .unknownEncoding) }
        text.removeSubrange(written...)
        guard isPlausible(text.span) else { throw BulletinError(path: path, kind: .notText(nil)) }
        return text
    }

    private static func isPlausible(_ text: Span<UInt8>) -> Bool {
        var position = 0
        while position < text.count {
            let (value, length) = text.scalar(at: position)
            switch value {
            case 0x00..<0x09, 0x0E..<0x20, 0x7F..<0xA0, 0xE000..<0xF900, 0xF0000...: return false
            default: position += length
            }
        }
        return true
    }
}
