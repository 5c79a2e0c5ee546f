public import Bulletins
public import Facts
public import Places
import Scanning
public import Units

/// What was read from one document: every numeral of its text lies in exactly one of these records.
public struct Extraction: Sendable {
    /// The facts in the order of the text.
    public var facts: [Fact]
    /// The numerals that are no fact, in the order of the text.
    public var setAside: [SetAside]
}

/// Reads every numeric fact out of bulletins.
///
/// A value without state: one extractor serves any number of documents on any number of threads.
///
///     let extractor = Extractor()
///     for fact in extractor.facts(in: "全区组建志愿服务队451支。") {
///         print(fact.item, fact.value, fact.unit)  // 志愿服务队 451 支
///     }
public struct Extractor: Sendable {
    private let tools: ReadingTools

    public init(units: UnitTable = .builtIn, lexicon: Lexicon = .builtIn, gazetteer: Gazetteer = .builtIn) {
        tools = ReadingTools(units: units, lexicon: lexicon, gazetteer: gazetteer)
    }

    /// The facts of a text that is no file.
    ///
    /// - Parameters:
    ///   - published: the day from which 今年 and 去年 count.
    ///   - region: the place that the text is about where it names none; empty for the county that the text itself names most.
    /// - Returns: the facts in the order of the text; none where it holds no figure or no text.
    public func facts(in text: String, published: CalendarDate? = nil, region: String = "") -> [Fact] {
        extraction(of: text, published: published, region: region).facts
    }

    /// The facts and the numerals set aside of a text that is no file.
    public func extraction(of text: String, published: CalendarDate? = nil, region: String = "") -> Extraction {
        var details = BulletinDetails()
        details.published = published
        details.region = region.isEmpty ? [] : BulletinDetails.region(region)
        guard let document = try? Document(reading: Array(text.utf8), path: "", details: details) else {
            return Extraction(facts: [], setAside: [])
        }
        return extract(document)
    }

    /// Reads a document.
    ///
    /// - Parameter setsAside: whether the numerals that are no fact are recorded as well; there are four times as many of them,
    ///   and who wants none need not wait for them.
    public func extract(_ document: Document, setsAside: Bool = true) -> Extraction {
        var whole = Extraction(facts: [], setAside: [])
        DocumentReader(document, setsAside: setsAside, tools: tools).read(inPiecesOf: .max) { whole = $0 }
        return whole
    }

    /// Reads a document and hands over its records piece by piece, in the order of the text: a large one then needs no
    /// room for all of them.
    public func extract(
        _ document: Document, setsAside: Bool = true, each body: (Extraction) throws -> Void
    ) rethrows {
        try DocumentReader(document, setsAside: setsAside, tools: tools).read(inPiecesOf: 1000, body)
    }
}
