/// A text from a bulletin with the sentences that figures were read from, so that a figure can be traced to its words.
public struct Evidence: Sendable, Hashable {
    /// A place in the text from which one figure was read.
    public struct Mark: Sendable, Hashable {
        /// Half-open range of the sentence in `text`, in Unicode scalars.
        public var sentence: Range<Int>
        /// Half-open range of the quantity itself, inside the sentence.
        public var quantity: Range<Int>
        /// What the figure counts, for a reader who steps from mark to mark.
        public var label: String

        public init(sentence: Range<Int>, quantity: Range<Int>, label: String) {
            self.sentence = sentence
            self.quantity = quantity
            self.label = label
        }
    }

    /// One mark of one text.
    public struct Reference: Sendable, Hashable {
        public var evidence: String
        /// Position in `marks`.
        public var mark: Int

        public init(evidence: String, mark: Int) {
            self.evidence = evidence
            self.mark = mark
        }
    }

    public var key: String
    /// The headline of the article.
    public var title: String
    /// The bulletin it stands in, as given.
    public var source: String
    public var published: Day?
    public var text: String
    public var marks: [Mark]

    public init(key: String, title: String, source: String, published: Day? = nil, text: String, marks: [Mark]) {
        self.key = key
        self.title = title
        self.source = source
        self.published = published
        self.text = text
        self.marks = marks
    }
}
