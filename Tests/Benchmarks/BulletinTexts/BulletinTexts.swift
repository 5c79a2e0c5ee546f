import Foundation

/// Texts to measure and to try the extractor with.
public enum BulletinTexts {
    /// A bulletin as it lies in memory.
    public struct Text: Sendable {
        public let name: String
        public let bytes: [UInt8]
    }

    private static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..")
        .standardizedFileURL

    /// The bulletins that the repository holds: the seed and those of the extractor's tests.
    public static func own() -> [Text] {
        ["seeds", "Tests/ExtractionTests/Bulletins"].flatMap { texts(in: root.appending(path: $0)) }
    }

    /// Every line that the tests of the extractor read, without its marks: bulletins, stories and the texts of its cases.
    public static func ownLines() -> [[UInt8]] {
        let tests = root.appending(path: "Tests/ExtractionTests")
        let folders = (try? FileManager.default.contentsOfDirectory(atPath: tests.path)) ?? []
        return folders.sorted().flatMap { folder in
            let names = (try? FileManager.default.contentsOfDirectory(atPath: tests.appending(path: folder).path)) ?? []
            return names.sorted().flatMap { name -> [[UInt8]] in
                let isTable = name.hasSuffix(".tsv")
                guard isTable || name.hasSuffix(".txt"),
                    let text = try? String(contentsOf: tests.appending(path: "\(folder)/\(name)"), encoding: .utf8)
                else { return [] }
                return text.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("#") }.map { line in
                    Array(withoutMarks(isTable ? line.prefix { $0 != "\t" } : line).utf8)
                }
            }
        }
    }

    /// 建成⟦35座|公厕|A|-⟧ → 建成35座
    private static func withoutMarks(_ line: Substring) -> String {
        line.split(separator: "⟦", omittingEmptySubsequences: false).enumerated().map { index, piece in
            guard index > 0, let close = piece.firstIndex(of: "⟧") else { return String(piece) }
            return piece[..<close].prefix { $0 != "|" } + String(piece[piece.index(after: close)...])
        }.joined()
    }

    /// A year of evening news beside the checkout; where it is absent, as much text made of the repository's bulletins.
    public static func year() -> [Text] {
        let corpus = texts(in: root.appending(path: "../shared/corpus/cctv-2023"))
        return corpus.isEmpty ? generated(files: 363, bytes: 24_650) : corpus
    }

    /// Whether `year` is the corpus itself.
    public static var hasCorpus: Bool {
        FileManager.default.fileExists(atPath: root.appending(path: "../shared/corpus/cctv-2023").path)
    }

    /// The `*.txt` and `*.md` of a folder, by name; none where it is absent.
    public static func texts(in folder: URL) -> [Text] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.sorted().filter { $0.hasSuffix(".txt") || $0.hasSuffix(".md") }.compactMap { name in
            guard let content = try? Data(contentsOf: folder.appending(path: name)) else { return nil }
            return Text(name: name, bytes: Array(content))
        }
    }

    /// Paragraphs of the repository's bulletins in changing order.
    private static func generated(files: Int, bytes: Int) -> [Text] {
        let paragraphs = own().flatMap { $0.bytes.split(separator: UInt8(ascii: "\n")) }
        var random = Random(seed: 2023)
        return (0..<files).map { number in
            var text: [UInt8] = []
            while text.count < bytes, let paragraph = random.element(of: paragraphs) {
                text += paragraph
                text += [UInt8(ascii: "\n"), UInt8(ascii: "\n")]
            }
            return Text(name: "generated-\(number).txt", bytes: text)
        }
    }
}

/// Random numbers that the same seed gives again on every machine (SplitMix64).
public struct Random: Sendable {
    private var state: UInt64

    public init(seed: UInt64) { state = seed }

    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number from 0 up to, but without, `bound`; 0 where the bound is.
    public mutating func number(below bound: Int) -> Int {
        bound > 0 ? Int(next() >> 1) % bound : 0
    }

    public mutating func element<Elements: RandomAccessCollection>(of elements: Elements) -> Elements.Element? {
        guard !elements.isEmpty else { return nil }
        return elements[elements.index(elements.startIndex, offsetBy: number(below: elements.count))]
    }
}
