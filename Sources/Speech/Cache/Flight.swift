internal import Reception
internal import Synchronization

/// The making of one sound, for which any number of callers wait. One who stops waiting changes nothing for the others;
/// when the last one has gone, it is given up: a burst of callers who hang up must not keep the engine from those who stay.
final class Flight: Sendable {
    /// The sound's name in the cache; nil when it is not kept there.
    let key: SoundKey?

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
        /// For how many it is made. They are counted from the moment they ask, before they wait.
        var wanted = 1
        /// Nobody wanted it any more: it is not made, and nobody may join it.
        var isGivenUp = false
    }
    private let state = Mutex(State())

    /// A flight for the one who starts it.
    init(key: SoundKey? = nil) {
        self.key = key
    }

    /// One more wants it. False when it was given up: there is nothing to wait for.
    func join() -> Bool {
        state.withLock { state in
            guard !state.isGivenUp else { return false }
            state.wanted += 1
            return true
        }
    }

    /// One who wanted it has gone. To be called once for each at the most.
    ///
    /// - Returns: whether it was given up by that: it was the last one, and the engine has not come to it.
    func leave() -> Bool {
        state.withLock { state in
            state.wanted -= 1
            guard state.wanted <= 0, state.stage == .queued, !state.isGivenUp else { return false }
            state.isGivenUp = true
            return true
        }
    }

    /// The engine comes to it. False when nobody wants it any more.
    func begin() -> Bool {
        state.withLock { state in
            guard !state.isGivenUp, state.wanted > 0 else {
                state.isGivenUp = true
                return false
            }
            state.stage = .speaking
            return true
        }
    }

    /// Whether somebody still wants it, asked by the engine between two pieces. False gives it up.
    func isWanted() -> Bool {
        state.withLock { state in
            if state.wanted <= 0 { state.isGivenUp = true }
            return !state.isGivenUp
        }
    }

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
