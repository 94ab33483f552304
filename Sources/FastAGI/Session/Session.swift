import Synchronization

/// One call, from its environment to its end: commands out, replies in, always in step.
///
/// There is one command in flight at a time, and Asterisk is never sent another one while it works on the first: that
/// would end a running prompt, for most commands without any reply (`ast_waitstream_full` and its kin in res_agi.c). So a
/// prompt cannot be stopped from here; use short ones, or keys.
///
/// Nothing is read between commands. A hang-up that came meanwhile is seen with the next command, which is then not sent or
/// answered 511.
///
/// Any task may use a session, and each call runs where its caller runs. Cancelling the task that waits for a reply ends the
/// wait at once and closes the session, so a deadline can be set around any call.
public final class Session: Sendable {
    /// What Asterisk said about the call.
    public let environment: Environment

    let transport: any Transport
    private let onHangup: (@Sendable () -> Void)?
    private let hungUp = Atomic(false)
    private let state: Mutex<State>

    private struct State: ~Copyable {
        /// Nil while one `send` has it, and after the end.
        var wire: Wire?
        /// Why the session is over.
        var ending: SessionError?
    }

    init(
        environment: Environment, transport: any Transport, reader: consuming ReplyReader,
        onHangup: (@Sendable () -> Void)?
    ) {
        self.environment = environment
        self.transport = transport
        self.onHangup = onHangup
        state = Mutex(State(wire: Wire(reader: reader, lineLimit: environment.commandLineBytes), ending: nil))
    }

    /// Whether the caller is known to have hung up. It stays so.
    public var isHungUp: Bool { hungUp.load(ordering: .acquiring) }

    /// Why the session can send nothing any more, nil while it can.
    public var ending: SessionError? { state.withLock { $0.ending } }

    /// Ends the session and closes the connection, whereupon Asterisk's dialplan goes on. A call that waits for a reply ends
    /// with `SessionError.closed`.
    public func close() { end(with: .closed) }

    /// Ends the session and closes the connection; the first reason counts.
    func end(with error: SessionError) {
        state.withLock { state in
            if state.ending == nil { state.ending = error }
            state.wire = nil
        }
        transport.close()
    }

    /// Notes that the caller has hung up, and tells it once.
    func noteHangup() {
        if !hungUp.exchange(true, ordering: .acquiringAndReleasing) { onHangup?() }
    }

    /// Takes the wire for one command.
    func take() throws(SessionError) -> Wire {
        try state.withLock { state throws(SessionError) in
            if let ending = state.ending { throw ending }
            guard let wire = state.wire.take() else { throw .commandInFlight }
            return wire
        }
    }

    /// Gives the wire back after one command.
    ///
    /// - Parameter error: what the command ended with, nil with a reply.
    /// - Returns: what its caller is told; the reason of a close from here stands before what came of it.
    func put(_ wire: consuming Wire, after error: SessionError?) -> SessionError? {
        if let error, error.endsSession {
            end(with: error)
            return ending
        }
        var returned: Wire? = wire
        state.withLock { state in
            if state.ending == nil { state.wire = returned.take() }
        }
        return error
    }
}
