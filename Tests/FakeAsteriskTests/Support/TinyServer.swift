import FakeAsterisk
import FastAGI
import Sockets

/// A small FastAGI server: one menu, a callback-like entry of digits, two telephones.
enum TinyServer {
    /// Serves one call: 1 rings 201, 2 asks for a number, anything else is told so up to three times.
    static func reception(_ session: Session) async {
        defer { session.close() }
        do {
            _ = try await session.send(.answer)
            for _ in 0..<3 {
                switch try await key(session, after: "menu") {
                case UInt8(ascii: "1"): return try await ring(session)
                case UInt8(ascii: "2"): return try await takeNumber(session)
                default: _ = try await session.send(.streamFile("sorry", escape: .none))
                }
            }
            _ = try await session.send(.hangup())
        } catch {
            // A caller who has hung up, or a connection that was cut: the call is over.
        }
    }

    private static func key(_ session: Session, after prompt: String) async throws -> UInt8 {
        let played = try await session.send(.streamFile(prompt, escape: .all))
        if let result = played.result, result > 0 { return UInt8(result) }
        let waited = try await session.send(.waitForDigit(.after(.seconds(5))))
        return waited.result.flatMap { $0 > 0 ? UInt8($0) : nil } ?? 0
    }

    private static func ring(_ session: Session) async throws {
        _ = try await session.send(.set(.variable(name: "CALLERID(name)", value: "Repairs: Jo")))
        _ = try await session.send(.exec(application: "Dial", options: "PJSIP/201,20"))
        _ = try await session.send(.getVariable(name: "DIALSTATUS"))
        _ = try await session.send(.hangup())
    }

    private static func takeNumber(_ session: Session) async throws {
        let reply = try await session.send(.getData(file: "number", timeout: .after(.seconds(4)), mostDigits: 15))
        _ = try await session.send(.set(.variable(name: "NUMBER", value: reply.value)))
        _ = try await session.send(.streamFile("thanks"))
    }

    /// Runs a call against the server in memory.
    static func play(
        _ call: FakeCall, live: AsyncStream<LiveAct>? = nil,
        server: @escaping @Sendable (Session) async -> Void = reception
    ) async -> CallReport {
        let (ours, theirs) = MemoryLink.pair()
        async let serving: Void = serve(theirs, server)
        let report = await call.run(over: ours, live: live)
        await serving
        return report
    }

    private static func serve(_ transport: any Transport, _ server: (Session) async -> Void) async {
        guard let session = try? await Session.begin(over: transport) else { return transport.close() }
        await server(session)
    }

    /// Runs `body` with the server listening on a port that the kernel chose.
    static func listening<Result: Sendable>(
        _ body: @Sendable @escaping (UInt16, EventLoop) async throws -> Result
    ) async throws -> Result {
        let group = try EventLoopGroup(count: 1)
        let listener = try Listener.bind(Endpoint(host: "127.0.0.1", port: 0))
        let server = Server(listener, group: group)
        return try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask {
                try await server.serve { connection in
                    guard let session = try? await Session.begin(over: Wire(connection)) else { return }
                    await reception(session)
                }
            }
            defer { server.stop(within: .zero) }
            return try await body(listener.addresses[0].port, group.next())
        }
    }

    /// A connection of `Sockets` as the session wants it.
    private final class Wire: Transport {
        let connection: Connection
        init(_ connection: Connection) { self.connection = connection }
        nonisolated(nonsending) func receive() async throws -> [UInt8] { try await connection.receive() }
        nonisolated(nonsending) func send(_ bytes: [UInt8]) async throws { try await connection.send(bytes) }
        func close() { connection.close() }
    }
}
