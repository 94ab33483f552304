import Logging
import Synchronization

/// What was logged, for tests that look at it.
final class SeenLog: Sendable {
    struct Line: Sendable, Equatable {
        let level: Logger.Level
        let message: String
        let facts: [String: String]
    }

    private struct State {
        var lines: [Line] = []
        var waiting: [(message: String, continuation: CheckedContinuation<Void, Never>)] = []
    }

    private let state = Mutex(State())

    var all: [Line] { state.withLock { $0.lines } }

    /// What an admin would see at the usual level, mails that went aside.
    var noise: [Line] { all.filter { $0.level >= .info && !Self.usual.contains($0.message) } }

    /// What a house without a spool that sends its mails says anyway.
    private static let usual: Set = ["told", "nobody is called back by itself"]

    var logger: Logger {
        var logger = Logger(label: "tests") { _ in Handler(log: self) }
        logger.logLevel = .trace
        return logger
    }

    /// Returns when such a message was logged.
    func waits(for message: String) async {
        await withCheckedContinuation { continuation in
            let isThere = state.withLock { state in
                if state.lines.contains(where: { $0.message == message }) { return true }
                state.waiting.append((message, continuation))
                return false
            }
            if isThere { continuation.resume() }
        }
    }

    private func add(_ line: Line) {
        let woken = state.withLock { state in
            state.lines.append(line)
            let woken = state.waiting.filter { $0.message == line.message }
            state.waiting.removeAll { $0.message == line.message }
            return woken.map(\.continuation)
        }
        for continuation in woken { continuation.resume() }
    }

    private struct Handler: LogHandler {
        let log: SeenLog
        var metadata: Logger.Metadata = [:]
        var metadataProvider: Logger.MetadataProvider?
        var logLevel = Logger.Level.trace

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let facts = metadata.merging(event.metadata ?? [:]) { $1 }.mapValues { "\($0)" }
            log.add(Line(level: event.level, message: "\(event.message)", facts: facts))
        }
    }
}
