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

    private enum State {
        case idle(Wire)
        /// One `send` holds the wire; `ending` when the connection was closed meanwhile, from here.
        case inFlight(ending: SessionError?)
        case ended(SessionError)
    }

    init(
        environment: Environment, transport: any Transport, reader: ReplyReader, onHangup: (@Sendable () -> Void)?
    ) {
        self.environment = environment
        self.transport = transport
        self.onHangup = onHangup
        state = Mutex(.idle(Wire(reader: reader, lineLimit: environment.commandLineBytes)))
    }

    /// Whether the caller is known to have hung up. It stays so.
    public var isHungUp: Bool { hungUp.load(ordering: .acquiring) }

    /// Why the session can send nothing any more, nil while it can.
    public var ending: SessionError? {
        state.withLock { state in
            switch state {
            case .ended(let error): error
            case .inFlight(let ending): ending
            case .idle: nil
            }
        }
    }

    /// Ends the session and closes the connection, whereupon Asterisk's dialplan goes on. A call that waits for a reply ends
    /// with `SessionError.closed`.
    public func close() { end(with: .closed) }

    /// Ends the session and closes the connection; the first reason counts.
    func end(with error: SessionError) {
        state.withLock { state in
            switch state {
            case .idle: state = .ended(error)
            case .inFlight(nil): state = .inFlight(ending: error)
            case .inFlight, .ended: break
            }
        }
        transport.close()
    }

    /// Notes that the caller has hung up, and tells it once.
    func noteHangup() {
        if !hungUp.exchange(true, ordering: .acquiringAndReleasing) { onHangup?() }
    }

    /// Takes the wire for one command.
    func take() throws(SessionError) -> Wire {
        let before = state.withLock { state in
            let before = state
            if case .idle = before { state = .inFlight(ending: nil) }
            return before
        }
        switch before {
        case .idle(let wire): return wire
        case .inFlight: throw .commandInFlight
        case .ended(let error): throw error
        }
    }

    /// Gives the wire back after one command.
    ///
    /// - Parameter error: what the command ended with.
    /// - Returns: what its caller is told: the reason of a close from here stands before what came of it.
    func put(_ wire: Wire, after error: SessionError?) -> SessionError? {
        let (reported, isOver) = state.withLock { state in
            let closing: SessionError? = if case .inFlight(let ending) = state { ending } else { nil }
            guard let ending = closing ?? error.flatMap({ $0.endsSession ? $0 : nil }) else {
                state = .idle(wire)
                return (error, false)
            }
            state = .ended(ending)
            return (error.map { $0.endsSession ? ending : $0 }, true)
        }
        if isOver { transport.close() }
        return reported
    }
}
