// swift-tools-version: 6.3
import PackageDescription

/// Benchmarks live in a package of their own so that the main build needs none of what they need.
///
/// `swift package benchmark` runs them all. A further one is a folder beside `WorkbookBenchmarks` and one call of
/// `benchmark` below.
let package = Package(
    name: "benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "tongbao", path: "../.."),
        .package(url: "https://github.com/ordo-one/benchmark", from: "1.31.0", traits: []),
    ],
    targets: [
        benchmark("WorkbookBenchmarks", dependencies: ["WorkbookCells", "CWorkbook"]),
        benchmark("ExtractionBenchmarks", dependencies: ["BulletinTexts"]),

        // Bulletins to read, and the fuzzer that `scripts/fuzz` runs.
        .target(name: "BulletinTexts", path: "BulletinTexts"),
        .executableTarget(
            name: "fuzz-extraction", dependencies: ["BulletinTexts", tongbao()], path: "FuzzExtraction"),

        // The cells of the workbook benchmark, by Tongbao and by a C program that calls libxlsxwriter itself.
        .target(name: "WorkbookCells", dependencies: ["GeneratedFacts", tongbao()], path: "WorkbookCells"),
        .target(name: "CWorkbook", path: "CWorkbook", linkerSettings: [.linkedLibrary("xlsxwriter")]),
        .executableTarget(name: "million-cells", dependencies: ["WorkbookCells", "CWorkbook"], path: "MillionCells"),

        benchmark("LedgerBenchmarks", dependencies: ["GeneratedFacts"]),

        // Ledgers of any size, filled by rule.
        .target(name: "GeneratedFacts", dependencies: [tongbao()], path: "GeneratedFacts"),
        .executableTarget(name: "million-facts", dependencies: ["GeneratedFacts", tongbao()], path: "MillionFacts"),
    ]
)

func tongbao() -> Target.Dependency { .product(name: "Tongbao", package: "tongbao") }

/// A suite of benchmarks in the folder of its name.
func benchmark(_ name: String, dependencies: [Target.Dependency]) -> Target {
    .executableTarget(
        name: name,
        dependencies: dependencies + [tongbao(), .product(name: "Benchmark", package: "benchmark")],
        path: name,
        plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]
    )
}
