import Benchmark
import Foundation
import GeneratedFacts
import LedgerStore
import Pipeline

let benchmarks: @Sendable () -> Void = {
    let configuration = Benchmark.Configuration(
        metrics: [.wallClock, .throughput, .peakMemoryResident], maxDuration: .seconds(30), maxIterations: 5)
    let folder = NSTemporaryDirectory() + "tongbao-benchmarks"
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)

    Benchmark("ledger, a hundred thousand facts added", configuration: configuration) { benchmark in
        let path = folder + "/\(UUID().uuidString).sqlite"
        defer { for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) } }
        let ledger = try Ledger.open(path)
        benchmark.startMeasurement()
        blackHole(try ledger.fill(with: GeneratedFacts(streets: 400)))
        benchmark.stopMeasurement()
    }

    Benchmark("metrics, street by month by indicator of a million facts", configuration: configuration) { benchmark in
        let path = folder + "/million.sqlite"
        if !FileManager.default.fileExists(atPath: path) {
            blackHole(try Ledger.open(path).fill(with: GeneratedFacts(streets: 4000)))
        }
        let ledger = try Ledger.open(path, access: .readOnly)
        benchmark.startMeasurement()
        blackHole(try ledger.monthCells(width: ProcessInfo.processInfo.activeProcessorCount).cells.count)
        benchmark.stopMeasurement()
    }
}
