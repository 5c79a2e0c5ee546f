public import Facts
import Reports
import Scanning

/// The text of one article as it stands in its bulletin, to which figures lead back.
public struct SourceText: Sendable, Hashable {
    /// The bulletin's path as its facts give it.
    public var document: String
    /// Number of the article as its facts give it.
    public var article: Int
    public var title: String
    public var published: CalendarDate?
    /// Where `text` begins in the document's decoded text, in Unicode scalars.
    public var start: Int
    public var text: String { packed.string }
    private let packed: PackedText

    public init(
        document: String, article: Int, title: String, published: CalendarDate? = nil, start: Int, text: PackedText
    ) {
        self.document = document
        self.article = article
        self.title = title
        self.published = published
        self.start = start
        packed = text
    }

    public init(
        document: String, article: Int, title: String, published: CalendarDate? = nil, start: Int, text: String
    ) {
        var store = TextStore()
        self.init(
            document: document, article: article, title: title, published: published, start: start,
            text: store.text(text))
    }

    /// The text as a report may show it.
    var shownText: String { text.maskingPersonalNumbers }

    /// The text with the sentences of its facts marked, one mark a fact in the given order; facts outside it mark nothing.
    func evidence(key: String, facts: some Sequence<Fact>) -> Evidence {
        let text = text
        let scalars = Array(text.unicodeScalars)
        let marks = facts.map { fact in
            let lower = min(max(fact.range.start - start, 0), scalars.count)
            let quantity = lower..<min(max(fact.range.end - start, lower), scalars.count)
            let sentence = SourceText.sentence(fact.sentence, around: quantity, of: fact.text, in: scalars)
            return Evidence.Mark(sentence: sentence, quantity: quantity, label: fact.item)
        }
        return Evidence(
            key: key, title: title, source: document, published: published.map(Day.init),
            text: text.maskingPersonalNumbers, marks: marks)
    }

    /// Where the sentence lies in the text before its line breaks were repaired: from each place of the quantity in the
    /// sentence the two are compared outwards, blanks apart. The quantity alone where they do not agree.
    static func sentence(
        _ sentence: String, around quantity: Range<Int>, of quantityText: String, in text: [Unicode.Scalar]
    ) -> Range<Int> {
        let wanted = Array(sentence.unicodeScalars).filter { !$0.properties.isWhitespace }
        let inner = Array(quantityText.unicodeScalars).filter { !$0.properties.isWhitespace }
        guard !inner.isEmpty, inner.count <= wanted.count else { return quantity }
        for place in 0...(wanted.count - inner.count) where wanted[place..<place + inner.count].elementsEqual(inner) {
            var lower = quantity.lowerBound
            guard
                walk(wanted[..<place].reversed(), through: text[..<lower].reversed(), { lower -= $0 })
            else { continue }
            var upper = quantity.upperBound
            guard walk(wanted[(place + inner.count)...], through: text[upper...], { upper += $0 }) else { continue }
            return lower..<upper
        }
        return quantity
    }

    /// Whether the text holds the wanted scalars next, blanks apart; tells how many scalars were passed.
    private static func walk(
        _ wanted: some Sequence<Unicode.Scalar>, through text: some Sequence<Unicode.Scalar>, _ pass: (Int) -> Void
    ) -> Bool {
        var text = text.makeIterator()
        var passed = 0
        for scalar in wanted {
            repeat {
                guard let next = text.next() else { return false }
                passed += 1
                if next == scalar { break }
                guard next.properties.isWhitespace else { return false }
            } while true
        }
        pass(passed)
        return true
    }
}
