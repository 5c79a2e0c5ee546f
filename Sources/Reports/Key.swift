/// The grammar of keys: one for headline figures, a workbook's defined names and the places in slides.
///
/// A key begins with a letter (Chinese ones too) or `_`, goes on with letters, digits, `_` and `.`, has at most 255
/// characters, and looks like no cell address of either style (`A1`, `XFD1048576`, `R1C1`, `R`, `C`).
public enum Key {
    /// Whether a text is a key.
    public static func isValid(_ text: String) -> Bool {
        let scalars = Array(text.unicodeScalars)
        guard let first = scalars.first, scalars.count <= 255, isLetter(first) || first == "_" else { return false }
        guard scalars.dropFirst().allSatisfy({ isLetter($0) || isDigit($0) || $0 == "_" || $0 == "." }) else {
            return false
        }
        return !isCellAddress(scalars) && !isRowColumnAddress(scalars)
    }

    /// The key nearest to a text: other characters become `_`, a `_` is put before what could not begin a key and after
    /// what would be an address; `nil` where the text holds no letter and no digit.
    ///
    /// `小区党支部（网格）` → `小区党支部_网格`. Two texts may give one key; callers that need unique keys number them.
    public static func make(from text: String) -> String? {
        var key = ""
        for scalar in text.unicodeScalars {
            if isLetter(scalar) || isDigit(scalar) || scalar == "." {
                key.unicodeScalars.append(scalar)
            } else if key.last != "_", !key.isEmpty {
                key += "_"
            }
        }
        while key.last == "_" || key.last == "." { key.removeLast() }
        guard let first = key.unicodeScalars.first else { return nil }
        if !isLetter(first) { key = "_" + key }
        key = String(String.UnicodeScalarView(key.unicodeScalars.prefix(254)))
        if !isValid(key) { key += "_" }
        return isValid(key) ? key : nil
    }

    /// Letters of any script that spreadsheets accept in names. Marks and symbols are none.
    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
        default: false
        }
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        ("0"..."9").contains(scalar)
    }

    /// `A1` … `XFD1048576`: one to three Latin letters and digits. Beyond the last cell too, for other programs have
    /// larger sheets.
    private static func isCellAddress(_ scalars: [Unicode.Scalar]) -> Bool {
        let letters = scalars.prefix { ("A"..."Z").contains($0) || ("a"..."z").contains($0) }
        let digits = scalars[letters.count...]
        return (1...3).contains(letters.count) && !digits.isEmpty && digits.allSatisfy(isDigit)
    }

    /// `R1C1`, `r12`, `C`, `RC`: an address by row and column in any of its short forms.
    private static func isRowColumnAddress(_ scalars: [Unicode.Scalar]) -> Bool {
        var rest = scalars[...]
        func drop(_ upper: Unicode.Scalar, _ lower: Unicode.Scalar) -> Bool {
            guard rest.first == upper || rest.first == lower else { return false }
            rest = rest.dropFirst().drop(while: isDigit)
            return true
        }
        let row = drop("R", "r")
        let column = drop("C", "c")
        return (row || column) && rest.isEmpty
    }
}
