import Synchronization
import Testing

@testable import Sockets

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Waits until the peer has ended.
@Sendable private func waitForEnd(_ connection: Connection) async {
    _ = try? await connection.receiveAll()
}

@Suite(.timeLimit(.minutes(5))) struct ServerTests {
    @Test("a handler runs on its connection's loop, and both loops get work", arguments: ReadinessKind.allCases)
    func handlersOnLoops(readiness: ReadinessKind) async throws {
        let strays = Mutex(0)
        try await withServer(readiness) { connection in
            for _ in 0..<3 {
                let chunk = try? await connection.receive()
                if !connection.loop.isCurrent { strays.withLock { $0 += 1 } }
                try? await connection.send(chunk ?? [])
            }
        } body: { server, group in
            for _ in 0..<40 {
                let client = try await Connection.connect(to: server.listener.addresses[0], on: group.next())
                for byte in UInt8(1)...3 {
                    try await client.send([byte])
                    #expect(try await client.receive() == [byte])
                }
                #expect(try await client.receive() == [])
                client.close()
            }
            #expect(server.statistics.accepted == 40)
        }
        #expect(strays.withLock { $0 } == 0)
    }

    @Test("a thousand connections at once are served, and no descriptor stays", arguments: ReadinessKind.allCases)
    func thousand(readiness: ReadinessKind) async throws {
        let all = Tally(1_000)
        let port = Event<UInt16>()
        try await withServer(readiness) { connection in
            all.add()
            _ = await all.reached.value
            while let chunk = try? await connection.receive(), !chunk.isEmpty { try? await connection.send(chunk) }
        } body: { server, group in
            let address = server.listener.addresses[0]
            port.set(address.port)
            try await withThrowingTaskGroup(of: Void.self) { tasks in
                for number in 0..<1_000 {
                    tasks.addTask {
                        let client = try await Connection.connect(to: address, on: group.next(), timeout: .seconds(50))
                        defer { client.close() }
                        let line = Array("session \(number)\n".utf8)
                        try await client.send(line)
                        #expect(try await client.receive(line.count) == line)
                    }
                }
                try await tasks.waitForAll()
            }
            #expect(server.statistics.accepted == 1_000)
        }
        // Descriptors are closed on their loops, a moment later.
        while descriptors(withPort: await port.value) > 0 { await Task.yield() }
    }

    @Test("calls that stay are spread over the loops", arguments: ReadinessKind.allCases)
    func spread(readiness: ReadinessKind) async throws {
        let numbers = Mutex<[Int: Int]>([:])
        try await withServer(readiness) { connection in
            numbers.withLock { $0[connection.loop.number, default: 0] += 1 }
            try? await connection.send([1])
            await waitForEnd(connection)
        } body: { server, _ in
            // The clients have a loop of their own, for theirs count as connections too.
            let own = try EventLoopGroup(count: 1)
            let clients = try await connect(200, to: server, own)
            for client in clients { #expect(try await client.receive() == [1]) }
            let counts = numbers.withLock { $0 }
            #expect(counts.values.reduce(0, +) == 200)
            #expect(counts.values.min() ?? 0 >= 80 && counts.count == 2)
            for client in clients { client.close() }
        }
    }

    @Test("connections over the limit are closed at once, counted and told", arguments: ReadinessKind.allCases)
    func connectionLimit(readiness: ReadinessKind) async throws {
        var limits = SocketLimits()
        limits.connections = 2
        let refusals = Mutex<[Refusal]>([])
        try await withServer(
            readiness, limits: limits, onRefusal: { refusal in refusals.withLock { $0.append(refusal) } }
        ) {
            try? await $0.send([1])
            await waitForEnd($0)
        } body: { server, group in
            let clients = try await connect(2, to: server, group)
            for client in clients { #expect(try await client.receive() == [1]) }
            let third = try await Connection.connect(to: server.listener.addresses[0], on: group.next())
            #expect(await third.isEndedByPeer())
            #expect(refusals.withLock { $0 } == [Refusal(reason: .tooManyConnections, peer: third.local)])
            third.close()
            clients[0].close()
            while server.statistics.open == 2 { await group.settle() }
            let fourth = try await Connection.connect(to: server.listener.addresses[0], on: group.next())
            #expect(try await fourth.receive() == [1])
            #expect(server.statistics.refused == [.tooManyConnections: 1])
            for client in clients + [fourth] { client.close() }
        }
    }

    @Test("one peer cannot take every place", arguments: ReadinessKind.allCases)
    func peerLimit(readiness: ReadinessKind) async throws {
        var limits = SocketLimits()
        limits.connectionsPerPeer = 1
        try await withServer(readiness, endpoint: "*:0", limits: limits) {
            try? await $0.send([1])
            await waitForEnd($0)
        } body: { server, group in
            let port = server.listener.addresses[0].port
            let four = SocketAddress(IPAddress(ipv4: 0x7f00_0001), port: port)
            let six = SocketAddress(IPAddress(high: 0, low: 1), port: port)
            let first = try await Connection.connect(to: four, on: group.next())
            #expect(try await first.receive() == [1])
            let second = try await Connection.connect(to: four, on: group.next())
            #expect(await second.isEndedByPeer())
            let other = try await Connection.connect(to: six, on: group.next())
            #expect(try await other.receive() == [1])
            #expect(server.statistics.peers == 2)
            #expect(server.statistics.refused == [.tooManyFromPeer: 1])
            for client in [first, second, other] { client.close() }
        }
    }

    @Test("a peer that is not allowed is turned away before anything else", arguments: ReadinessKind.allCases)
    func notAllowed(readiness: ReadinessKind) async throws {
        let network = try Network("::1")
        try await withServer(readiness, endpoint: "*:0", allows: { network.contains($0.ip) }) {
            try? await $0.send([1])
        } body: { server, group in
            let port = server.listener.addresses[0].port
            let four = SocketAddress(IPAddress(ipv4: 0x7f00_0001), port: port)
            let refused = try await Connection.connect(to: four, on: group.next())
            #expect(await refused.isEndedByPeer())
            let six = SocketAddress(IPAddress(high: 0, low: 1), port: port)
            let welcome = try await Connection.connect(to: six, on: group.next())
            #expect(try await welcome.receive() == [1])
            #expect(server.statistics.refused == [.notAllowed: 1])
            for client in [refused, welcome] { client.close() }
        }
    }

    @Test func `a server serves once`() async throws {
        try await withServer { _ in
        } body: { server, group in
            // Its one connection shows that it serves by now.
            let client = try await Connection.connect(to: server.listener.addresses[0], on: group.next())
            #expect(await client.isEndedByPeer())
            client.close()
            await #expect(throws: SocketError.alreadyServing) { try await server.serve { _ in } }
        }
    }

    private func connect(_ count: Int, to server: Server, _ group: EventLoopGroup) async throws -> [Connection] {
        var clients: [Connection] = []
        for _ in 0..<count {
            clients.append(try await Connection.connect(to: server.listener.addresses[0], on: group.next()))
        }
        return clients
    }
}
