/// The text of a file as UTF-8, with the encoding in which it was found.
struct DecodedText {
    let text: [UInt8]
    let encoding: TextEncoding

    /// Decodes by the byte order mark, else as strict UTF-8, else as GB 18030.
    init(_ bytes: [UInt8], path: String) throws(BulletinError) {
        if bytes.isEmpty { throw BulletinError(path: path, kind: .emptyFile) }
        if let format = FileSignature.format(of: bytes) {
            throw BulletinError(path: path, offset: 0, kind: .notText(format))
        }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            let littleEndian = bytes[0] == 0xFF
            text = try UTF16Text.decode(bytes, littleEndian: littleEndian, path: path)
            encoding = littleEndian ? .utf16LittleEndian : .utf16BigEndian
        } else {
            let marked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
            let content = marked ? Array(bytes[3...]) : bytes
            if let fault = UTF8Validation.firstFault(in: content.span) {
                if content[fault] == 0 { throw BulletinError(path: path, offset: fault, kind: .notText(nil)) }
                if marked || UTF8Validation.isMostlyUTF8(content.span) {
                    throw BulletinError(path: path, offset: fault + (marked ? 3 : 0), kind: .damagedUTF8)
                }
                text = try GB18030.decode(content, path: path)
                encoding = .gb18030
            } else {
                text = content
                encoding = marked ? .utf8WithMark : .utf8
            }
        }
        if !text.contains(where: { $0 > 0x20 }) { throw BulletinError(path: path, kind: .emptyFile) }
    }
}

/// Tables that people edit, in the encodings in which office programs save them.
public enum TableText {
    /// The bytes of a table as UTF-8: it may have been saved as UTF-8, as "Unicode" with its mark, or in GB 18030.
    public static func utf8(_ bytes: [UInt8], path: String) throws(BulletinError) -> [UInt8] {
        // The commonest case costs one look at each byte and no copy.
        if !bytes.starts(with: [0xFF, 0xFE]), !bytes.starts(with: [0xFE, 0xFF]),
            UTF8Validation.firstFault(in: bytes.span) == nil
        {
            return bytes
        }
        return try DecodedText(bytes, path: path).text
    }
}

/// The first bytes by which files that are no text give themselves away.
enum FileSignature {
    private static let formats: [(bytes: [UInt8], name: String)] = [
        (Array("%PDF-".utf8), "PDF"),
        ([0x50, 0x4B, 0x03, 0x04], "a Word, Excel, WPS or ZIP file"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old Word, Excel or WPS file"),
        (Array("{\\rtf".utf8), "Rich Text"),
        ([0x89, 0x50, 0x4E, 0x47], "a PNG picture"),
        ([0xFF, 0xD8, 0xFF], "a JPEG picture"),
        (Array("GIF8".utf8), "a GIF picture"),
    ]

    static func format(of bytes: [UInt8]) -> String? {
        formats.first { bytes.starts(with: $0.bytes) }?.name
    }
}
