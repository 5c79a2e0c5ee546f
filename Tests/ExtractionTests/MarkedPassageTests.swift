import Bulletins
import Facts
import Foundation
import Testing

@testable import Extraction

/// Street news with its figures marked by who wrote it: `⟦12个|P|永泰街道⟧`, the figure, whether it is a result (A), a plan (P)
/// or either (?), and the narrowest place that it belongs to, - where none is named.
///
/// Rules were mended on the passages with odd numbers. Those with even numbers nobody who makes rules reads: they tell how
/// plans and places are read at first sight.
@Suite struct MarkedPassageTests {
    /// What the reading promises, and less is a step back.
    @Test(arguments: [
        (isHeldBack: false, figures: 550, status: 0.95, place: 0.965),
        (isHeldBack: true, figures: 550, status: 0.86, place: 0.91),
    ])
    func `plans and places are read as the writer meant them`(
        isHeldBack: Bool, figures: Int, status: Double, place: Double
    ) throws {
        var score = MarkScore()
        for passage in try MarkedPassage.all where passage.isHeldBack == isHeldBack {
            score.add(facts: try passage.facts(), passage)
        }
        #expect(score.marks >= figures)
        #expect(score.status >= status, "\(score)")
        #expect(score.place >= place, "\(score)")
    }
}

/// A figure as the writer marked it.
private struct Mark {
    var range: Range<Int>
    /// `nil` where a reader could see it both ways.
    var status: Status?
    /// The narrowest place, without what kind of place it is.
    var place: String
}

private struct MarkedPassage {
    var name: String
    var text: String
    var details: BulletinDetails
    var marks: [Mark] = []

    /// Every second one is held back.
    var isHeldBack: Bool { (Int(name.suffix(2)) ?? 1).isMultiple(of: 2) }

    static var all: [MarkedPassage] {
        get throws {
            let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "MarkedPassages")
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".txt") }
            return try names.sorted().map { name in
                let marked = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
                return try #require(MarkedPassage(name: String(name.dropLast(4)), marked: marked), "\(name)")
            }
        }
    }

    /// `# 2025-07-09 平城区`, the day and the region where there is one, and the text with its marks below.
    init?(name: String, marked: String) {
        let lines = marked.split(separator: "\n", maxSplits: 1)
        guard lines.count == 2 else { return nil }
        let head = lines[0].split(separator: " ")
        guard head.count > 1, head[0] == "#", let published = CalendarDate(String(head[1])) else { return nil }
        self.name = name
        details = BulletinDetails(published: published, region: head.dropFirst(2).map(String.init))
        text = ""
        var rest = lines[1]
        while let open = rest.firstIndex(of: "⟦"), let close = rest[open...].firstIndex(of: "⟧") {
            let parts = rest[rest.index(after: open)..<close].split(separator: "|")
            guard parts.count == 3 else { return nil }
            text += rest[..<open]
            let start = text.unicodeScalars.count
            text += parts[0]
            let status: Status? = parts[1] == "A" ? .actual : parts[1] == "P" ? .planned : nil
            marks.append(
                Mark(range: start..<text.unicodeScalars.count, status: status, place: narrowest(String(parts[2]))))
            rest = rest[rest.index(after: close)...]
        }
        text += rest
    }

    func facts() throws -> [Fact] {
        Extractor().extract(try Document(reading: Array(text.utf8), path: name, details: details)).facts
    }
}

/// 平城 of 平城区.
private func narrowest(_ place: String) -> String {
    for kind in ["街道", "社区", "省", "市", "区", "县", "镇", "乡", "村"] where place.hasSuffix(kind) && place.count > kind.count
    {
        return String(place.dropLast(kind.count))
    }
    return place
}

private struct MarkScore: CustomStringConvertible {
    private(set) var marks = 0
    private var told = 0
    private var statusRight = 0
    private var placed = 0
    private var placeRight = 0

    var status: Double { Double(statusRight) / Double(max(told, 1)) }
    var place: Double { Double(placeRight) / Double(max(placed, 1)) }
    var description: String { "status \(statusRight) of \(told), place \(placeRight) of \(placed)" }

    mutating func add(facts: [Fact], _ passage: MarkedPassage) {
        let region = passage.details.region.last.map(narrowest)
        for mark in passage.marks {
            marks += 1
            guard
                let fact = facts.first(where: {
                    $0.range.start < mark.range.upperBound && mark.range.lowerBound < $0.range.end
                })
            else { continue }
            if let status = mark.status {
                told += 1
                if fact.status == status { statusRight += 1 }
            }
            placed += 1
            let place = fact.place.last.map { $0 == "全国" ? "" : narrowest($0) } ?? ""
            // The region of the paper is as good where the text names no place.
            let isRight =
                mark.place == "-"
                ? place.isEmpty || place == region
                : place == mark.place
                    || min(place.count, mark.place.count) > 1
                        && (place.hasPrefix(mark.place) || mark.place.hasPrefix(place))
            if isRight { placeRight += 1 }
        }
    }
}
