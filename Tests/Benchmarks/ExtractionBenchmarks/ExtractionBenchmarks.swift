import Benchmark
import BulletinTexts
import Bulletins
import Dispatch
import Extraction

/// From bytes in memory to facts and set-aside records consumed; the extractor with its tables is made before.
let benchmarks: @Sendable () -> Void = {
    let texts = BulletinTexts.year()
    let bytes = texts.reduce(0) { $0 + $1.bytes.count }
    let extractor = Extractor()
    // Throughput counts runs of the whole year; a year of evening news is 8.95 MB.
    let configuration = Benchmark.Configuration(
        metrics: [.wallClock, .throughput, .peakMemoryResident], warmupIterations: 1, maxDuration: .seconds(60),
        maxIterations: 10)

    Benchmark("extract, one year of bulletins (\(bytes / 1000) kB), one core", configuration: configuration) { _ in
        for text in texts { try blackHole(records(of: text, extractor)) }
    }

    // On threads of their own: the harness holds one of the two that tasks would share.
    Benchmark("extract, one year of bulletins (\(bytes / 1000) kB), two cores", configuration: configuration) { _ in
        DispatchQueue.concurrentPerform(iterations: 2) { half in
            for index in stride(from: half, to: texts.count, by: 2) {
                blackHole(try? records(of: texts[index], extractor))
            }
        }
    }

    Benchmark("read, one year of bulletins (\(bytes / 1000) kB), without extraction", configuration: configuration) {
        _ in
        for text in texts { try blackHole(Document(reading: text.bytes, path: text.name).blocks.count) }
    }
}

/// Reads a bulletin and looks at each of its records.
@Sendable func records(of text: BulletinTexts.Text, _ extractor: Extractor) throws -> Int {
    let extraction = extractor.extract(try Document(reading: text.bytes, path: text.name))
    var scalars = 0
    for fact in extraction.facts { scalars += fact.range.end - fact.range.start }
    for record in extraction.setAside { scalars += record.range.end - record.range.start }
    return scalars
}
