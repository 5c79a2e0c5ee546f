/// Text as a cell can hold it.
enum CellText {
    /// What stands at the end of a text that was cut.
    static let cutMark = "……（以下截断）"

    /// The text itself where a cell can hold it; else cut to 32,767 UTF-16 units with a mark, and with the scalars that
    /// XML 1.0 has no place for replaced by U+FFFD.
    ///
    /// `_x0041_`, which spreadsheets read as an escape, is escaped in its turn so that it shows as written.
    static func fitting(_ text: String) -> String {
        let result = needsCare(text) ? escaped(text) : text
        // No text has more UTF-16 units than UTF-8 bytes.
        return result.utf8.count <= SheetLimit.cellText ? result : cut(result)
    }

    /// Whether the text may hold NUL, U+FFFE or U+FFFF (`EF BF BE`, `EF BF BF`), or `_x0041_`.
    private static func needsCare(_ text: String) -> Bool {
        let looksAt: (UnsafeBufferPointer<UInt8>) -> Bool = { bytes in
            // Without an early end, so that the loop looks at many bytes at once. Full-width punctuation begins with EF too.
            var found = false
            var previous: UInt8 = 0
            for index in bytes.indices {
                let byte = unsafe bytes[index]
                found = found || byte == 0 || byte == UInt8(ascii: "_") || (previous == 0xEF && byte == 0xBF)
                previous = byte
            }
            return found
        }
        return unsafe text.utf8.withContiguousStorageIfAvailable(looksAt) ?? true
    }

    private static func escaped(_ text: String) -> String {
        var result = ""
        var rest = text.unicodeScalars[...]
        while let scalar = rest.first {
            if scalar == "_", looksLikeEscape(rest) { result += "_x005F" }
            let isForbidden = scalar.value == 0 || scalar.value == 0xFFFE || scalar.value == 0xFFFF
            result.unicodeScalars.append(isForbidden ? "\u{FFFD}" : scalar)
            rest = rest.dropFirst()
        }
        return result
    }

    /// Whether `_x` and four hexadecimal digits and `_` begin here.
    private static func looksLikeEscape(_ rest: Substring.UnicodeScalarView) -> Bool {
        let window = Array(rest.prefix(7))
        return window.count == 7 && window[1] == "x" && window[6] == "_"
            && window[2..<6].allSatisfy { $0.properties.isASCIIHexDigit }
    }

    private static func cut(_ text: String) -> String {
        guard text.utf16.count > SheetLimit.cellText else { return text }
        let room = SheetLimit.cellText - cutMark.utf16.count
        var end = text.utf16.index(text.startIndex, offsetBy: room)
        // A surrogate pair stays whole.
        while end.samePosition(in: text.unicodeScalars) == nil { end = text.utf16.index(before: end) }
        return text[..<end] + cutMark
    }
}
