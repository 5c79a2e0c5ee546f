/// A text stream into a file, buffered. The first fault is kept and reported when the stream is closed, since
/// `TextOutputStream` cannot throw; what is written after it is dropped.
public struct FileStream: TextOutputStream {
    private var buffer: [UInt8] = []
    private let descriptor: Int32
    private let place: String
    private let encoding: TextEncoding
    private var fault: OutputError?
    private static let capacity = 1 << 16

    init(_ path: String, shownAs place: String, encoding: TextEncoding) throws(OutputError) {
        descriptor = try FileSystem.create(path, shownAs: place)
        self.place = place
        self.encoding = encoding
        buffer.reserveCapacity(FileStream.capacity + 4096)
    }

    public mutating func write(_ string: String) {
        buffer.append(contentsOf: string.utf8)
        if buffer.count >= FileStream.capacity { flush() }
    }

    /// Strings arrive whole, so the buffer never ends inside a character.
    private mutating func flush() {
        defer { buffer.removeAll(keepingCapacity: true) }
        guard fault == nil else { return }
        do {
            let bytes =
                switch encoding {
                case .utf8: buffer
                case .gb18030: try FileSystem.gb18030(buffer, shownAs: place)
                }
            try FileSystem.write(bytes, to: descriptor, shownAs: place)
        } catch {
            fault = error
        }
    }

    mutating func close() throws(OutputError) {
        flush()
        FileSystem.close(descriptor)
        if let fault { throw fault }
    }

    mutating func abandon() {
        FileSystem.close(descriptor)
    }
}
