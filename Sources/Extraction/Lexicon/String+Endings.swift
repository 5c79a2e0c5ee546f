extension String {
    /// Whether the text ends in another, byte by byte.
    ///
    /// It stands before the library's own, which asks what Unicode takes for alike, at a thousand instructions for two
    /// characters of Chinese: figures are asked some ten times how their items end.
    func hasSuffix(_ ending: String) -> Bool {
        let (bytes, ending) = (utf8Span.span, ending.utf8Span.span)
        guard ending.count <= bytes.count else { return false }
        let start = bytes.count - ending.count
        for index in ending.indices where bytes[start + index] != ending[index] { return false }
        return true
    }

    /// Whether the text begins with another, byte by byte, as `hasSuffix` tells how it ends.
    func hasPrefix(_ beginning: String) -> Bool {
        let (bytes, beginning) = (utf8Span.span, beginning.utf8Span.span)
        guard beginning.count <= bytes.count else { return false }
        for index in beginning.indices where bytes[index] != beginning[index] { return false }
        return true
    }

    /// Whether two texts have the same bytes.
    ///
    /// It stands before the library's own, which asks of any two texts of Chinese that differ whether Unicode takes them for
    /// alike; most differ in length.
    @inline(__always)
    static func == (one: String, other: String) -> Bool { one.utf8.count == other.utf8.count && one.hasPrefix(other) }

    @inline(__always)
    static func != (one: String, other: String) -> Bool { !(one == other) }
}

/// Whether there is a text, and has the bytes of another: the library's own looks at what Unicode takes for alike here too.
@inline(__always)
func == (one: String?, other: String) -> Bool { one.map { $0 == other } ?? false }

@inline(__always)
func != (one: String?, other: String) -> Bool { !(one == other) }
