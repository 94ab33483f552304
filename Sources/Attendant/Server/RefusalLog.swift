import Logging
import Sockets
import Synchronization

/// Lets one line a second through, with how many there were since the last: who floods the port does not fill the disk.
final class LineRate: Sendable {
    private let now: @Sendable () -> ContinuousClock.Instant
    private let state = Mutex(State())

    private struct State {
        var next: ContinuousClock.Instant?
        var unsaid = 0
    }

    init(now: @escaping @Sendable () -> ContinuousClock.Instant = { .now }) { self.now = now }

    /// Counts one more.
    ///
    /// - Returns: how many there are to tell of now; nil: nothing is told yet.
    func count() -> Int? {
        let now = now()
        return state.withLock { state in
            state.unsaid += 1
            if let next = state.next, now < next { return nil }
            defer { state.unsaid = 0 }
            state.next = now + .seconds(1)
            return state.unsaid
        }
    }
}

/// Logs connections that were turned away: at most one line a second, with how many there were since the last.
final class RefusalLog: Sendable {
    private let logger: Logger
    private let rate: LineRate

    init(_ logger: Logger, now: @escaping @Sendable () -> ContinuousClock.Instant = { .now }) {
        self.logger = logger
        rate = LineRate(now: now)
    }

    func note(_ refusal: Refusal) {
        guard let count = rate.count() else { return }
        logger.warning(
            "connection turned away",
            metadata: [
                "why": "\(refusal.reason)", "peer": "\(refusal.peer?.ip.description ?? "unknown")",
                "count": "\(count)",
            ])
    }
}
