internal import Synchronization

/// A place for one answer: the first one that is given counts, and one task waits for it.
final class FirstAnswer<Value: Sendable>: Sendable {
    private struct State {
        var answer: Value?
        var waiter: CheckedContinuation<Value, Never>?
    }
    private let state = Mutex(State())

    /// Gives an answer; the first counts.
    func give(_ value: Value) {
        let waiter = state.withLock { state -> CheckedContinuation<Value, Never>? in
            guard state.answer == nil else { return nil }
            state.answer = value
            return state.waiter.take()
        }
        waiter?.resume(returning: value)
    }

    /// The first answer, once there is one. For one task.
    func value() async -> Value {
        await withCheckedContinuation { continuation in
            let answer = state.withLock { state in
                if state.answer == nil { state.waiter = continuation }
                return state.answer
            }
            if let answer { continuation.resume(returning: answer) }
        }
    }
}
