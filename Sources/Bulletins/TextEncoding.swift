/// The encoding in which a bulletin was read.
public enum TextEncoding: String, Sendable, Hashable, CaseIterable {
    case utf8 = "UTF-8"
    case utf8WithMark = "UTF-8 with byte order mark"
    /// Guessed: the bytes are no UTF-8, and every one of them makes sense as GB 18030 (of which GBK and GB 2312 are parts).
    case gb18030 = "GB 18030"
    case utf16LittleEndian = "UTF-16, little-endian"
    case utf16BigEndian = "UTF-16, big-endian"
}
