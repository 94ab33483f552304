import Logging
import Synchronization

/// Keeps what a walk logs, each line as its message and what only that line tells.
final class SeenLog: Sendable {
    private let kept = Mutex<[String]>([])

    /// All lines from `notice` on, in order.
    var lines: [String] { kept.withLock { $0 } }

    func logger() -> Logger { Logger(label: "test") { _ in Handler(log: self) } }

    private struct Handler: LogHandler {
        let log: SeenLog
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.notice

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let own = (event.metadata ?? [:]).sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
            log.kept.withLock { $0.append((["\(event.message)"] + own).joined(separator: " ")) }
        }
    }
}
