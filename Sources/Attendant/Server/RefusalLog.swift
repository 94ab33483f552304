import Logging
import Sockets
import Synchronization

/// Logs connections that were turned away: at most one line a second, with how many there were since the last.
final class RefusalLog: Sendable {
    private let logger: Logger
    private let now: @Sendable () -> ContinuousClock.Instant
    private let state = Mutex(State())

    private struct State {
        var next: ContinuousClock.Instant?
        var unsaid = 0
    }

    init(_ logger: Logger, now: @escaping @Sendable () -> ContinuousClock.Instant = { .now }) {
        self.logger = logger
        self.now = now
    }

    func note(_ refusal: Refusal) {
        let now = now()
        let count = state.withLock { state -> Int? in
            state.unsaid += 1
            if let next = state.next, now < next { return nil }
            defer { state.unsaid = 0 }
            state.next = now + .seconds(1)
            return state.unsaid
        }
        guard let count else { return }
        logger.warning(
            "connection turned away",
            metadata: [
                "why": "\(refusal.reason)", "peer": "\(refusal.peer?.ip.description ?? "unknown")",
                "count": "\(count)",
            ])
    }
}
