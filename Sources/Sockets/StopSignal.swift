import Synchronization

/// Tells one waiting task that a server is to stop, and how long its connections may go on.
final class StopSignal: Sendable {
    private struct State {
        var grace: Duration?
        var waiter: Suspension<Duration?>?
        var isCancelled = false
    }

    private let state = Mutex(State())

    /// Gives the signal; only the first one counts.
    func give(_ grace: Duration) {
        let waiter = state.withLock { state -> Suspension<Duration?>? in
            guard state.grace == nil else { return nil }
            state.grace = grace
            return state.waiter.take()
        }
        waiter?.resume(returning: grace)
    }

    /// Waits for the signal; nil when the waiting task is cancelled first.
    nonisolated(nonsending) func wait() async -> Duration? {
        await withTaskCancellationHandler {
            await suspend(returning: Duration?.self) { waiter in
                let known = state.withLock { state -> Duration?? in
                    if let grace = state.grace { return .some(grace) }
                    if state.isCancelled { return .some(nil) }
                    state.waiter = waiter
                    return nil
                }
                if let known { waiter.resume(returning: known) }
            }
        } onCancel: {
            let waiter = state.withLock { state in
                state.isCancelled = true
                return state.waiter.take()
            }
            waiter?.resume(returning: nil)
        }
    }
}
