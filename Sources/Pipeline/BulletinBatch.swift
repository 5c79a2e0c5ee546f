public import Bulletins
public import Extraction
public import Facts

/// Bulletins read side by side, in the order in which they were named.
public struct BulletinBatch: Sendable {
    /// A bulletin with what was read from it.
    public struct Bulletin: Sendable {
        public let document: Document
        public let extraction: Extraction
    }

    /// What became of one file.
    public enum Outcome: Sendable {
        case read(Bulletin)
        case failed(BulletinError)
    }

    /// What the caller knows of all files alike; a manifest's line outranks it.
    public struct Defaults: Sendable {
        public var published: CalendarDate?
        public var region: String

        public init(published: CalendarDate? = nil, region: String = "") {
            self.published = published
            self.region = region
        }
    }

    private let extractor: Extractor
    private let defaults: Defaults
    private let width: Int

    /// - Parameter width: how many files are read at one time, at least one; the results do not depend on it.
    public init(extractor: Extractor = Extractor(), defaults: Defaults = Defaults(), width: Int) {
        self.extractor = extractor
        self.defaults = defaults
        self.width = max(width, 1)
    }

    /// Reads the files and hands over the outcome of each in input order; no more than a few wait at one time.
    @concurrent
    public func read(_ files: [BulletinFinder.File], _ body: (Outcome) throws -> Void) async throws {
        try await withThrowingTaskGroup(of: (Int, Outcome).self) { group in
            var waiting: [Int: Outcome] = [:]
            var next = 0
            var started = 0
            while next < files.count {
                while started < files.count, started < next + width * 2 {
                    let index = started
                    group.addTask { (index, outcome(of: files[index])) }
                    started += 1
                }
                if let outcome = waiting.removeValue(forKey: next) {
                    try body(outcome)
                    next += 1
                } else if let (index, outcome) = try await group.next() {
                    waiting[index] = outcome
                }
            }
        }
    }

    private func outcome(of file: BulletinFinder.File) -> Outcome {
        do throws(BulletinError) {
            return .read(try bulletin(try file.bytes(), path: file.path, details: file.details))
        } catch {
            return .failed(error)
        }
    }

    /// Reads one bulletin that is no file; its path is `-`.
    public func outcome(ofStandardInput bytes: [UInt8]) -> Outcome {
        do throws(BulletinError) {
            return .read(try bulletin(bytes, path: "-"))
        } catch {
            return .failed(error)
        }
    }

    /// Reads one bulletin from its bytes.
    public func bulletin(_ bytes: [UInt8], path: String, details: BulletinDetails = BulletinDetails())
        throws(BulletinError) -> Bulletin
    {
        var given = BulletinDetails()
        given.published = defaults.published
        given.region = defaults.region.isEmpty ? [] : BulletinDetails.region(defaults.region)
        let document = try Document(reading: bytes, path: path, details: details.completed(by: given))
        return Bulletin(document: document, extraction: extractor.extract(document))
    }
}
