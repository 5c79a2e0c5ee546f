import Foundation
import GeneratedFacts
import LedgerStore
import Metrics
import Pipeline

// The ten million facts by hand, beside other programs (see beside-duckdb):
//
//   million-facts make LEDGER [STREETS]     a ledger of generated facts; loading speed and peak memory
//   million-facts cells LEDGER [RUNS]       street × month × indicator; time of each run, peak memory, checksum
//   million-facts city LEDGER PLACES         the ledger of a large city, half a million facts with their bulletins, and its
//                                           table of places, for `tongbao report`
//   million-facts rows LEDGER               the same facts as CSV: place, series, window, month, last day, day of publication,
//                                           value, digests of sentence and article

func seconds(_ body: () throws -> Void) rethrows -> Double {
    let clock = ContinuousClock()
    let duration = try clock.measure(body)
    return Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
}

/// The most memory that the process has held, in megabytes.
func peakMemory() -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
    return (Int(line.filter(\.isNumber)) ?? 0) / 1024
}

let arguments = CommandLine.arguments
guard arguments.count >= 3 else {
    print("million-facts make|cells|city|rows LEDGER [NUMBER|PLACES]")
    exit(2)
}
let number = arguments.count > 3 ? Int(arguments[3]) : nil
switch arguments[1] {
case "make":
    let ledger = try Ledger.open(arguments[2])
    var count = 0
    let time = try seconds { count = try ledger.fill(with: GeneratedFacts(streets: number ?? 40_000)) }
    print("\(count) facts in \(time) s: \(Int(Double(count) / time)) a second, \(peakMemory()) MB")
case "cells":
    let ledger = try Ledger.open(arguments[2], access: .readOnly)
    let width = ProcessInfo.processInfo.activeProcessorCount
    for _ in 0..<(number ?? 1) {
        var checksum: (cells: Int, sum: Int128) = (0, 0)
        let time = try seconds { checksum = try ledger.monthCells(width: width).cells.checksum }
        print("\(time)\t\(checksum.cells)\t\(checksum.sum)\t\(peakMemory()) MB")
    }
case "city" where arguments.count > 3:
    let city = CityFacts()
    let ledger = try Ledger.open(arguments[2], resolver: CatalogueResolver())
    var count = 0
    let time = try seconds {
        try city.forEachBulletin { bulletin in
            try ledger.add(bulletin)
            count += bulletin.facts.count
        }
    }
    try city.places.write(toFile: arguments[3], atomically: true, encoding: .utf8)
    print("\(count) facts in \(time) s: \(Int(Double(count) / time)) a second, \(peakMemory()) MB")
case "rows":
    let ledger = try Ledger.open(arguments[2], access: .readOnly)
    try ledger.readObservations { block, keys in
        var lines = ""
        for index in 0..<block.count {
            let period = keys.periods[Int(block.periods[index])]
            let day = period.to.map { ($0.year * 100 + $0.month) * 100 + $0.day } ?? 0
            lines += "\(block.places[index]),\(block.series[index]),"
            lines += "\(keys.series[Int(block.series[index])].window.rawValue),\(day / 100),\(day),"
            lines += "\(block.published[index]),\(block.value(at: index)),\(block.sentenceLikenesses[index]),"
            lines += "\(block.articleLikenesses[index])\n"
        }
        FileHandle.standardOutput.write(Data(lines.utf8))
    }
default:
    print("million-facts make|cells|city|rows LEDGER [NUMBER|PLACES]")
    exit(2)
}
