extension Session {
    /// Sends a command that must be answered with 200.
    ///
    /// - Throws: what `send` throws, and `SessionError.rejected` for any other code.
    nonisolated(nonsending) func succeed(_ command: Command) async throws(SessionError) -> Reply {
        let reply = try await send(command)
        guard reply.code == .success else { throw .rejected(verb: command.verb, code: reply.code) }
        return reply
    }

    /// Sends a command and reads the number behind `result=`.
    nonisolated(nonsending) func number(_ command: Command) async throws(SessionError) -> Int {
        guard let number = try await succeed(command).result else { throw .unexpectedReply(verb: command.verb) }
        return number
    }

    /// Sends a command and reads its reply as something; `read` gives nil for a reply that is none of this command.
    nonisolated(nonsending) func read<Value>(
        _ command: Command, as read: (Reply) -> Value?
    ) async throws(SessionError) -> Value {
        guard let value = read(try await succeed(command)) else { throw .unexpectedReply(verb: command.verb) }
        return value
    }

    /// Sends a command that is answered with 1 and a value in brackets, or 0.
    nonisolated(nonsending) func value(_ command: Command) async throws(SessionError) -> String? {
        let reply = try await succeed(command)
        guard reply.result == 1 else { return nil }
        guard let data = reply.data else { throw .unexpectedReply(verb: command.verb) }
        return data
    }
}
