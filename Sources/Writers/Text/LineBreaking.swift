import Scanning

/// Breaks text into lines of a display width: between Chinese characters anywhere, inside Latin words and numbers never
/// unless they are longer than a line, and never before a closing or after an opening punctuation mark.
enum LineBreaking {
    /// The lines of the text, none wider than `width` columns but for a punctuation mark that hangs over by one
    /// character; at least one line. Line ends in the text begin a new line.
    static func lines(_ text: String, width: Int) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { paragraph in
            fill(pieces(of: paragraph), width: max(width, 4))
        }
    }

    private static func fill(_ pieces: [String], width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        var used = 0
        for piece in pieces {
            let needed = piece.displayWidth
            if used + trimmedWidth(piece) > width, !line.isEmpty {
                lines.append(trimmed(line))
                line = ""
                used = 0
                if piece == " " { continue }
            }
            line += piece
            used += needed
            while used > width, trimmedWidth(line) > width {
                let head = prefix(of: line, width: width)
                if head.count == line.count { break }
                lines.append(head)
                line = String(line.dropFirst(head.count))
                used = line.displayWidth
            }
        }
        lines.append(trimmed(line))
        return lines
    }

    /// The unbreakable pieces: Latin words, and Chinese characters with the punctuation that clings to them.
    private static func pieces(of text: Substring) -> [String] {
        var pieces: [String] = []
        var current = ""
        var previous: Unicode.Scalar?
        for character in text {
            guard let scalar = character.unicodeScalars.first else { continue }
            if let before = previous, mayBreak(between: before, and: scalar), !current.isEmpty {
                pieces.append(current)
                current = ""
            }
            current.append(character)
            previous = scalar
        }
        if !current.isEmpty { pieces.append(current) }
        return pieces
    }

    private static func mayBreak(between left: Unicode.Scalar, and right: Unicode.Scalar) -> Bool {
        if left == " " || right == " " { return true }
        if closing.contains(right) || opening.contains(left) { return false }
        return left.displayWidth == 2 || right.displayWidth == 2
    }

    private static let closing = Set("，。、；：？！）》〉」』】〕”’%～·,.;:?!)]}".unicodeScalars)
    private static let opening = Set("（《〈「『【〔“‘≥≤≈([{+-".unicodeScalars)

    private static func prefix(of text: String, width: Int) -> String {
        var head = ""
        var used = 0
        for character in text {
            let needed = String(character).displayWidth
            if used + needed > width, !head.isEmpty { break }
            head.append(character)
            used += needed
        }
        return head
    }

    private static func trimmed(_ line: String) -> String {
        var line = line[...]
        while line.last == " " { line = line.dropLast() }
        return String(line)
    }

    private static func trimmedWidth(_ text: String) -> Int { trimmed(text).displayWidth }
}
