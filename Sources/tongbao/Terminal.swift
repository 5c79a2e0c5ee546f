public import ArgumentParser
import Bulletins
public import Facts
import Reports
import Writers

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Where text for people and programs goes: one place that knows of streams and exit statuses.
enum Terminal {
    /// Some input could not be read; the rest is done, and said.
    static let incomplete = ExitCode(1)
    /// Wrong usage.
    static let usage = ExitCode(2)

    /// Writes a line to standard output; a reader that went away ends the program with success.
    static func line(_ text: String) throws {
        var bytes = Array(text.utf8)
        bytes.append(0x0A)
        try write(bytes, to: STDOUT_FILENO)
    }

    /// A number of things in words: 1 bulletin, 2 bulletins.
    static func count(_ number: Int, _ noun: String) -> String {
        number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
    }

    /// Writes a message to standard error.
    static func message(_ text: String) {
        try? write(Array((text + "\n").utf8), to: STDERR_FILENO)
    }

    /// Writes bytes to a stream, and tells where the system does not take them.
    static func write(_ bytes: [UInt8], to descriptor: Int32) throws {
        var offset = 0
        while offset < bytes.count {
            let count = unsafe bytes.withUnsafeBytes { buffer in
                unsafe written(to: descriptor, buffer.baseAddress.map { unsafe $0 + offset }, bytes.count - offset)
            }
            if count < 0 {
                if errno == EINTR { continue }
                if errno == EPIPE { throw ExitCode.success }
                if descriptor != STDERR_FILENO {
                    message("tongbao: standard output: \(reason()). Let it go to a disk that has room, and run again.")
                }
                throw incomplete
            }
            offset += count
        }
    }

    /// Writes a table as CSV that programs read: without a byte order mark.
    static func csv(_ table: Table, writesHeader: Bool = true) throws {
        var text = ""
        CSVWriter(writesByteOrderMark: false, writesHeader: writesHeader).write(table, to: &text)
        try write(Array(text.utf8), to: STDOUT_FILENO)
    }

    /// Runs what may fail on a file: its error is told, and the command ends as one that could not do all.
    static func reporting<Result>(_ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch {
            message("tongbao: \(error)")
            throw incomplete
        }
    }

    /// The same for what is waited for.
    static func reportingWhatIsAwaited<Result>(_ body: () async throws -> Result) async throws -> Result {
        do {
            return try await body()
        } catch {
            message("tongbao: \(error)")
            throw incomplete
        }
    }

    /// Why the system's last call failed.
    private static func reason() -> String {
        unsafe String(cString: strerror(errno))
    }

    /// All of standard input.
    ///
    /// - Throws: an exit status, after a message, where it cannot be read to its end: half a bulletin is none.
    static func standardInput() throws -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = unsafe buffer.withUnsafeMutableBytes {
                unsafe read(STDIN_FILENO, $0.baseAddress, $0.count)
            }
            if count < 0 {
                if errno == EINTR { continue }
                message("tongbao: standard input: \(reason()). Give it a bulletin's text.")
                throw incomplete
            }
            guard count > 0 else { return bytes }
            bytes += buffer[0..<count]
        }
    }
}

/// The system's own `write`, which has the name of the function that calls it.
private func written(to descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    unsafe write(descriptor, bytes, count)
}

extension CalendarDate: ExpressibleByArgument {
    public init?(argument: String) {
        self.init(argument)
    }
}
