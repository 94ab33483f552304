import FakeAsterisk
import FastAGI
import Logging
import Reception
import Sockets
import Synchronization
import Testing

@testable import Attendant

@Suite("Peers who flood the port, or hold it", .timeLimit(.minutes(2)))
struct FloodTests {
    static let environment = "agi_network: yes\nagi_request: agi://h/reception\nagi_network_script: reception\n\n"
    /// More than this is never taken of 100 MB: what the buffers of both kernels may hold.
    static let most = 32 << 20

    /// Sends 100 MB after a beginning, and gives back how many were taken before the server closed.
    static func flood(_ start: String, _ text: String, _ connection: Connection) async throws -> Int {
        try await connection.send(Array(start.utf8))
        let chunk = Array(repeating: Array(text.utf8), count: (1 << 20) / text.utf8.count).flatMap { $0 }
        var sent = 0
        do throws(SocketError) {
            while sent < 100 << 20 {
                try await connection.send(chunk)
                sent += chunk.count
            }
        } catch {
            // It has closed.
        }
        return sent
    }

    @Test(
        "100 MB of a line, of lines, or of a reply are not taken, and calls go on",
        arguments: [
            ("agi_network: yes\nagi_arg_1: ", "x"), ("", "agi_network"), ("agi_network: yes\n", "agi_x: y\n"),
            (environment, "2"), (environment, "HANGUP\n"), (environment, "200-result=1\n"), ("", "\u{0}"), ("", "\n"),
        ])
    func megabytes(start: String, text: String) async throws {
        try await House.open { house in
            let connection = try await house.connect()
            defer { connection.close() }
            #expect(try await Self.flood(start, text, connection) < Self.most)
            #expect(try await house.call("0").variables["ATTENDANT_STATUS"] == "talked")
        }
    }

    @Test("100 MB asked of the status desk are not taken")
    func status() async throws {
        try await House.open(change: { $0.statusListen = "127.0.0.1:0" }) { house in
            for start in ["GET /", "GET /health HTTP/1.1\r\nX: ", "\r\n"] {
                let address = try Endpoint(house.server.statusAddresses[0]).resolve()[0]
                let connection = try await Connection.connect(to: address, on: house.loop)
                defer { connection.close() }
                #expect(try await Self.flood(start, "x", connection) < Self.most)
            }
            #expect(try await house.get("/health").hasSuffix("ok\n"))
        }
    }

    @Test("a network that may not ask is answered nothing by the status desk")
    func statusNotAllowed() async throws {
        try await House.open(change: {
            $0.statusListen = "127.0.0.1:0"
            $0.statusAllow = ["10.0.0.0/8"]
        }) { house in
            // It closes at once; what was sent by then may be answered by a reset.
            let answer = (try? await house.get("/health")) ?? ""
            #expect(answer.isEmpty)
        }
    }

