/// What came of one attempt to call somebody back.
public enum CallbackOutcome: Sendable, Equatable {
    /// Both talked, so many seconds. Ends as `done`.
    case talked(seconds: Double)
    /// The agent said that it is settled; nobody was called. Ends as `done`.
    case settled
    /// The agent said "later". The caller was not tried: it is called again after `every`, and costs no try.
    case later
    /// No agent took it: silence, a hang-up before the caller was dialled, a mailbox that answered. The caller was not
    /// tried: it is called again after `every`, and costs no try.
    case notCalled
    /// The caller's line was busy. Tried again soon.
    case busy
    /// The caller did not answer. Tried again after `every`.
    case noAnswer
    /// The network failed (congestion, channel unavailable). Tried again once after `every`.
    case failed
    /// The number does not exist. Never tried again.
    case invalid

    /// As `callback_attempts.result` has it.
    public var word: String {
        switch self {
        case .talked: "talked"
        case .settled: "done"
        case .later: "later"
        case .notCalled: "not-called"
        case .busy: "busy"
        case .noAnswer: "no-answer"
        case .failed: "failed"
        case .invalid: "invalid"
        }
    }
}
