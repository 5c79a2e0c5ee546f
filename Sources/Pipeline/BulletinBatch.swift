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
    private let setsAside: Bool

    /// - Parameters:
    ///   - width: how many files are read at one time, at least one; the results do not depend on it.
    ///   - setsAside: whether the numerals that are no fact are recorded as well.
    public init(
        extractor: Extractor = Extractor(), defaults: Defaults = Defaults(), width: Int, setsAside: Bool = true
    ) {
        self.extractor = extractor
        self.defaults = defaults
        self.setsAside = setsAside
        self.width = max(width, 1)
    }

    /// Reads the files and hands over the outcome of each in input order; no more than a few wait at one time.
    @concurrent
    public func read(_ files: [BulletinFinder.File], _ body: (Outcome) throws -> Void) async throws {
        try await read(files, making: { $0 }, body)
    }

    /// The same with what is made of each outcome side by side with others: lines to print, rows to store.
    @concurrent
    public func read<Product: Sendable>(
        _ files: [BulletinFinder.File], making make: @escaping @Sendable (Outcome) -> Product,
        _ body: (Product) throws -> Void
    ) async throws {
        if width == 1 {
            // Nothing waits for another, and no thread is handed what another has in its caches.
            for file in files { try body(make(outcome(of: file))) }
            return
        }
        try await withThrowingTaskGroup(of: (Int, Product).self) { group in
            var waiting: [Int: Product] = [:]
            var next = 0
            var started = 0
            var running = 0
            while next < files.count {
                // So many are read at one time, and as many read ones may wait for one that takes longer.
                while started < files.count, running < width, started < next + width * 2 {
                    let index = started
                    group.addTask { (index, make(outcome(of: files[index]))) }
                    started += 1
                    running += 1
                }
                if let product = waiting.removeValue(forKey: next) {
                    try body(product)
                    next += 1
                } else if let (index, product) = try await group.next() {
                    running -= 1
                    waiting[index] = product
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

    /// Reads one file and hands over its records piece by piece; a large one then needs no room for all of them.
    public func read(_ file: BulletinFinder.File, each body: (Extraction) throws -> Void) throws -> Document {
        try read(try file.bytes(), path: file.path, details: file.details, each: body)
    }

    /// The same of a bulletin that is no file; its path is `-`.
    public func read(standardInput bytes: [UInt8], each body: (Extraction) throws -> Void) throws -> Document {
        try read(bytes, path: "-", details: BulletinDetails(), each: body)
    }

    private func read(
        _ bytes: [UInt8], path: String, details: BulletinDetails, each body: (Extraction) throws -> Void
    ) throws -> Document {
        let document = try Document(reading: bytes, path: path, details: completed(details))
        try extractor.extract(document, setsAside: setsAside, each: body)
        return document
    }

    /// Reads one bulletin from its bytes.
    public func bulletin(_ bytes: [UInt8], path: String, details: BulletinDetails = BulletinDetails())
        throws(BulletinError) -> Bulletin
    {
        let document = try Document(reading: bytes, path: path, details: completed(details))
        return Bulletin(document: document, extraction: extractor.extract(document, setsAside: setsAside))
    }

    private func completed(_ details: BulletinDetails) -> BulletinDetails {
        var given = BulletinDetails()
        given.published = defaults.published
        given.region = defaults.region.isEmpty ? [] : BulletinDetails.region(defaults.region)
        return details.completed(by: given)
    }
}
