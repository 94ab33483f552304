import FastAGI
import Synchronization

/// Measures on one call how long a key waits for our next command: what the caller hears as a gap.
final class ReactionTimer: Sendable {
    private let gauges: Gauges
    private let keyed = Mutex<ContinuousClock.Instant?>(nil)

    init(_ gauges: Gauges) { self.gauges = gauges }

    /// A command is about to go.
    func commandGoes() {
        guard let since = keyed.withLock({ $0.take() }) else { return }
        gauges.reacted(in: gauges.now() - since)
    }

    /// A reply has come.
    func replied(_ reply: Reply, to command: Command) {
        guard command.answersKey, let key = reply.result, key > 0 else { return }
        let now = gauges.now()
        keyed.withLock { $0 = now }
    }
}

extension Command {
    /// Whether a result above zero is a key that the caller has pressed.
    fileprivate var answersKey: Bool {
        switch self {
        case .streamFile, .controlStreamFile, .waitForDigit, .say, .getOption, .recordFile: true
        default: false
        }
    }
}
