/// A document's text without its markup, cut into lines, with the way back to the source.
///
/// Plain text needs no repair and shares its bytes with the source.
struct Page: Sendable {
    var text: [UInt8]
    var lines: [Line]
    var map: SourceMap
    let removed: [Range<Int>]

    init(_ source: [UInt8]) {
        var reader = MarkupReader()
        let span = source.span
        reader.read(span)
        text = reader.isVerbatim ? source : reader.text
        lines = reader.lines
        map = reader.map
        removed = reader.removed
    }
}
