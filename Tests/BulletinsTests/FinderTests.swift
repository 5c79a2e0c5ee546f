import Facts
import Foundation
import Testing

@testable import Bulletins

@Suite struct FinderTests {
    /// A folder with the given files, removed afterwards.
    private func withFolder(_ files: [String: String], _ body: (String) throws -> Void) throws {
        let manager = FileManager.default
        let folder = manager.temporaryDirectory.appending(path: "bulletins-\(UUID().uuidString)")
        defer { try? manager.removeItem(at: folder) }
        try manager.createDirectory(at: folder, withIntermediateDirectories: true)
        for (name, text) in files {
            let file = folder.appending(path: name)
            try manager.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        try body(folder.path)
    }

    @Test func `a folder gives its bulletins by name, inner folders too`() throws {
        let files = [
            "b.txt": "b", "a.MD": "a", "c/d.txt": "d", "e.docx": "e", ".hidden.txt": "x",
            "manifest.csv": "file,published\na.MD,2026-04-03\nc/d.txt,2026-04-04\nmissing.txt,\n",
        ]
        try withFolder(files) { folder in
            let found = BulletinFinder([folder, folder + "/b.txt"])
            #expect(found.files.map(\.path) == ["/a.MD", "/b.txt", "/c/d.txt"].map { folder + $0 })
            #expect(found.files.map { $0.details.published?.day } == [3, nil, 4])
            #expect(found.passedOver == [folder + "/e.docx"])
            #expect(
                found.errors == [
                    BulletinError(path: folder + "/manifest.csv", line: 4, kind: .manifestFileMissing("missing.txt"))
                ])
            let bytes = try found.files[1].bytes()
            #expect(bytes == Array("b".utf8))
        }
    }

    @Test func `a file named by itself has the manifest beside it`() throws {
        try withFolder(["a.txt": "a", "manifest.csv": "file,region\na.txt,平城区\n"]) { folder in
            #expect(BulletinFinder([folder + "/a.txt"]).files.map(\.details.region) == [["平城区"]])
        }
    }

    @Test func `nothing there and an empty folder are errors`() throws {
        try withFolder(["x.bin": "x"]) { folder in
            let found = BulletinFinder([folder, folder + "/none.txt"])
            #expect(found.files.isEmpty)
            #expect(
                found.errors == [
                    BulletinError(path: folder, kind: .emptyFolder),
                    BulletinError(path: folder + "/none.txt", kind: .missing),
                ])
            #expect(found.errors.allSatisfy { !$0.problem.isEmpty && $0.remedy.hasSuffix(".") })
        }
    }
}
