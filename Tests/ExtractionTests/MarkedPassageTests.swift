import Bulletins
import Facts
import Foundation
import Testing

@testable import Extraction

/// Street news with its figures marked by who wrote it: `⟦12个|P|永泰街道⟧`, the figure, whether it is a result (A), a plan (P)
/// or either (?), and the narrowest place that it belongs to, - where none is named. The stories also tell what is counted and
/// when: `⟦12个|小区|P|永泰街道|今年⟧`.
///
/// `NewsPassages` are short: of people, of works planned and done, of bureaus, and of the whole country.
///
/// Rules were mended on the passages with odd numbers. Those with even numbers nobody who makes rules reads: they tell how
/// a text is read at first sight.
@Suite struct MarkedPassageTests {
    /// What the reading promises, and less is a step back.
    @Test(arguments: [
        MarkFloor(folder: "MarkedPassages", isHeldBack: false, figures: 550, status: 0.95, place: 0.965),
        MarkFloor(folder: "MarkedPassages", isHeldBack: true, figures: 550, status: 0.86, place: 0.91),
        MarkFloor(
            folder: "MarkedStories", isHeldBack: false, figures: 2250, status: 0.94, place: 0.9, item: 0.69,
            period: 0.8),
        MarkFloor(
            folder: "MarkedStories", isHeldBack: true, figures: 2290, status: 0.92, place: 0.87, item: 0.65,
            period: 0.75),
        MarkFloor(
            folder: "TownStories", isHeldBack: false, figures: 2480, status: 0.965, place: 0.91, item: 0.85,
            period: 0.885),
        MarkFloor(
            folder: "TownStories", isHeldBack: true, figures: 1620, status: 0.955, place: 0.845, item: 0.805,
            period: 0.78),
        MarkFloor(
            folder: "NewsPassages", isHeldBack: false, figures: 990, status: 0.92, place: 0.87, item: 0.84,
            period: 0.77),
        MarkFloor(
            folder: "NewsPassages", isHeldBack: true, figures: 980, status: 0.92, place: 0.86, item: 0.84,
            period: 0.77),
    ])
    func `figures are read as the writer meant them`(_ floor: MarkFloor) throws {
        var score = MarkScore()
        for passage in try MarkedPassage.all(in: floor.folder) where passage.isHeldBack == floor.isHeldBack {
            score.add(facts: try passage.facts(), passage)
        }
        #expect(score.marks >= floor.figures)
        #expect(score.status.share >= floor.status, "\(score)")
        #expect(score.place.share >= floor.place, "\(score)")
        #expect(score.item.share >= floor.item, "\(score)")
        #expect(score.period.share >= floor.period, "\(score)")
    }
}

struct MarkFloor: Sendable {
    var folder: String
    var isHeldBack: Bool
    var figures: Int
    var status: Double
    var place: Double
    /// Zero where the writer did not tell.
    var item = 0.0
    var period = 0.0
}

/// A figure as the writer marked it.
private struct Mark {
    var range: Range<Int>
    /// `nil` where a reader could see it both ways.
    var status: Status?
    /// The narrowest place, without what kind of place it is.
    var place: String
    /// What is counted, and when; `nil` in passages that do not tell it.
    var counted: (item: String, period: String)?

    /// `12个|P|永泰街道` or `12个|小区|P|永泰街道|今年`.
    init?(_ parts: [Substring], range: Range<Int>) {
        guard parts.count == 3 || parts.count == 5 else { return nil }
        let told = parts.count == 5 ? parts[2...3] : parts[1...2]
        self.range = range
        status = told.first == "A" ? .actual : told.first == "P" ? .planned : nil
        place = narrowest(String(told.last ?? ""))
        if parts.count == 5 { counted = (String(parts[1]), parts[4] == "-" ? "" : String(parts[4])) }
    }
}

private struct MarkedPassage {
    var name: String
    var text: String
    var details: BulletinDetails
    var marks: [Mark] = []

    /// Every second one is held back.
    var isHeldBack: Bool { (Int(name.suffix(2)) ?? 1).isMultiple(of: 2) }

    static func all(in folder: String) throws -> [MarkedPassage] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: folder)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".txt") }
        return try names.sorted().map { name in
            let marked = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
            return try #require(MarkedPassage(name: String(name.dropLast(4)), marked: marked), "\(name)")
        }
    }

    /// `# 2025-07-09 平城区`, the day and the region where they are known, and the text with its marks below.
    init?(name: String, marked: String) {
        let lines = marked.split(separator: "\n", maxSplits: 1)
        guard lines.count == 2, lines[0].hasPrefix("#") else { return nil }
        let head = lines[0].split(separator: " ").dropFirst()
        let published = head.first.flatMap { CalendarDate(String($0)) }
        guard head.isEmpty || published != nil else { return nil }
        self.name = name
        details = BulletinDetails(published: published, region: head.dropFirst().map(String.init))
        text = ""
        var rest = lines[1]
        while let open = rest.firstIndex(of: "⟦"), let close = rest[open...].firstIndex(of: "⟧") {
            let parts = rest[rest.index(after: open)..<close].split(separator: "|", omittingEmptySubsequences: false)
            text += rest[..<open]
            let start = text.unicodeScalars.count
            text += parts[0]
            guard let mark = Mark(parts, range: start..<text.unicodeScalars.count) else { return nil }
            marks.append(mark)
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

/// A name without its quotation marks, pauses and 的.
private func bare(_ name: String) -> [Character: Int] {
    name.filter { !"“”‘’\"'「」《》（）()、，,。 　的".contains($0) }.reduce(into: [:]) { $0[$1, default: 0] += 1 }
}

private struct MarkScore: CustomStringConvertible {
    struct Count: CustomStringConvertible {
        private var right = 0
        private var all = 0
        /// One where nothing was told.
        var share: Double { all == 0 ? 1 : Double(right) / Double(all) }
        var description: String { "\(right) of \(all)" }

        mutating func add(_ isRight: Bool) {
            all += 1
            if isRight { right += 1 }
        }
    }

    private(set) var marks = 0
    private(set) var status = Count()
    private(set) var place = Count()
    private(set) var item = Count()
    private(set) var period = Count()

    var description: String { "status \(status), place \(place), item \(item), period \(period)" }

    mutating func add(facts: [Fact], _ passage: MarkedPassage) {
        let region = passage.details.region.last.map(narrowest)
        for mark in passage.marks {
            marks += 1
            guard
                let fact = facts.first(where: {
                    $0.range.start < mark.range.upperBound && mark.range.lowerBound < $0.range.end
                })
            else { continue }
            if let told = mark.status { status.add(fact.status == told) }
            place.add(isPlace(fact, of: mark, region: region))
            if let counted = mark.counted {
                item.add(likeness(fact.item, counted.item) >= 0.6)
                period.add(bare(fact.period ?? "") == bare(counted.period))
            }
        }
    }

    private func isPlace(_ fact: Fact, of mark: Mark, region: String?) -> Bool {
        let place = fact.place.last.map { $0 == "全国" ? "" : narrowest($0) } ?? ""
        // The region of the paper is as good where the text names no place.
        if mark.place == "-" { return place.isEmpty || place == region }
        return place == mark.place
            || min(place.count, mark.place.count) > 1 && (place.hasPrefix(mark.place) || mark.place.hasPrefix(place))
    }
}
