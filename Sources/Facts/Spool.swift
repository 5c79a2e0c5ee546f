import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Bytes that are set down once and read again in any order: in memory while they are few, else in a temporary file that has
/// no name and is gone with the process. What a million sentences take is then the disk's and not the memory's.
///
/// The only unsafe code of the room.
final class Spool: Sendable {
    private struct State {
        /// The bytes from `start` on, which are in memory.
        var pending: [UInt8] = []
        var start = 0
        /// The file that holds the bytes before `start`; -1 where there is none.
        var file: Int32 = -1
        /// How many bytes may wait in memory; without end where a file could not be had or written.
        var room = Spool.mostInMemory
        /// Blocks of the file that were read last, the latest at the end: who reads on finds what follows in memory.
        var windows: [(block: Int, bytes: [UInt8])] = []
        /// The blocks that were looked into last without being kept.
        var passed = [-1, -1]
    }

    /// Bytes beyond these go to the disk, and from then on whenever `mostPending` have gathered.
    private static let mostInMemory = 1 << 20
    /// How many bytes are written at one time.
    private static let mostPending = 256 << 10
    /// Several writers read at one time, each in order at a place of its own, and the facts of one series are gone through
    /// month by month: two megabytes spare a million calls of the system.
    private static let mostWindows = 128
    private static let block = 16 << 10

    private let state = Mutex(State())

    init() {}

    deinit {
        let file = state.withLock(\.file)
        if file >= 0 { _ = close(file) }
    }

    /// Adds bytes and gives their place.
    func append(_ bytes: some Collection<UInt8>) -> Int {
        state.withLock { state in
            let place = state.start + state.pending.count
            state.pending.append(contentsOf: bytes)
            if state.pending.count > state.room { Spool.write(&state) }
            return place
        }
    }

    /// Adds the bytes of a value.
    func append<Value: BitwiseCopyable>(valueOf value: Value) {
        unsafe withUnsafeBytes(of: value) { _ = unsafe append($0) }
    }

    /// A text of so many bytes of UTF-8.
    func text(at place: Int, count: Int) -> String {
        unsafe String(unsafeUninitializedCapacity: count) { buffer in
            unsafe read(UnsafeMutableRawBufferPointer(start: buffer.baseAddress, count: count), at: place)
            return count
        }
    }

    /// Fills the value with the bytes at a place.
    func read<Value: BitwiseCopyable>(_ value: inout Value, at place: Int) {
        unsafe withUnsafeMutableBytes(of: &value) { unsafe read($0, at: place) }
    }

    /// The same bytes for another owner.
    func copy() -> Spool {
        let copy = Spool()
        let end = state.withLock { $0.start + $0.pending.count }
        for place in stride(from: 0, to: end, by: Spool.mostPending) {
            var bytes = [UInt8](repeating: 0, count: min(Spool.mostPending, end - place))
            unsafe bytes.withUnsafeMutableBytes { unsafe read($0, at: place) }
            _ = copy.append(bytes)
        }
        return copy
    }

    private func read(_ buffer: UnsafeMutableRawBufferPointer, at place: Int) {
        let (file, onDisk) = state.withLock { state in
            // Two texts that are read together may lie on both sides.
            let onDisk = min(max(state.start - place, 0), buffer.count)
            if onDisk < buffer.count {
                let first = place + onDisk - state.start
                let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[onDisk...])
                unsafe rest.copyBytes(from: state.pending[first..<first + rest.count])
            }
            let stretch = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[..<onDisk])
            let isRead = unsafe onDisk == 0 || Spool.copy(to: stretch, at: place, from: &state)
            return (isRead ? -1 : state.file, onDisk)
        }
        guard file >= 0 else { return }
        unsafe Spool.read(UnsafeMutableRawBufferPointer(rebasing: buffer[..<onDisk]), at: place, of: file)
    }

    /// Copies bytes that lie in one of the blocks in memory, or in one that is being read through; says whether they do.
    private static func copy(to buffer: UnsafeMutableRawBufferPointer, at place: Int, from state: inout State) -> Bool {
        let block = place / Spool.block
        let first = place - block * Spool.block
        guard first + buffer.count <= Spool.block else { return false }
        if let known = state.windows.lastIndex(where: { $0.block == block }) {
            unsafe buffer.copyBytes(from: state.windows[known].bytes[first..<first + buffer.count])
            return true
        }
        let follows = state.windows.contains { $0.block == block - 1 } || state.passed.contains(block)
        guard follows, (block + 1) * Spool.block <= state.start else {
            state.passed = [state.passed[1], block]
            return false
        }
        var bytes =
            state.windows.count < Spool.mostWindows
            ? [UInt8](repeating: 0, count: Spool.block) : state.windows.removeFirst().bytes
        unsafe bytes.withUnsafeMutableBytes { unsafe read($0, at: block * Spool.block, of: state.file) }
        unsafe buffer.copyBytes(from: bytes[first..<first + buffer.count])
        state.windows.append((block, bytes))
        return true
    }

    private static func read(_ buffer: UnsafeMutableRawBufferPointer, at place: Int, of file: Int32) {
        var done = 0
        while done < buffer.count {
            let count = unsafe pread(
                file, buffer.baseAddress?.advanced(by: done), buffer.count - done, off_t(place + done))
            if count < 0, errno == EINTR { continue }
            // The file is the program's own and unnamed; nothing true can be said where the disk has lost it.
            precondition(count > 0, "The temporary file cannot be read: the disk is faulty.")
            done += count
        }
    }

    /// Moves the waiting bytes to the file; they stay in memory, and all that come, where the disk takes none.
    private static func write(_ state: inout State) {
        if state.file < 0 { state.file = unnamedFile() }
        var done = 0
        while state.file >= 0, done < state.pending.count {
            let count = unsafe state.pending.withUnsafeBytes { buffer in
                unsafe pwrite(
                    state.file, buffer.baseAddress?.advanced(by: done), buffer.count - done, off_t(state.start + done))
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            done += count
        }
        guard done == state.pending.count else {
            state.room = .max
            return
        }
        state.start += done
        state.pending.removeAll(keepingCapacity: true)
        state.room = mostPending
    }

    /// A new file without a name; -1 where there can be none.
    private static func unnamedFile() -> Int32 {
        guard let stream = unsafe tmpfile() else { return -1 }
        defer { _ = unsafe fclose(stream) }
        return unsafe dup(fileno(stream))
    }
}

/// Records of one size on a spool, known by their positions.
struct SpooledRecords<Record: BitwiseCopyable & Sendable>: Sendable {
    private var spool = Spool()
    private let blank: Record
    private(set) var count = 0

    /// - Parameter blank: a record to be filled, whatever it holds
    init(blank: Record) {
        self.blank = blank
    }

    mutating func append(_ record: Record) {
        // Positions are places: two owners of one spool would write over each other.
        if !isKnownUniquelyReferenced(&spool) { spool = count > 0 ? spool.copy() : Spool() }
        spool.append(valueOf: record)
        count += 1
    }

    subscript(position: Int) -> Record {
        var record = blank
        spool.read(&record, at: position * MemoryLayout<Record>.size)
        return record
    }
}
