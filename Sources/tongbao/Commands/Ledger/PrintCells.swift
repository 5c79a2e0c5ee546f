import ArgumentParser
import Facts
import Foundation
import LedgerStore
import Metrics
import Pipeline
import Reports
import Writers

struct PrintCells: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cells",
        abstract:
            "Print the figure of every place, period and indicator as CSV; made for ledgers of millions of facts.",
        discussion: """
            Each place's own figures, by the rules of the windows: what was told twice counts once, running figures stand
            as they are and, marked as computed flows, as what they grew by in each month. Nothing is rolled up, carried forward or ranked; `compare` and `report` do that.

            Example:
              tongbao ledger cells --ledger 2026.sqlite > cells.csv
            """)

    @OptionGroup var ledger: LedgerOptions

    func run() throws {
        let store = try ledger.open()
        let (cells, keys) = try Terminal.reporting {
            try store.monthCells(width: ProcessInfo.processInfo.activeProcessorCount)
        }
        let names = [
            "place", "indicator", "unit", "window", "change", "status", "per", "comparison", "period", "value", "upper",
            "qualifier", "contradicted", "facts", "computed",
        ]
        let columns = names.map { Column(key: $0, header: [$0]) }
        try Terminal.csv(Table(key: "cells", title: "", role: .data, columns: columns, rows: []))
        var rows: [Row] = []
        func flush() throws {
            let table = Table(key: "cells", title: "", role: .data, columns: columns, rows: Rows(rows))
            try Terminal.csv(table, writesHeader: false)
            rows.removeAll(keepingCapacity: true)
        }
        for cell in cells {
            let series = keys.series[cell.series]
            let figure = cell.figure
            let texts = [
                keys.places[cell.place], series.indicator, series.unit,
                (cell.isDifference ? Window.flow : series.window).rawValue, series.change.rawValue,
                series.status.rawValue, series.per, series.comparison, cell.period.description,
            ]
            rows.append(
                Row(
                    texts.map { .text($0) } + [
                        .number(Amount(coefficient: figure.value.coefficient, exponent: figure.value.exponent)),
                        figure.upper.map { .number(Amount(coefficient: $0.coefficient, exponent: $0.exponent)) }
                            ?? .empty(), .text(figure.qualifier.rawValue), .text(cell.isContradicted ? "yes" : ""),
                        .number(cell.facts), .text(cell.isDifference ? "yes" : ""),
                    ]))
            if rows.count == 4096 { try flush() }
        }
        try flush()
    }
}
