import Facts
import Foundation
import Testing

@testable import Extraction

/// Single sentences of street news, each built another way, and what their figures count. Whoever wrote them did not know the
/// program: they tell how far words and constructions are read that it has never seen.
///
/// Rules were mended on every second sentence, from the first; the others nobody who makes rules reads.
@Suite struct SentenceScoreTests {
    @Test(arguments: [
        SentenceFloor(file: "things.tsv", mended: 0.93, heldBack: 0.885),
        SentenceFloor(file: "people.tsv", mended: 0.83, heldBack: 0.825),
        SentenceFloor(file: "events.tsv", mended: 0.82, heldBack: 0.86),
    ])
    func `what a figure of one sentence counts`(_ floor: SentenceFloor) throws {
        let sentences = try Sentence.all(in: floor.file)
        for (isHeldBack, least) in [(false, floor.mended), (true, floor.heldBack)] {
            var agreement = 0.0
            var figures = 0
            for (index, sentence) in sentences.enumerated() where index.isMultiple(of: 2) != isHeldBack {
                let facts = Extractor().facts(in: sentence.text, region: "平城区")
                for figure in sentence.figures {
                    let read = facts.first { $0.text == figure.text }?.item ?? ""
                    agreement += likeness(read, figure.item)
                    figures += 1
                }
            }
            #expect(figures > 140)
            #expect(agreement / Double(max(figures, 1)) >= least, "held back: \(isHeldBack)")
        }
    }
}

/// The mean agreement in characters below which the reading of a file's sentences must not fall.
struct SentenceFloor: Sendable {
    var file: String
    var mended: Double
    var heldBack: Double
}

/// A sentence, and what a reader says that each of its figures counts.
private struct Sentence {
    var text: String
    var figures: [(text: String, item: String)]

    static func all(in file: String) throws -> [Sentence] {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Sentences/\(file)")
        var sentences: [Sentence] = []
        for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") where !line.hasPrefix("#") {
            let parts = line.split(separator: "\t").map(String.init)
            try #require(parts.count == 3, "\(line)")
            if sentences.last?.text != parts[0] { sentences.append(Sentence(text: parts[0], figures: [])) }
            sentences[sentences.count - 1].figures.append((parts[1], parts[2]))
        }
        return sentences
    }
}
