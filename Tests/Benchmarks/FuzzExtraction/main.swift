import BulletinTexts
import Bulletins
import Extraction
import Facts
import Foundation
import Glibc

// Reads inputs `first`, `first + step`, … of a seed. The input that is being read stands in the progress file, so that
// the script can name it when the process dies; one that takes longer than ten seconds is ended by an alarm.
//
//     fuzz-extraction run SEED FIRST STEP COUNT PROGRESS
//     fuzz-extraction show SEED NUMBER                     writes the bytes of an input
//     fuzz-extraction keep SEED COUNT FOLDER               keeps the smallest inputs that between them use every rule
//     fuzz-extraction linear KILOBYTES FLOOR               speed of inputs that repeat one thing
//     fuzz-extraction year                                 the year of bulletins, accounted for and read on two cores

let arguments = Array(CommandLine.arguments.dropFirst())
let extractor = Extractor()

func number(_ index: Int) -> Int { index < arguments.count ? Int(arguments[index]) ?? 0 : 0 }

func extraction(of bytes: [UInt8], path: String = "", region: String = "") -> (Extraction, [Accounting.Fault])? {
    var details = BulletinDetails()
    details.region = region.isEmpty ? [] : BulletinDetails.region(region)
    guard let document = try? Document(reading: bytes, path: path, details: details) else { return nil }
    let extraction = extractor.extract(document)
    return (extraction, Accounting.faults(of: extraction, in: document))
}

func fail(_ message: String) -> Never {
    say(message)
    exit(1)
}

switch arguments.first {
case "run" where arguments.count == 6:
    let maker = InputMaker(seed: UInt64(truncatingIfNeeded: number(1)))
    let progress = open(arguments[5], O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard progress >= 0 else { fail("\(arguments[5]): cannot be written") }
    var total = 0
    var records = 0
    for index in stride(from: number(2), to: number(4), by: max(number(3), 1)) {
        let line = Array("\(index)\n".utf8)
        _ = pwrite(progress, line, line.count, 0)
        alarm(10)
        let bytes = maker.input(index)
        total += bytes.count
        let region = InputMaker.region(ofInput: index)
        guard let (extraction, faults) = extraction(of: bytes, region: region) else { continue }
        records += extraction.facts.count + extraction.setAside.count
        if let fault = faults.first { fail("input \(index): \(fault.kind.rawValue) at \(fault.range)") }
    }
    alarm(0)
    say("\(total / 1_000_000) MB, \(records) records")
case "show" where arguments.count == 3:
    FileHandle.standardOutput.write(Data(InputMaker(seed: UInt64(truncatingIfNeeded: number(1))).input(number(2))))
case "keep" where arguments.count == 4:
    var smallest: [String: [UInt8]] = [:]
    let maker = InputMaker(seed: UInt64(truncatingIfNeeded: number(1)))
    for index in 0..<number(2) {
        let bytes = maker.input(index)
        guard let (extraction, _) = extraction(of: bytes) else { continue }
        for rule in extraction.facts.map(\.rule) + extraction.setAside.map(\.rule)
        where bytes.count < smallest[rule]?.count ?? Int.max { smallest[rule] = bytes }
    }
    for (rule, bytes) in smallest {
        try Data(bytes).write(to: URL(filePath: arguments[3]).appending(path: "rule-\(rule).bin"))
    }
    say("\(smallest.count) rules")
case "linear" where arguments.count == 3:
    guard LinearTime.run(kilobytes: number(1), floor: Double(arguments[2]) ?? 0) else { exit(1) }
case "year":
    let texts = BulletinTexts.year()
    let lines = texts.map { text in
        guard let (extraction, faults) = extraction(of: text.bytes, path: text.name) else {
            fail("\(text.name): not read")
        }
        if let fault = faults.first { fail("\(text.name): \(fault.kind.rawValue) at \(fault.range)") }
        return extraction.facts.map(\.jsonLine) + extraction.setAside.map(\.jsonLine)
    }
    let again = await withTaskGroup(of: (Int, [String]).self) { group in
        for (index, text) in texts.enumerated() {
            group.addTask {
                let found = (try? Document(reading: text.bytes, path: text.name)).map { Extractor().extract($0) }
                return (index, (found?.facts.map(\.jsonLine) ?? []) + (found?.setAside.map(\.jsonLine) ?? []))
            }
        }
        var found: [Int: [String]] = [:]
        for await (index, lines) in group { found[index] = lines }
        return found
    }
    for (index, text) in texts.enumerated() where again[index] != lines[index] {
        fail("\(text.name): read differently side by side")
    }
    say("\(texts.count) bulletins, \(lines.reduce(0) { $0 + $1.count }) records, all accounted for")
default:
    fail(
        "usage: fuzz-extraction run SEED FIRST STEP COUNT PROGRESS | show SEED NUMBER | keep SEED COUNT FOLDER | linear KILOBYTES FLOOR | year"
    )
}
