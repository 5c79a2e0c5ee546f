/// How a cell looks. Equal styles share one format in the file.
struct CellStyle: Hashable, Sendable {
    enum Alignment: Hashable, Sendable { case automatic, leading, centre, trailing }
    /// `gap` is a broad white line left and right, which sets neighbouring coloured cells apart.
    enum Border: Hashable, Sendable { case none, hair, thin, gap }

    /// Set in the font of headings instead of that of text.
    var isHeading = false
    /// Points.
    var size = 11.0
    var isBold = false
    var isItalic = false
    var isUnderlined = false
    /// 0xRRGGBB; nil for the default black.
    var colour: UInt32?
    /// 0xRRGGBB; nil for none.
    var background: UInt32?
    var border = Border.none
    var alignment = Alignment.automatic
    /// Text stands at the top of the cell instead of its middle.
    var isAtTop = false
    var wraps = false
    /// Text wider than the cell is set smaller.
    var shrinks = false
    var indent = 0
    /// A format code of the file format; "" for general, `@` for text.
    var numberFormat = ""
}
