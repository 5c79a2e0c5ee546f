extension Unicode.Scalar {
    /// Columns that the scalar takes in a terminal: 2 for East Asian wide and full-width characters, 0 for combining
    /// marks, 1 for the rest (Unicode Standard Annex 11; ambiguous characters that Chinese typography sets wide, such as
    /// `“` and `—`, count 1 as terminals show them).
    public var displayWidth: Int {
        switch value {
        case 0..<0x20, 0x7F..<0xA0: 0
        case 0x300...0x36F, 0x200B...0x200F, 0x20D0...0x20FF, 0xFE00...0xFE0F, 0xFE20...0xFE2F: 0
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
            0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F,
            0x1F900...0x1F9FF, 0x20000...0x3FFFD:
            2
        default: 1
        }
    }
}

extension StringProtocol {
    /// Columns that the text takes in a terminal or, roughly, in a spreadsheet: a Chinese character counts two.
    public var displayWidth: Int {
        unicodeScalars.reduce(0) { $0 + $1.displayWidth }
    }
}