    /// Serves connections by a desk whose patience is short, while `body` runs.
    private func serving(
        _ house: House, _ patience: Duration, _ body: (Listener) async throws -> Void
    ) async throws {
        var desk = house.server.desk
        desk.patience = patience
        let impatient = desk
        let listener = try Listener.bind(Endpoint(host: "127.0.0.1", port: 0))
        let server = Server(listener, group: try EventLoopGroup(count: 1))
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await server.serve { await impatient.take($0) } }
            defer { server.stop(within: .zero) }
            try await body(listener)
        }
    }

    @Test("who connects and says nothing is closed when the time is over, however many they are")
    func silent() async throws {
        try await House.open { house in
            try await serving(house, .milliseconds(50)) { listener in
                var connections: [Connection] = []
                defer { for connection in connections { connection.close() } }
                for _ in 0..<200 {
                    connections.append(try await Connection.connect(to: listener.addresses[0], on: house.loop))
                }
                for connection in connections { #expect(try await connection.receive().isEmpty) }
            }
            #expect(house.log.noise.first?.facts["why"]?.isEmpty == false)
            #expect(house.log.noise.count < 200)
        }
    }

    @Test("an environment that drips is closed when the time is over: a byte buys no more of it")
    func drip() async throws {
        try await House.open { house in
            try await serving(house, .milliseconds(100)) { listener in
                let connection = try await Connection.connect(to: listener.addresses[0], on: house.loop)
                defer { connection.close() }
                try await connection.send(Array("agi_network: yes\nagi_arg_1: ".utf8))
                #expect(await Self.drip("x", connection) < 7_000)
            }
        }
    }

    @Test("a request to the status desk that drips is closed when the time is over")
    func statusDrip() async throws {
        let desk = StatusDesk(patience: .milliseconds(100)) { _ in .line("never") }
        try await serving(desk.take) { connection in
            try await connection.send(Array("GET /health HTTP/1.1\r\nX: ".utf8))
            #expect(await Self.drip("x", connection) < 7_000)
        }
    }

    @Test("a reply that drips is given up when the time is over, and so is one that never ends")
    func replyDrip() async throws {
        let (ends, end) = AsyncStream.makeStream(of: PhoneErrorWords.self)
        try await serving { connection in
            let line = CallLine(connection, patience: .seconds(10))
            guard let session = try? await Session.begin(over: line) else { return }
            var phone = AGIPhone(session: session, line: line, facts: CallFacts(id: "test"))
            phone.grace = .milliseconds(100)
            do throws(PhoneError) { try await phone.answer() } catch { end.yield("\(error)") }
        } body: { connection in
            try await connection.send(Array(Self.environment.utf8))
            _ = await Self.drip("2", connection)
        }
        for await words in ends {
            #expect(words == "overdue")
            break
        }
    }

    private typealias PhoneErrorWords = String

    /// Sends one byte after the other until the peer has closed, and says how many. A peer that speaks is not answered.
    private static func drip(_ text: String, _ connection: Connection) async -> Int {
        var count = 0
        while count < 1_000_000 {
            do throws(SocketError) {
                try await connection.send(Array(text.utf8))
                count += 1
                if try await connection.receive(deadline: .now + .milliseconds(2)).isEmpty { return count }
            } catch {
                guard case .receiveTimedOut = error else { return count }
            }
        }
        return count
    }

    private func serving(
        _ handler: @escaping @Sendable (Connection) async -> Void, body: (Connection) async throws -> Void
    ) async throws {
        let listener = try Listener.bind(Endpoint(host: "127.0.0.1", port: 0))
        let group = try EventLoopGroup(count: 1)
        let server = Server(listener, group: group)
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await server.serve(handler: handler) }
            defer { server.stop(within: .zero) }
            let connection = try await Connection.connect(to: listener.addresses[0], on: group.next())
            defer { connection.close() }
            try await body(connection)
        }
    }

    @Test("garbage and half environments without number are a line a second in the log, with their count")
    func truncated() async throws {
        let time = Mutex(ContinuousClock.now)
        let log = SeenLog()
        try await House.open { house in
            let desk = CallDesk(
                board: house.server.board, services: house.server.desk.services, house: house.server.desk.house,
                secrets: [], agents: house.server.desk.agents, gauges: house.server.gauges, logger: log.logger,
                strangers: LineRate(now: { time.withLock { $0 } }))
            for round in 0..<2 {
                try await serving(desk.take) { connection in
                    try await connection.send(Array("SSH-2.0\r\n".utf8))
                    #expect(try await connection.receive().isEmpty)
                }
                #expect(log.noise.count == 1, "\(round)")
            }
            time.withLock { $0 += .seconds(1) }
            try await serving(desk.take) { connection in
                try await connection.send(Array("agi_network: yes\nagi_".utf8))
                connection.shutdownWrite()
                #expect(try await connection.receive().isEmpty)
            }
            #expect(log.noise.map { $0.facts["count"] } == ["1", "2"])
        }
    }
}
