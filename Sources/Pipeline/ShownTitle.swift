/// What a bulletin is called where nobody gave it a title and it has no heading.
public enum ShownTitle {
    /// Longer lines are no titles.
    private static let mostScalars = 40

    /// The first line of a text where it may be a title, which ends in no sentence; else the name of its file.
    static func title(ofText text: some StringProtocol, path: String) -> String {
        let opening = text.prefix(mostScalars * 4)
        let line =
            opening.split(whereSeparator: \.isNewline).lazy
            .map { $0.drop(while: \.isWhitespace) }.first { !$0.isEmpty } ?? ""
        let isTitle = line.unicodeScalars.count <= mostScalars && !line.contains { "。；！？|<>{}".contains($0) }
        return line.isEmpty || !isTitle ? title(ofPath: path) : String(line)
    }

    /// The name of a file without its folder, ending and day: `b/2026-04-03-开源街道工作简报.txt` → 开源街道工作简报.
    public static func title(ofPath path: String) -> String {
        let file = path.split(separator: "/").last ?? Substring(path)
        let stem = file.lastIndex(of: ".").map { file[..<$0] } ?? file
        let name = stem.drop { $0.isASCII && ($0.isNumber || "-_ ".contains($0)) }
        return name.isEmpty ? String(stem.isEmpty ? file : stem) : String(name)
    }
}
