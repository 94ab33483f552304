/// What RECEIVE CHAR brought.
public enum ReceiveCharResult: Sendable, Equatable {
    /// The character's code.
    case character(Int)
    /// The time was up.
    case timedOut
    /// The caller hung up, or the channel carries no text.
    case hangup

    /// Reads the reply; nil when it is none of RECEIVE CHAR.
    init?(_ reply: Reply) {
        switch reply.result {
        case 0: self = .timedOut
        case let code? where code > 0: self = .character(code)
        case .some: self = .hangup
        case nil: return nil
        }
    }
}
