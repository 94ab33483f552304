/// Who or what ended a call.
enum HangupCause: Sendable, Equatable, CustomStringConvertible {
    /// The caller.
    case callerHungUp
    /// The server, by HANGUP or an application that ends the call.
    case serverHungUp
    /// SET AUTOHANGUP.
    case timeUp

    /// As a transcript has it.
    var description: String {
        switch self {
        case .callerHungUp: "the caller hangs up"
        case .serverHungUp: "the server hangs up"
        case .timeUp: "the time of SET AUTOHANGUP is over"
        }
    }
}
