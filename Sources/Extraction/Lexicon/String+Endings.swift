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
}
