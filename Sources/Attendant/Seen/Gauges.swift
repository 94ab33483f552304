import Reception
import Synchronization

/// What a running server counts: one lock, held for a few additions, so that a call never waits for who looks.
final class Gauges: Sendable {
    /// A call that is under way.
    struct Call: Sendable, Equatable {
        let id: String
        let menu: String
        let version: String
        let began: ContinuousClock.Instant
        /// The step's place in the file.
        var step: String
        /// When it came there.
        var since: ContinuousClock.Instant
    }

    /// A menu's calls that ended one way.
    struct Ending: Sendable, Hashable {
        let menu: String
        let outcome: CallOutcome
    }

    /// Why no menu took a call.
    enum TurnedAway: String, Sendable, CaseIterable {
        /// Its script names none.
        case noMenu = "no-menu"
        /// Its Asterisk proved no secret.
        case noSecret = "no-secret"
    }

    /// What became of promises: requests to be called back and messages.
    struct Commits: Sendable, Equatable {
        var done = 0
        var refused = 0
        /// Until the caller could be told, either way.
        var times = Histogram()
    }

    /// What became of attempts to tell what the outbox holds.
    struct Telling: Sendable, Equatable {
        var sent = 0
        var failed = 0
        var givenUp = 0
        /// Times that the outbox itself could not be used.
        var broken = 0
    }

    /// All figures.
    struct Counts: Sendable {
        /// By their ids.
        var calls: [String: Call] = [:]
        /// Calls that no menu took, by reason.
        var turnedAway: [TurnedAway: Int] = Dictionary(uniqueKeysWithValues: TurnedAway.allCases.map { ($0, 0) })
        /// By the menu's name.
        var started: [String: Int] = [:]
        var ended: [Ending: Int] = [:]
        /// From Asterisk's reply with a key to our next command.
        var reactions = Histogram()
        var commits = Commits()
        var telling = Telling()
    }

    let now: @Sendable () -> ContinuousClock.Instant
    private let state = Mutex(Counts())

    init(now: @escaping @Sendable () -> ContinuousClock.Instant = { .now }) { self.now = now }

    /// Everything at this moment.
    var counts: Counts { state.withLock { $0 } }

    func began(_ call: CallStart) {
        let now = now()
        state.withLock { state in
            state.started[call.menu, default: 0] += 1
            state.calls[call.facts.id] = Call(
                id: call.facts.id, menu: call.menu, version: call.version, began: now, step: "start", since: now)
        }
    }

    func turnedAway(_ reason: TurnedAway) { state.withLock { $0.turnedAway[reason, default: 0] += 1 } }

    func moved(_ call: String, to step: String) {
        let now = now()
        state.withLock { state in
            state.calls[call]?.step = step
            state.calls[call]?.since = now
        }
    }

    func ended(_ call: String, _ outcome: CallOutcome) {
        state.withLock { state in
            guard let call = state.calls.removeValue(forKey: call) else { return }
            state.ended[Ending(menu: call.menu, outcome: outcome), default: 0] += 1
        }
    }

    func reacted(in time: Duration) { state.withLock { $0.reactions.add(time) } }

    func promised(in time: Duration, isDone: Bool) {
        state.withLock { state in
            if isDone { state.commits.done += 1 } else { state.commits.refused += 1 }
            state.commits.times.add(time)
        }
    }

    func told(_ event: OutboxWorker.Event) {
        state.withLock { state in
            switch event {
            case .sent: state.telling.sent += 1
            case .failed(_, _, _, _, .some): state.telling.failed += 1
            case .failed(_, _, _, _, nil): state.telling.givenUp += 1
            case .recordsFailed: state.telling.broken += 1
            }
        }
    }
}
