import Facts
import Foundation
import LedgerStore

/// A folder of its own for one test, removed when the test is over.
final class Folder {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "ledger-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    func file(_ name: String) -> String { path + "/" + name }
}

/// Bulletins made for the tests.
enum Sample {
    /// One fact for each of the sentences `永泰街道建成志愿服务队451支`.
    static func fact(
        _ text: String, value: Int, item: String, start: Int, place: [String] = ["平城区", "永泰街道"],
        document: String = "page.txt", sentence: String? = nil
    ) -> Fact {
        Fact(
            document: document, article: 1, headline: "志愿服务暖民心", published: day(2026, 4, 3),
            range: SourceRange(start: start, end: start + text.unicodeScalars.count), text: text, value: Number(value),
            unit: String(text.suffix(1)), item: item, place: place, window: .stock, from: day(2026, 4, 30),
            to: day(2026, 4, 30), rule: "count", sentence: sentence ?? "永泰街道有\(item)\(text)。")
    }

    static func bulletin(
        _ name: String = "page.txt", id: String? = nil, content: String? = nil, extractor: String = "1",
        facts: [Fact]? = nil
    ) -> BulletinRecord {
        let facts =
            facts ?? [
                fact("451支", value: 451, item: "志愿服务队", start: 10, document: name),
                fact("18个", value: 18, item: "党支部", start: 40, document: name),
            ]
        return BulletinRecord(
            identity: BulletinIdentity(manifestID: id, path: "bulletins/\(name)"), path: name,
            title: "四月简报", published: day(2026, 4, 3), region: "平城区", source: "区委宣传部",
            contentHash: ContentHash.sha256(content ?? name), extractor: extractor,
            articles: [
                ArticleRecord(
                    number: 1, headline: "志愿服务暖民心", kicker: "永泰街道", byline: "本报讯（记者 某某）",
                    published: day(2026, 4, 3), place: ["平城区", "永泰街道"], range: SourceRange(start: 0, end: 90))
            ],
            facts: facts,
            setAside: [
                SetAside(
                    document: name, range: SourceRange(start: 70, end: 71), text: "一", reason: .phrase,
                    rule: "set phrase", sentence: "提供一站式服务。")
            ])
    }

    static func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate? {
        CalendarDate(year: year, month: month, day: day)
    }
}

extension Ledger {
    /// What a reader of the ledger sees, without numbers of rows.
    func present() throws -> [String] {
        try facts(where: FactFilter(includesRejected: true)).map {
            "\($0.verdict?.rawValue ?? "-") \($0.resolution.indicator) \($0.fact.jsonLine)"
        }
    }
}
