import Foundation
import Logging
import Synchronization

/// The last errors of the log, for who looks at the server and not at the journal.
final class ErrorMemory: Sendable {
    /// So many are kept.
    static let room = 20

    private struct State {
        var last: [LoggedError] = []
        var count = 0
    }

    private let now: @Sendable () -> Date
    private let state = Mutex(State())

    init(now: @escaping @Sendable () -> Date = { Date() }) { self.now = now }

    /// The last ones, oldest first.
    var last: [LoggedError] { state.withLock { $0.last } }
    /// How many there were since the start.
    var count: Int { state.withLock { $0.count } }

    /// The same logger, whose errors are kept from now on.
    func remembering(_ logger: Logger) -> Logger {
        Logger(label: logger.label) { _ in Handler(base: logger.handler, memory: self) }
    }

    private func note(_ event: LogEvent, _ metadata: Logger.Metadata) {
        let facts = metadata.merging(event.metadata ?? [:]) { $1 }
        let error = LoggedError(
            at: now(), message: "\(event.message)", call: facts["call"].map { "\($0)" },
            facts: facts.filter { $0.key != "call" }.mapValues { "\($0)" })
        state.withLock { state in
            state.count += 1
            if state.last.count >= Self.room { state.last.removeFirst() }
            state.last.append(error)
        }
    }

    private struct Handler: LogHandler {
        var base: any LogHandler
        let memory: ErrorMemory

        var metadata: Logger.Metadata {
            get { base.metadata }
            set { base.metadata = newValue }
        }

        var metadataProvider: Logger.MetadataProvider? {
            get { base.metadataProvider }
            set { base.metadataProvider = newValue }
        }

        var logLevel: Logger.Level {
            get { base.logLevel }
            set { base.logLevel = newValue }
        }

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { base[metadataKey: key] }
            set { base[metadataKey: key] = newValue }
        }

        func log(event: LogEvent) {
            if event.level >= .error { memory.note(event, base.metadata) }
            base.log(event: event)
        }
    }
}

/// One error of the log.
struct LoggedError: Codable, Sendable, Equatable {
    /// When.
    let at: Date
    /// The same text for each error of its kind.
    let message: String
    /// The id of the call that it is about.
    let call: String?
    /// What else the line says.
    let facts: [String: String]

    /// The same without what else the line says.
    var withoutFacts: LoggedError { LoggedError(at: at, message: message, call: call, facts: [:]) }
}
