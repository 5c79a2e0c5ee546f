import Benchmark
import CWorkbook
import Foundation
import WorkbookCells

let benchmarks: @Sendable () -> Void = {
    let configuration = Benchmark.Configuration(
        metrics: [.wallClock, .peakMemoryResident], maxDuration: .seconds(30), maxIterations: 10)
    let folder = FileManager.default.temporaryDirectory

    Benchmark("write, a workbook of 1,000,000 cells", configuration: configuration) { _ in
        try WorkbookCells.write(to: folder.appendingPathComponent("tongbao-cells.xlsx").path)
    }

    Benchmark("write, the same cells by a C program", configuration: configuration) { _ in
        let path = folder.appendingPathComponent("c-cells.xlsx").path
        let code = write_reference_workbook(path, Int32(WorkbookCells.rows), Int32(WorkbookCells.columns))
        precondition(code == 0)
    }

    Benchmark("write, 300 streets, 60 indicators, 24 months and 500,000 facts", configuration: configuration) { _ in
        try StreetsWorkbook.write(to: folder.appendingPathComponent("streets.xlsx").path)
    }
}
