import Foundation
import Testing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The built program on a pseudo-terminal of 80 columns: somebody types, and what appears is read as it comes.
final class Typed {
    private let process = Process()
    private let master: Int32
    private let before: termios
    private let output: AsyncStream<String>
    private let source: any DispatchSourceRead
    private let watchdog: any DispatchSourceTimer
    private(set) var seen = ""

    /// No call of these tests takes so long: one that does is ended, and the test says what was seen.
    private static let longest = DispatchTimeInterval.seconds(60)

    init(_ arguments: [String], _ variables: [String: String]) throws {
        var (master, slave) = (Int32(-1), Int32(-1))
        var size = winsize(ws_row: 24, ws_col: 80, ws_xpixel: 0, ws_ypixel: 0)
        try #require(openpty(&master, &slave, nil, nil, &size) == 0)
        self.master = master
        var before = termios()
        tcgetattr(slave, &before)
        self.before = before
        let terminal = FileHandle(fileDescriptor: slave, closeOnDealloc: true)
        process.executableURL = try Program.url
        process.arguments = arguments
        process.environment = Program.environment.merging(variables) { $1 }
        process.standardInput = terminal
        process.standardOutput = terminal
        process.standardError = terminal
        let (output, feed) = AsyncStream.makeStream(of: String.self)
        self.output = output
        source = DispatchSource.makeReadSource(fileDescriptor: master, queue: .global())
        source.setEventHandler {
            var bytes = [UInt8](repeating: 0, count: 4096)
            let count = read(master, &bytes, bytes.count)
            if count < 0, [EINTR, EAGAIN].contains(errno) { return }
            if count > 0 { feed.yield(String(decoding: bytes.prefix(count), as: UTF8.self)) } else { feed.finish() }
        }
        // Not before the source is gone: the next terminal gets the same number, and this handler would read from it.
        source.setCancelHandler { close(master) }
        process.terminationHandler = { _ in feed.finish() }
        watchdog = DispatchSource.makeTimerSource(queue: .global())
        watchdog.setEventHandler { [process] in process.terminate() }
        watchdog.schedule(deadline: .now() + Self.longest)
        source.resume()
        watchdog.resume()
        try process.run()
    }

    deinit {
        source.cancel()
        watchdog.cancel()
    }

    /// Reads until this has appeared; false: the program ended before.
    func waits(for text: String) async -> Bool {
        if seen.contains(text) { return true }
        for await piece in output {
            seen += piece
            if seen.contains(text) { return true }
        }
        return seen.contains(text)
    }

    /// Presses a key, without Enter.
    func press(_ key: String) { _ = key.withCString { write(master, $0, strlen($0)) } }

    /// Ctrl-C, as a shell's terminal sends it.
    func interrupt() { process.interrupt() }

    /// Waits for the end. Returns the signal or the exit code.
    func ends() async -> Int32 {
        for await piece in output { seen += piece }
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// Whether the terminal is again as it was.
    var isRestored: Bool {
        var after = termios()
        tcgetattr(master, &after)
        return after.c_lflag == before.c_lflag && after.c_iflag == before.c_iflag
    }

    /// Whether keys act without Enter now.
    var isRaw: Bool {
        var now = termios()
        tcgetattr(master, &now)
        return now.c_lflag & tcflag_t(ICANON | ECHO) == 0
    }

    /// The lines without colours and without those that were written over.
    var lines: [String] {
        let plain = seen.replacing(/\u{1B}\[[0-9;]*[mK]/, with: "").replacing("\r\n", with: "\n")
        return plain.split(separator: "\n").map { $0.split(separator: "\r").last.map(String.init) ?? "" }
    }
}
