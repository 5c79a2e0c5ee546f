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

    @Test func `a bulletin named by two paths, or linked to, comes once`() throws {
        try withFolder(["b.txt": "b", "c/d.txt": "d"]) { folder in
            try FileManager.default.createSymbolicLink(
                atPath: folder + "/link.txt", withDestinationPath: folder + "/c/d.txt")
            let found = BulletinFinder([folder + "/b.txt", folder + "/c/../b.txt", folder + "/./c/d.txt", folder])
            #expect(found.files.map(\.path) == ["/b.txt", "/./c/d.txt"].map { folder + $0 })
            #expect(found.errors.isEmpty)
        }
    }

    @Test func `a folder gives its bulletins by name, inner folders too`() throws {
        let files = [
            "b.txt": "b", "a.MD": "a", "c/d.txt": "d", "e.docx": "e", "f.jpg": "f", ".hidden.txt": "x",
            "manifest.csv": "file,published\na.MD,2026-04-03\nc/d.txt,2026-04-04\nmissing.txt,\n",
        ]
        try withFolder(files) { folder in
            let found = BulletinFinder([folder, folder + "/b.txt"])
            #expect(found.files.map(\.path) == ["/a.MD", "/b.txt", "/c/d.txt"].map { folder + $0 })
            #expect(found.files.map { $0.details.published?.day } == [3, nil, 4])
            #expect(found.passedOver == [folder + "/f.jpg"])
            #expect(
                found.errors == [
                    BulletinError(path: folder + "/manifest.csv", line: 4, kind: .manifestFileMissing("missing.txt")),
                    BulletinError(path: folder + "/e.docx", kind: .otherDocument("docx")),
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

    @Test func `saved web pages are bulletins, and what cannot be read is told with its remedy`() throws {
        try withFolder(["a.html": "<p>a</p>", "b.PDF": "b"]) { folder in
            let manager = FileManager.default
            try manager.createSymbolicLink(atPath: folder + "/c.txt", withDestinationPath: "/nowhere/c.txt")
            try manager.createDirectory(atPath: folder + "/d.txt", withIntermediateDirectories: false)
            let found = BulletinFinder([folder, folder + "/\u{FFFD}\u{FFFD}.txt"])
            #expect(found.files.map(\.path) == [folder + "/a.html"])
            #expect(
                found.errors == [
                    BulletinError(path: folder + "/b.PDF", kind: .otherDocument("pdf")),
                    BulletinError(path: folder + "/c.txt", kind: .brokenLink),
                    BulletinError(path: folder + "/\u{FFFD}\u{FFFD}.txt", kind: .brokenName),
                ])
            #expect(found.errors[0].description.contains("pdftotext \(folder)/b.PDF"))
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
