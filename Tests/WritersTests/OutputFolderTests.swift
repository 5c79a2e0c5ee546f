import Foundation
import Testing
import Writers

@Suite struct `Output folder` {
    private func withFolder(_ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "tongbao-" + UUID().uuidString).path()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try body(folder)
    }

    @Test func `makes its parents and writes whole files`() throws {
        try withFolder { root in
            let folder = try OutputFolder(root + "/a/b")
            let long = String(repeating: "统报", count: 100_000)
            try folder.write("a.txt") { $0.write(long) }
            try folder.write("a.txt") { $0.write("二" + long) }
            #expect(try String(contentsOfFile: folder.path(of: "a.txt"), encoding: .utf8) == "二" + long)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.txt"])
        }
    }

    @Test func `leaves the old file and nothing else when writing fails`() throws {
        struct Stop: Error {}
        try withFolder { root in
            let folder = try OutputFolder(root)
            try folder.write("a.txt") { $0.write("old") }
            #expect(throws: Stop.self) {
                try folder.write("a.txt") { stream in
                    stream.write("new")
                    throw Stop()
                }
            }
            #expect(try String(contentsOfFile: folder.path(of: "a.txt"), encoding: .utf8) == "old")
            #expect(try FileManager.default.contentsOfDirectory(atPath: root) == ["a.txt"])
        }
    }

    @Test func `names the path and the remedy`() throws {
        try withFolder { root in
            let folder = try OutputFolder(root)
            try folder.write("file") { $0.write("x") }
            #expect(throws: OutputError(kind: .notAFolder, path: root + "/file", code: EEXIST)) {
                try OutputFolder(root + "/file")
            }
            _ = try OutputFolder(root + "/taken")
            #expect(throws: OutputError(kind: .isAFolder, path: root + "/taken", code: EISDIR)) {
                try folder.write("taken") { $0.write("x") }
            }
            let error = OutputError(kind: .notAllowed, path: "reports", code: EACCES)
            #expect(error.description.contains("reports may not be written; choose a folder"))
        }
    }

    @Test func `writes GB 18030 where it is asked for`() throws {
        try withFolder { root in
            let folder = try OutputFolder(root)
            try folder.write("a.csv", encoding: .gb18030) { $0.write("统报,ü,𠀀\r\n") }
            let bytes = try Data(contentsOf: URL(filePath: folder.path(of: "a.csv")))
            #expect(
                Array(bytes) == [0xCD, 0xB3, 0xB1, 0xA8, 0x2C, 0xA8, 0xB9, 0x2C, 0x95, 0x32, 0x82, 0x36, 0x0D, 0x0A])
        }
    }
}
