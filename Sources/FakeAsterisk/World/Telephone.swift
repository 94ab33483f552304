/// What a telephone does when it is rung.
public enum Telephone: Sendable, Hashable {
    /// It rings, is taken off the hook after `after`, and its user hangs up after `talks`.
    case answers(after: Duration, talks: Duration = .seconds(20))
    /// It refuses as busy (486) after a moment.
    case busy
    /// It rings and nobody comes.
    case noAnswer
    /// It is not registered: CHANUNAVAIL at once.
    case offline
    /// The network has no way (503).
    case congestion
    /// Its user refuses the call (603), which Asterisk calls CHANUNAVAIL, too.
    case declined

    /// How long a telephone takes to refuse: signalling there and back.
    static let refusalTime: Duration = .milliseconds(300)

    /// DEVICE_STATE of it.
    var deviceState: String {
        switch self {
        case .busy: "BUSY"
        case .offline: "UNAVAILABLE"
        case .answers, .noAnswer, .congestion, .declined: "NOT_INUSE"
        }
    }
}
