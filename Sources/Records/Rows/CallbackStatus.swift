/// Where a request to be called back stands.
public enum CallbackStatus: String, Sendable, CaseIterable, Codable {
    /// Asked for, thanked for.
    case new
    /// Its time has come.
    case due
    /// Somebody is calling it now.
    case dialing
    /// They are talking.
    case connected
    /// They talked, or staff settled it.
    case done
    /// Ended: busy at every attempt.
    case busy
    /// Ended: not answered at any attempt.
    case noAnswer = "no-answer"
    /// Ended: the network failed at every attempt.
    case failed
    /// Ended: the number does not exist.
    case invalid
    /// Ended: staff or the caller gave it up.
    case cancelled
    /// Ended: nobody called in time.
    case expired
    /// The caller hung up before anybody took the call.
    case missed
    /// The caller chose it and hung up before confirming.
    case unconfirmed

    /// Whether somebody still has to do something about it.
    public var isOpen: Bool {
        switch self {
        case .new, .due, .dialing, .connected, .missed, .unconfirmed: true
        case .done, .busy, .noAnswer, .failed, .invalid, .cancelled, .expired: false
        }
    }

    /// Whether somebody is calling it at this moment.
    public var isUnderWay: Bool { self == .dialing || self == .connected }

    /// How much was promised: a hang-up never takes away from a request.
    var rank: Int {
        switch self {
        case .missed: 0
        case .unconfirmed: 1
        default: 2
        }
    }

    /// `IN (…)` of the open ones that nobody is calling at this moment.
    static let restingList = "('new', 'due', 'missed', 'unconfirmed')"

    /// `IN (…)` of the open ones, word for word as the partial indexes have it: SQLite uses them only then.
    static let openList = "('new', 'due', 'dialing', 'connected', 'missed', 'unconfirmed')"
}
