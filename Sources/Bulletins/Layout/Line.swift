/// A line of the page: the text between two breaks, without white space at its ends.
struct Line: Sendable {
    /// What the markup and the white space round a line say about it.
    struct Marks: OptionSet {
        let rawValue: UInt8
        /// stands apart from the line before: a blank line or a tag between them
        static let apart = Marks(rawValue: 1)
        /// all of it is bold
        static let strong = Marks(rawValue: 2)
        /// begins with white space, as the first line of a printed paragraph does
        static let indented = Marks(rawValue: 4)
        /// an item of a marked-up list
        static let item = Marks(rawValue: 8)
        /// cells of a table
        static let cells = Marks(rawValue: 16)
    }

    /// Where the line stands in the text.
    var range: Range<Int>
    /// Level 1 … 6 of a marked-up heading; 0 for none.
    var heading: UInt8 = 0
    var marks: Marks = []
    /// How many sentences end inside the line (。！？), counted up to 255.
    var stops: UInt8 = 0
    /// How many commas (，) the line holds, counted up to 255.
    var commas: UInt8 = 0
    /// Where the bracket of the first byline (`讯（`) may stand inside the line, counted from its start; 0 for none.
    var byline: UInt32 = 0
}
