import Facts
import Foundation
import Testing

struct JSONLineTests {
    /// A record's line as a JSON reader that is not Tongbao's takes it.
    private func object(of line: String) throws -> [String: Any] {
        try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }

    private func record(_ text: String) -> SetAside {
        SetAside(
            document: "", range: SourceRange(start: 0, end: 1_234_567_890), text: text, reason: .word, rule: "",
            sentence: "")
    }

    @Test(arguments: ["\"", "\\", "\n", "\r", "\t", "\u{0}", "\u{1F}", "\u{7F}", "\u{2028}", "\u{2029}"])
    func `a character that JSON lines must not hold is escaped wherever it stands`(_ escaped: String) throws {
        for length in 0..<20 {
            for (before, behind) in [("清", "“"), ("a", " "), ("\u{A8}", "\u{202A}")] {
                for place in 0...length {
                    let text =
                        String(repeating: before, count: place) + escaped
                        + String(repeating: behind, count: length - place)
                    let line = record(text).jsonLine
                    #expect(try object(of: line)["text"] as? String == text)
                    if escaped != "\"", escaped != "\\" { #expect(!line.contains(escaped)) }
                }
            }
        }
    }

    @Test(arguments: ["0", "7", "10", "-5", "137300", "-2.1", "0.05", "90000000000000000000000000", "-1200000"])
    func `a figure is written in plain decimals`(_ figure: String) throws {
        let fact = Fact(
            document: "", published: CalendarDate(year: 26, month: 4, day: 3), range: SourceRange(start: 0, end: 100),
            text: "", value: try #require(Number(figure)), unit: "", item: "", rule: "", sentence: "")
        #expect(fact.jsonLine.contains("\"value\":\(figure),"))
        #expect(fact.jsonLine.contains("\"published\":\"0026-04-03\",\"start\":0,\"end\":100,"))
    }
}
