import Facts
import Testing

@testable import Bulletins

@Suite struct DatesAndDetailsTests {
    @Test(arguments: try Case.load("filenames.tsv")) func `days in file names`(_ line: Case) {
        #expect(CalendarDate(inFileName: line[0])?.description ?? "-" == line[1])
    }

    @Test func `what is given outranks the file's name, and that the dateline`() throws {
        let page = Array("发布时间：2026-04-05\n社区清理垃圾20吨，群众叫好。".utf8)
        let given = BulletinDetails(published: CalendarDate("2026-04-03"))
        #expect(try Document(reading: page, path: "2026-04-04.txt", details: given).published?.day == 3)
        #expect(try Document(reading: page, path: "2026-04-04.txt").published?.day == 4)
        #expect(try Document(reading: page, path: "a.txt").published?.day == 5)
    }

    @Test func `a day in prose dates nothing, and two datelines nothing either`() throws {
        #expect(try read("2026年4月3日，社区清理垃圾20吨。").published == nil)
        #expect(try read("2026年4月3日\n社区清理垃圾20吨。").published?.day == 3)
        #expect(try read("2026年4月3日\n社区清理垃圾20吨。\n2026年4月5日").published == nil)
    }

    @Test func `a manifest says what is known`() throws {
        let manifest = try Manifest(
            reading: Array(
                "\u{FEFF}file,published,region,title,source,id,备注\r\na.txt,2026/4/3,大同市/平城区,新闻,平城报,B1,x\r\nb.txt\r\n"
                    .utf8),
            path: "manifest.csv")
        let details = manifest.entry(for: "a.txt")?.details
        #expect(details?.published == CalendarDate("2026-04-03"))
        #expect(details?.region == ["大同市", "平城区"])
        #expect(details?.title == "新闻" && details?.source == "平城报" && details?.id == "B1")
        #expect(manifest.entry(for: "b.txt")?.details == BulletinDetails())
        #expect(manifest.entry(for: "c.txt") == nil)
        #expect(manifest.faults.isEmpty)
    }

    @Test func `faults of a manifest carry their line`() throws {
        let manifest = try Manifest(
            reading: Array("file,published\na.txt,April\nb.txt,\n,2026-04-03\nb.txt,\n".utf8), path: "m.csv")
        #expect(
            manifest.faults == [
                BulletinError(path: "m.csv", line: 2, kind: .invalidDate("April")),
                BulletinError(path: "m.csv", line: 4, kind: .noFileName),
                BulletinError(path: "m.csv", line: 5, kind: .repeatedFile("b.txt")),
            ])
        #expect(manifest.entries.map(\.file) == ["b.txt"])
        #expect(throws: BulletinError(path: "m.csv", line: 1, kind: .missingColumn("file"))) {
            try Manifest(reading: Array("published\n2026-04-03\n".utf8), path: "m.csv")
        }
        #expect(throws: BulletinError(path: "m.csv", line: 2, kind: .malformedManifest("a quoted field does not end")))
        {
            try Manifest(reading: Array("file\n\"a.txt\n".utf8), path: "m.csv")
        }
    }
}
