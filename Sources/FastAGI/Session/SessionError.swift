/// Why a command was not sent, or brought no reply.
public enum SessionError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The caller has hung up and the command needs them. An outcome rather than a fault; the session goes on with the
    /// commands that are allowed on a dead channel.
    case hungUp
    /// The command cannot be written. Nothing was sent, the session goes on.
    case command(CommandError)
    /// Another command still waits for its reply. Nothing was sent, the session goes on.
    case commandInFlight
    /// Asterisk answered with a code other than 200; the session goes on. Only the typed methods throw it.
    case rejected(verb: String, code: Reply.Code)
    /// A reply that cannot be read as one to this command; the session goes on. Only the typed methods throw it.
    case unexpectedReply(verb: String)
    /// The waiting task was cancelled. Cancelled before the command was sent, the session goes on; else it is closed.
    case cancelled
    /// The connection has ended: the peer closed it, or `reason` is what the transport said.
    case disconnected(reason: String?)
    /// `close` was called.
    case closed
    /// What came is no reply, or is out of step. The session is closed.
    case reply(ReplyError)
    /// The connection did not begin with an AGI environment. The session never began.
    case environment(EnvironmentError)

    /// What went wrong.
    public var description: String {
        switch self {
        case .hungUp: "the caller has hung up"
        case .command(let error): "command not sent: \(error)"
        case .commandInFlight: "command not sent: another one still waits for its reply"
        case .rejected(let verb, let code): "\(verb): Asterisk answered \(code.rawValue), expected 200"
        case .unexpectedReply(let verb): "\(verb): Asterisk's reply is none of those known for it"
        case .cancelled: "the task that waited was cancelled"
        case .disconnected(let reason): "the connection to Asterisk has ended\(reason.map { ": \($0)" } ?? "")"
        case .closed: "the session was closed"
        case .reply(let error): "out of step with Asterisk: \(error)"
        case .environment(let error): "\(error)"
        }
    }
}
