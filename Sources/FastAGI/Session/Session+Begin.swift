extension Session {
    /// Reads the environment block and begins a session.
    ///
    /// - Parameters:
    ///   - transport: a fresh connection. It is closed when no session comes out.
    ///   - limits: what the peer may make us hold.
    ///   - onHangup: called once, in the task that happens to read, when the caller is known to have hung up; it must be
    ///     short.
    /// - Returns: the session; nil when the peer closed without a byte, as port checks do, which is nothing to log.
    /// - Throws: `SessionError.environment`, `.disconnected` when the transport fails, `.cancelled`.
    public nonisolated(nonsending) static func begin(
        over transport: any Transport, limits: Limits = Limits(), onHangup: (@Sendable () -> Void)? = nil
    ) async throws(SessionError) -> Session? {
        var decoder = LineDecoder()
        let outcome: Result<Environment?, SessionError> = await withTaskCancellationHandler {
            do throws(SessionError) {
                return .success(try await environment(over: transport, decoder: &decoder, limits: limits))
            } catch {
                return .failure(error)
            }
        } onCancel: {
            transport.close()
        }
        guard case .success(let environment?) = outcome else {
            transport.close()
            if Task.isCancelled { throw .cancelled }
            if case .failure(let error) = outcome { throw error }
            return nil
        }
        let reader = ReplyReader(decoder: decoder, limits: limits)
        return Session(environment: environment, transport: transport, reader: reader, onHangup: onHangup)
    }

    private nonisolated(nonsending) static func environment(
        over transport: any Transport, decoder: inout LineDecoder, limits: Limits
    ) async throws(SessionError) -> Environment? {
        var parser = EnvironmentParser(limits: limits)
        while true {
            if let environment = try lines(of: &decoder, into: &parser) { return environment }
            let chunk = try await receive(from: transport)
            if chunk.isEmpty {
                if parser.isEmpty, decoder.pendingBytes == 0 { return nil }
                throw .environment(parser.cutOff)
            }
            decoder.feed(chunk)
        }
    }

    private static func lines(
        of decoder: inout LineDecoder, into parser: inout EnvironmentParser
    ) throws(SessionError) -> Environment? {
        do throws(EnvironmentError) {
            while let line = try parser.line(of: &decoder) {
                if let environment = try parser.take(line) { return environment }
            }
            return nil
        } catch {
            throw .environment(error)
        }
    }

    /// Bytes of the connection.
    nonisolated(nonsending) static func receive(from transport: any Transport) async throws(SessionError) -> [UInt8] {
        do { return try await transport.receive() } catch { throw .disconnected(by: error) }
    }
}
