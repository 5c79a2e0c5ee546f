import Facts
import Foundation
import Testing

@testable import Extraction

/// Single sentences of street news, each built another way, and what a reader says of their figures. Whoever wrote them did not
/// know the program: they tell how far words and constructions are read that it has never seen.
///
/// Rules were mended on every second text, from the first; the others nobody who makes rules reads.
@Suite struct SentenceScoreTests {
    @Test(arguments: [
        SentenceFloor(file: "things.tsv", mended: 0.93, heldBack: 0.885),
        SentenceFloor(file: "people.tsv", mended: 0.83, heldBack: 0.825),
        SentenceFloor(file: "events.tsv", mended: 0.85, heldBack: 0.86),
        SentenceFloor(file: "mixed.tsv", mended: 0.84, heldBack: 0.8),
    ])
    func `what a figure of one sentence counts`(_ floor: SentenceFloor) throws {
        for (isHeldBack, least) in [(false, floor.mended), (true, floor.heldBack)] {
            let scored = try MarkedText.all(in: floor.file).score(heldBack: isHeldBack) { fact, told in
                likeness(fact.item, told[0])
            }
            #expect(scored.figures > 140)
            #expect(scored.mean >= least, "held back: \(isHeldBack)")
        }
    }

    @Test(arguments: [(false, 0.92, 0.965), (true, 0.87, 0.915)])
    func `when a figure is of, as the text says and by its first and last day`(
        _ isHeldBack: Bool, _ named: Double, _ dated: Double
    ) throws {
        let texts = try MarkedText.all(in: "times.tsv")
        let names = texts.score(heldBack: isHeldBack) { fact, told in
            (fact.period ?? "-").replacing(" ", with: "") == told[0].replacing(" ", with: "") ? 1 : 0
        }
        let days = texts.score(heldBack: isHeldBack) { fact, told in
            (told[1] == "-" || fact.from?.description == told[1]) && (told[2] == "-" || fact.to?.description == told[2])
                ? 1 : 0
        }
        #expect(names.figures > 130)
        #expect(names.mean >= named)
        #expect(days.mean >= dated)
    }

    @Test(arguments: [(false, 0.94), (true, 0.89)])
    func `where a figure of a passage belongs`(_ isHeldBack: Bool, _ least: Double) throws {
        let scored = try MarkedText.all(in: "places.tsv", hasRegion: true).score(heldBack: isHeldBack) { fact, told in
            fact.place.last.map { $0.hasPrefix(told[0]) || told[0].hasPrefix($0) } ?? false ? 1 : 0
        }
        #expect(scored.figures > 190)
        #expect(scored.mean >= least)
    }

    @Test(arguments: [(false, 0.82, 0.92), (true, 0.85, 0.91)])
    func `what is done with those counted, and in which window`(
        _ isHeldBack: Bool, _ done: Double, _ windowed: Double
    ) throws {
        let texts = try MarkedText.all(in: "actions.tsv")
        let actions = texts.score(heldBack: isHeldBack) { fact, told in
            let action = fact.action ?? "-"
            return action == told[0]
                || action != "-" && told[0] != "-" && (action.contains(told[0]) || told[0].contains(action)) ? 1 : 0
        }
        let windows = texts.score(heldBack: isHeldBack) { fact, told in
            told[1].split(separator: "|").contains(fact.window.rawValue[...]) ? 1 : 0
        }
        #expect(actions.figures > 140)
        #expect(actions.mean >= done)
        #expect(windows.mean >= windowed)
    }
}

/// The mean agreement in characters below which the reading of a file's sentences must not fall.
struct SentenceFloor: Sendable {
    var file: String
    var mended: Double
    var heldBack: Double
}

/// A text, and what a reader says of each of its figures.
private struct MarkedText {
    var text: String
    var region: String
    var figures: [(text: String, told: [String])]

    /// - Parameter hasRegion: whether the region of the bulletin stands before each text.
    static func all(in file: String, hasRegion: Bool = false) throws -> [MarkedText] {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Sentences/\(file)")
        var texts: [MarkedText] = []
        for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") where !line.hasPrefix("#") {
            var parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            let region = hasRegion ? parts.removeFirst() : "平城区"
            try #require(parts.count >= 3, "\(line)")
            let text = parts[0].replacing("⏎", with: "\n")
            if texts.last?.text != text { texts.append(MarkedText(text: text, region: region, figures: [])) }
            texts[texts.count - 1].figures.append((parts[1], Array(parts[2...])))
        }
        return texts
    }
}

extension [MarkedText] {
    /// How many figures one half of the texts has, and the mean of what a fact is worth by what a reader says of it; a figure that was
    /// not found is worth nothing.
    fileprivate func score(heldBack: Bool, _ worth: (Fact, [String]) -> Double) -> (figures: Int, mean: Double) {
        var (figures, sum) = (0, 0.0)
        for (index, text) in enumerated() where index.isMultiple(of: 2) != heldBack {
            let facts = Extractor().facts(in: text.text, published: ExtractionCase.published, region: text.region)
            for figure in text.figures {
                figures += 1
                if let fact = facts.first(where: { $0.text == figure.text }) { sum += worth(fact, figure.told) }
            }
        }
        return (figures, sum / Double(Swift.max(figures, 1)))
    }
}
