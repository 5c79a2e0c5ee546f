/// Names of sheets as the format allows them: at most 31 UTF-16 units, none of `[]:*?/\`, no apostrophe at either end,
/// not `History`, unique without regard to case.
struct SheetNames {
    private var taken: Set<String> = []

    /// The wanted name where it is allowed and free, else the nearest one that is: `收支/结余` → `收支／结余`, the second
    /// `台账` → `台账 (2)`.
    mutating func claim(_ wanted: String) -> String {
        let base = SheetNames.allowed(wanted)
        var name = base
        var number = 2
        while !taken.insert(name.lowercased()).inserted {
            let suffix = " (\(number))"
            name = SheetNames.prefix(of: base, units: SheetLimit.name - suffix.utf16.count) + suffix
            number += 1
        }
        return name
    }

    private static let replacements: [Character: Character] = [
        "[": "［", "]": "］", ":": "：", "*": "＊", "?": "？", "/": "／", "\\": "＼", "'": "’",
    ]

    private static func allowed(_ wanted: String) -> String {
        let visible = wanted.unicodeScalars.filter { $0.properties.generalCategory != .control }
        let replaced = String(String(visible).map { replacements[$0] ?? $0 })
        let name = prefix(of: replaced, units: SheetLimit.name)
        return name.isEmpty || name.lowercased() == "history" ? "工作表" + name : name
    }

    /// As many whole characters as fit into the given number of UTF-16 units.
    private static func prefix(of text: String, units: Int) -> String {
        var result = ""
        var used = 0
        for character in text {
            used += character.utf16.count
            if used > units { break }
            result.append(character)
        }
        return result
    }
}

extension String {
    /// This sheet name as a formula refers to it: `'街道对比'`.
    var quotedSheetName: String {
        "'" + split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
    }
}
