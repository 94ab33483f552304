internal import Reception
internal import Synchronization

/// The making of one sound, for which any number of callers wait. One who stops waiting changes nothing for the others.
final class Flight: Sendable {
    /// Where the making stands.
    enum Stage: Sendable {
        /// Before the engine's thread came to it.
        case queued
        /// In the engine.
        case speaking
        /// Behind the engine: levelling and writing.
        case finishing
        /// Done.
        case landed
    }

    /// A sound that was made.
    struct Made: Sendable, Equatable {
        /// The path without ending.
        let path: String
        let length: Duration
    }

    /// What came of it.
    typealias Outcome = Result<Made, PromptError>

    private struct State {
        var stage = Stage.queued
        var outcome: Outcome?
        var waiters: [Int: CheckedContinuation<Outcome?, Never>] = [:]
        var next = 0
    }
    private let state = Mutex(State())

    /// Where the making stands.
    var stage: Stage {
        get { state.withLock { $0.stage } }
        set { state.withLock { $0.stage = newValue } }
    }

    /// Ends it: everybody who waits goes on.
    func land(_ outcome: Outcome) {
        let waiters = state.withLock { state in
            state.stage = .landed
            state.outcome = outcome
            defer { state.waiters = [:] }
            return state.waiters
        }
        for waiter in waiters.values { waiter.resume(returning: outcome) }
    }

    /// Waits for the end; nil when the waiting task is cancelled first.
    func outcome() async -> Outcome? {
        let ticket = state.withLock { state in
            state.next += 1
            return state.next
        }
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let answer: Outcome?? = state.withLock { state in
                    if let outcome = state.outcome { return .some(outcome) }
                    if Task.isCancelled { return .some(nil) }
                    state.waiters[ticket] = continuation
                    return nil
                }
                if let answer { continuation.resume(returning: answer) }
            }
        } onCancel: {
            state.withLock { $0.waiters.removeValue(forKey: ticket) }?.resume(returning: nil)
        }
    }
}
