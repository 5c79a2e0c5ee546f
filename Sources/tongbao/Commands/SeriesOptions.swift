import ArgumentParser
import Briefings
import Indicators
import LedgerStore
import Metrics
import Pipeline
import Reports
import Writers

/// What the commands take that show figures of a ledger.
struct SeriesOptions: ParsableArguments {
    enum Step: String, ExpressibleByArgument, CaseIterable {
        case month, quarter, half, year

        var kind: Period.Kind {
            switch self {
            case .month: .month
            case .quarter: .quarter
            case .half: .half
            case .year: .year
            }
        }
    }

    enum Form: String, EnumerableFlag {
        case csv, json

        static func help(for form: Form) -> ArgumentHelp? {
            switch form {
            case .csv: "One row a figure, for other programs."
            case .json: "One JSON object a line."
            }
        }
    }

    @Option(help: "By month, quarter, half or year.")
    var by: Step = .month

    @Option(help: ArgumentHelp("The district (default: the one that the facts name most).", valueName: "place"))
    var region = ""

    @Option(help: "Language of the labels: zh or en.", transform: Language.parse)
    var language: Language = .chinese

    @Flag var form: Form?

    @OptionGroup var places: PlaceOptions
    @OptionGroup var ledger: CountingLedgerOptions

    /// What the ledger holds.
    func figures() throws -> StoredFigures {
        let gazetteer = try places.gazetteer()
        let catalogue = try ledger.indicators.catalogue()
        let store = try ledger.open(.readOnly)
        return try Terminal.reporting {
            try StoredFigures(store, region: region, gazetteer: gazetteer, catalogue: catalogue)
        }
    }

    /// The positions of the streets named.
    func streets(_ names: [String], in figures: StoredFigures) throws -> [Int] {
        try names.map { name in
            let found = figures.streets(named: name)
            if found.count > 1 {
                let names = found.map { figures.directory.streets[$0].name }.joined(separator: "、")
                throw ValidationError("\(name) may be \(names); write the whole name.")
            }
            guard let street = found.first else {
                let known = figures.directory.streets.map(\.name).joined(separator: "、")
                let remedy =
                    known.isEmpty
                    ? "no streets are known; name the district with --region, or its streets with --places FILE"
                    : "the streets of \(figures.directory.district) are \(known)"
                throw ValidationError("\(name) is no street; \(remedy).")
            }
            return street
        }
    }

    /// The series of the indicators named.
    func series(_ names: [String], in figures: StoredFigures) throws -> [Series] {
        try names.flatMap { name in
            let series = figures.series(named: name)
            if series.isEmpty {
                throw ValidationError(
                    "The ledger has no figure of \(name); see `tongbao indicators` and `tongbao ledger show` for names."
                )
            }
            return series
        }
    }

    /// Prints the tables in the form asked for.
    func print(_ tables: SeriesTables) throws {
        switch form {
        case .csv: try Terminal.csv(tables.records)
        case .json:
            var text = ""
            JSONLinesWriter().write(tables.records, to: &text)
            try Terminal.write(Array(text.utf8), to: 1)
        case nil:
            for line in BarTable(language: language).lines(tables.display) { try Terminal.line(line) }
        }
    }
}
