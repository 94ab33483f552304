import FakeAsterisk
import FastAGI
import Reception
import Sockets
import Synchronization

@testable import Attendant

/// One call whose Asterisk follows a script to the letter, and the port `Phone` on our side of it.
enum Line {
    /// Plays the script while `body` uses the telephone.
    ///
    /// - Returns: what `body` returned.
    /// - Throws: `FakeAsteriskError` with the transcript when a command was another one.
    static func play<Value: Sendable>(
        _ script: String, grace: Duration = .seconds(10), facts: CallFacts = CallFacts(id: "test"),
        _ body: @escaping @Sendable (AGIPhone) async -> Value
    ) async throws -> Value {
        let asterisk = try ScriptedAsterisk(script)
        let group = try EventLoopGroup(count: 1)
        let listener = try Listener.bind(Endpoint(host: "127.0.0.1", port: 0))
        let server = Server(listener, group: group)
        let (values, feed) = AsyncStream.makeStream(of: Value.self)
        return try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask {
                try await server.serve { connection in
                    defer { feed.finish() }
                    let line = CallLine(connection, patience: .seconds(10))
                    guard let session = try? await Session.begin(over: line) else { return }
                    var phone = AGIPhone(session: session, line: line, facts: facts)
                    phone.grace = grace
                    feed.yield(await body(phone))
                    session.close()
                }
            }
            defer { server.stop(within: .zero) }
            try await asterisk.run(host: "127.0.0.1", port: listener.addresses[0].port, on: group.next())
            for await value in values { return value }
            throw NoCall()
        }
    }

    /// The same for something that throws `PhoneError`: its result, or that error.
    static func result<Value: Sendable>(
        _ script: String, grace: Duration = .seconds(10), facts: CallFacts = CallFacts(id: "test"),
        _ body: @escaping @Sendable (AGIPhone) async throws(PhoneError) -> Value
    ) async throws -> Result<Value, PhoneError> {
        try await play(script, grace: grace, facts: facts) { phone in
            do throws(PhoneError) { return .success(try await body(phone)) } catch { return .failure(error) }
        }
    }

    /// The connection brought no call.
    struct NoCall: Error {}
}
