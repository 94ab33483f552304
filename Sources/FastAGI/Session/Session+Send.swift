extension Session {
    /// Sends one command and waits for its reply.
    ///
    /// The reply may say that the command failed: look at its `code` and `result`. -1 of a command that plays a file is not a
    /// hang-up by itself: it is the answer to a file that is missing, too. Ask `channelStatus()`: it throws `.hungUp` when
    /// the caller has gone, and says `.up` when only the file is missing.
    ///
    /// - Throws: `.hungUp` when the caller has gone and the command needs them: nothing was sent, or Asterisk answered 511.
    ///   `.command` and `.commandInFlight`: nothing was sent. `.cancelled`, `.disconnected`, `.reply`, `.closed`: the session
    ///   is over, and throws the same error from now on. (`.cancelled` before the command was sent leaves it as it is.)
    public nonisolated(nonsending) func send(_ command: Command) async throws(SessionError) -> Reply {
        guard !Task.isCancelled else { throw .cancelled }
        var wire = try take()
        var reply: Reply?
        var failure: SessionError?
        await withTaskCancellationHandler {
            do throws(SessionError) { reply = try await exchange(command, over: &wire) } catch { failure = error }
        } onCancel: {
            end(with: .cancelled)
        }
        let error = put(wire, after: failure)
        guard let reply else { throw error ?? .closed }
        return reply
    }

    private nonisolated(nonsending) func exchange(
        _ command: Command, over wire: inout Wire
    ) async throws(SessionError) -> Reply {
        try readUnasked(&wire)
        guard !isHungUp || command.isAllowedOnDeadChannel else { throw .hungUp }
        let line = try wire.line(for: command)
        wire.reader.begin(command)
        do { try await transport.send(line) } catch { throw .disconnected(by: error) }
        wire.reuse(line)
        while true {
            switch try next(&wire) {
            case .hangup: noteHangup()
            case .reply(let reply): return try accept(reply)
            case .needsBytes:
                let chunk = try await Self.receive(from: transport)
                if chunk.isEmpty { throw .disconnected(reason: nil) }
                wire.reader.feed(chunk)
            }
        }
    }

    /// Reads what has already come behind the last reply, without waiting: a HANGUP among it is in `isHungUp` afterwards.
    ///
    /// Asterisk runs EXEC for callers who have gone, too: ask this before a telephone is rung.
    ///
    /// - Throws: `.commandInFlight`, `.reply`, and what has ended the session.
    public func readAhead() throws(SessionError) {
        var wire = try take()
        var failure: SessionError?
        do throws(SessionError) { try readUnasked(&wire) } catch { failure = error }
        if let error = put(wire, after: failure) { throw error }
    }

    /// Reads what came along with the reply before: HANGUP, or the block EXEC leaves behind.
    private func readUnasked(_ wire: inout Wire) throws(SessionError) {
        while case .hangup = try next(&wire) { noteHangup() }
    }

    private func next(_ wire: inout Wire) throws(SessionError) -> ReplyReader.Event {
        do { return try wire.reader.next() } catch { throw .reply(error) }
    }

    private func accept(_ reply: Reply) throws(SessionError) -> Reply {
        guard reply.code == .deadChannel else { return reply }
        noteHangup()
        throw .hungUp
    }
}

extension SessionError {
    /// What the transport threw, as text of at most 200 characters, for any error may come.
    static func disconnected(by error: any Error) -> SessionError {
        .disconnected(reason: String("\(error)".prefix(200)))
    }

    /// Whether the session is of no use after it.
    var endsSession: Bool {
        switch self {
        case .hungUp, .command, .commandInFlight, .rejected, .unexpectedReply: false
        case .cancelled, .disconnected, .closed, .reply, .environment: true
        }
    }
}
