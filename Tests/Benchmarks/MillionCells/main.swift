import CWorkbook
import WorkbookCells

// One way a process, so that `/usr/bin/time -v` tells the memory of each: `million-cells tongbao|c FILE`; `streets`
// writes the workbook of a large city instead, `city` makes it from its facts.
let arguments = CommandLine.arguments
switch arguments.dropFirst().first {
case "tongbao" where arguments.count == 3:
    try WorkbookCells.write(to: arguments[2])
case "c" where arguments.count == 3:
    let code = write_reference_workbook(arguments[2], Int32(WorkbookCells.rows), Int32(WorkbookCells.columns))
    precondition(code == 0, "libxlsxwriter failed with code \(code)")
case "streets" where arguments.count == 3:
    try StreetsWorkbook.write(to: arguments[2])
case "city" where arguments.count == 3:
    try CityReport.write(to: arguments[2])
default:
    print("usage: million-cells tongbao|c|streets|city FILE")
}
