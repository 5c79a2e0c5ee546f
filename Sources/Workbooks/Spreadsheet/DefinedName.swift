import Reports

/// Which keys become defined names of a workbook.
enum DefinedName {
    /// The C library keeps a name in 128 bytes, its terminator included.
    private static let maximumBytes = 127

    /// Whether the text satisfies the grammar of keys and is no constant of formulas. The library checks neither, and
    /// spreadsheets call a file damaged that breaks the grammar.
    static func isValid(_ name: String) -> Bool {
        Key.isValid(name) && name.utf8.count <= maximumBytes && !["true", "false"].contains(name.lowercased())
    }
}
