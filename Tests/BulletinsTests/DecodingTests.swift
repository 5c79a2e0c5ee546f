import Testing

@testable import Bulletins

@Suite struct DecodingTests {
    /// 清理50余处 in GB 2312.
    static let gb: [UInt8] = [0xC7, 0xE5, 0xC0, 0xED, 0x35, 0x30, 0xD3, 0xE0, 0xB4, 0xA6]
    static let words = "清理50余处"

    @Test func `encodings are found by mark, else by trial`() throws {
        let units = Array(DecodingTests.words.utf16)
        let little: [UInt8] =
            [0xFF, 0xFE] + units.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        let big: [UInt8] = [0xFE, 0xFF] + units.flatMap { unit -> [UInt8] in [UInt8(unit >> 8), UInt8(unit & 0xFF)] }
        let cases: [([UInt8], TextEncoding)] = [
            (Array(DecodingTests.words.utf8), .utf8), ([0xEF, 0xBB, 0xBF] + DecodingTests.words.utf8, .utf8WithMark),
            (DecodingTests.gb, .gb18030), (little, .utf16LittleEndian), (big, .utf16BigEndian),
        ]
        for (bytes, encoding) in cases {
            let document = try Document(reading: bytes, path: "a.txt")
            #expect(document.encoding == encoding)
            #expect(document.source == Array(DecodingTests.words.utf8))
        }
    }

    @Test func `what is no text is an error that says so`() {
        let text = Array("社区清理垃圾二十吨".utf8)
        let cases: [([UInt8], Int?, BulletinError.Kind)] = [
            ([], nil, .emptyFile), (Array(" \n\u{FEFF}".utf8.prefix(2)), nil, .emptyFile),
            (Array("%PDF-1.7".utf8), 0, .notText("PDF")),
            ([0x50, 0x4B, 3, 4, 0], 0, .notText("a Word, Excel, WPS or ZIP file")),
            ([0x41, 0, 0x42], 1, .notText(nil)), (Array(text.dropLast()), 24, .damagedUTF8),
            (Array(text[..<6]) + [0xFF] + text[6...], 6, .damagedUTF8), ([0x80, 0x20, 0xFF], 0, .unknownEncoding),
            ([0xFF, 0xFE, 0x00, 0xD8], 2, .damagedUTF16),
        ]
        for (bytes, offset, kind) in cases {
            #expect(throws: BulletinError(path: "a.txt", offset: offset, kind: kind)) {
                try Document(reading: bytes, path: "a.txt")
            }
        }
    }

    @Test func `strict UTF-8 agrees with the standard library`() {
        var generator = SeededGenerator(seed: 7)
        let pieces: [[UInt8]] = [
            [0x41], Array("统".utf8), Array("é".utf8), Array("𠀀".utf8), [0xC0], [0xED, 0xA0, 0x80], [0xE0, 0x80, 0x80],
            [0xF4, 0x90, 0x80, 0x80], [0xE7, 0xBB], [0x80], [0xFF], Array("公报，".utf8),
        ]
        for _ in 0..<4000 {
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 0..<9, using: &generator) {
                let isGood = Int.random(in: 0..<6, using: &generator) > 0
                bytes +=
                    isGood
                    ? pieces[[0, 1, 2, 3, 11].randomElement(using: &generator) ?? 0]
                    : pieces.randomElement(using: &generator) ?? []
            }
            let isValid = String(validating: bytes, as: UTF8.self) != nil
            #expect((UTF8Validation.firstFault(in: bytes.span) == nil) == isValid, "\(bytes)")
        }
    }

    @Test func `CRLF ends lines and stays in the source`() throws {
        let document = try read("社区清理垃圾。\r\n街道走访居民。\r\n")
        #expect(document.outline == ["paragraph 1 社区清理垃圾。", "paragraph 1 街道走访居民。"])
        #expect(document.source.contains(0x0D))
    }
}

/// A generator whose numbers are the same in every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
