// swift-tools-version: 6.3
import PackageDescription

/// One room for each step of the road from bulletin to report; an import that points the wrong way does not build.
let package = Package(
    name: "tongbao",
    platforms: [.macOS(.v15)],
    products: [
        .library(
            name: "Tongbao",
            targets: [
                "Facts", "Scanning", "Units", "Bulletins", "Places", "Extraction", "Indicators", "LedgerStore",
                "Metrics", "Reports", "Briefings", "Writers", "Workbooks", "Pipeline",
            ]
        ),
        .executable(name: "tongbao", targets: ["tongbao"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        // The readable tables as bytes, and the system library that writes workbooks.
        .target(name: "Tables", cSettings: [.disableWarning("c23-extensions")]),
        .systemLibrary(
            name: "CXlsxWriter",
            pkgConfig: "xlsxwriter",
            providers: [.apt(["libxlsxwriter-dev"]), .brew(["libxlsxwriter"])]
        ),

        .target(name: "Facts"),
        .target(name: "Scanning", dependencies: ["Tables"]),
        .target(name: "Units", dependencies: ["Facts", "Scanning"]),
        .target(name: "Bulletins", dependencies: ["Facts", "Scanning"]),
        .target(name: "Places", dependencies: ["Facts", "Scanning"]),
        .target(name: "Extraction", dependencies: ["Facts", "Units", "Scanning", "Bulletins", "Places"]),
        .target(name: "Indicators", dependencies: ["Facts", "Units", "Scanning"]),
        .target(
            name: "LedgerStore",
            dependencies: ["Facts", "Scanning", "Bulletins", .product(name: "GRDB", package: "GRDB.swift")]
        ),
        .target(name: "Metrics", dependencies: ["Facts", "Units", "Places", "Indicators"]),
        .target(name: "Reports"),
        .target(name: "Briefings", dependencies: ["Facts", "Scanning", "Places", "Metrics", "Indicators", "Reports"]),
        .target(name: "Writers", dependencies: ["Reports", "Scanning"]),
        .target(name: "Workbooks", dependencies: ["Reports", "Scanning", "CXlsxWriter"]),
        .target(
            name: "Pipeline",
            dependencies: [
                "Facts", "Scanning", "Units", "Bulletins", "Places", "Extraction", "Indicators", "LedgerStore",
                "Metrics", "Reports", "Briefings", "Writers", "Workbooks",
            ]
        ),
        .executableTarget(
            name: "tongbao",
            dependencies: [
                "Pipeline", "Facts", "Scanning", "Bulletins", "Places", "Extraction", "Indicators", "LedgerStore",
                "Metrics", "Reports", "Briefings", "Writers",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),

        .testTarget(name: "FactsTests", dependencies: ["Facts"]),
        .testTarget(name: "ScanningTests", dependencies: ["Scanning"]),
        .testTarget(name: "UnitsTests", dependencies: ["Units", "Facts", "Scanning"]),
        .testTarget(name: "BulletinsTests", dependencies: ["Bulletins"], exclude: ["Cases"]),
        .testTarget(name: "PlacesTests", dependencies: ["Places", "Scanning"], exclude: ["Cases"]),
        .testTarget(
            name: "ExtractionTests", dependencies: ["Bulletins", "Extraction", "Facts"],
            exclude: [
                "Cases", "Bulletins", "DenseBulletins", "LaterBulletins", "WorkReports", "FeatureStories",
                "FreshBulletins", "CityNews", "HeldBackNews", "MarkedPassages", "MarkedStories", "NewsPassages",
                "Sentences",
                "TownStories", "Fuzz",
            ]),
        .testTarget(name: "IndicatorsTests", dependencies: ["Indicators", "Units"], exclude: ["Cases"]),
        .testTarget(
            name: "LedgerStoreTests",
            dependencies: ["LedgerStore", .product(name: "GRDB", package: "GRDB.swift")]
        ),
        .testTarget(name: "MetricsTests", dependencies: ["Metrics"], exclude: ["Cases"]),
        .testTarget(name: "WritersTests", dependencies: ["Writers", "Reports", "Scanning"], exclude: ["Golden"]),
        .testTarget(name: "WorkbooksTests", dependencies: ["Workbooks", "Reports"]),
        .testTarget(name: "BriefingsTests", dependencies: ["Briefings", "Facts", "Indicators", "Metrics", "Reports"]),
        .testTarget(
            name: "TongbaoTests",
            dependencies: [
                "Facts", "Scanning", "Bulletins", "Extraction", "Indicators", "LedgerStore", "Metrics", "Briefings",
                "Reports", "Writers", "Pipeline", "tongbao",
            ],
            exclude: ["Golden", "Bulletins"]),
    ]
)

let swiftSettings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
]
for target in package.targets where target.type != .system && target.name != "Tables" {
    target.swiftSettings = (target.swiftSettings ?? []) + swiftSettings
}
