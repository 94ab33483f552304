import Dispatch
import Synchronization
import Testing

@testable import Sockets

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

@Suite(.timeLimit(.minutes(5))) struct ConnectionTests {
    @Test("bytes go both ways, over both families", arguments: ReadinessKind.allCases, ["127.0.0.1:0", "[::1]:0"])
    func bothWays(readiness: ReadinessKind, endpoint: String) async throws {
        try await withServer(readiness, endpoint: endpoint) { connection in
            while let chunk = try? await connection.receive(), !chunk.isEmpty {
                try? await connection.send(chunk.reversed())
            }
        } body: { server, group in
            let address = server.listener.addresses[0]
            let client = try await Connection.connect(to: address, on: group.next())
            defer { client.close() }
            try await client.send("abc")
            #expect(try await client.receive(3) == Array("cba".utf8))
            #expect(client.peer == address)
            #expect(client.local?.ip == address.ip)
        }
    }

    @Test("each end knows the other's address and has an id of its own", arguments: ReadinessKind.allCases)
    func addresses(readiness: ReadinessKind) async throws {
        try await withPair(readiness) { server, client in
            #expect(server.peer == client.local)
            #expect(server.local == client.peer)
            #expect(server.id != client.id)
            client.close()
            #expect(client.local == nil)
        }
    }

    @Test("dripped bytes arrive in order and whole", arguments: ReadinessKind.allCases)
    func dripped(readiness: ReadinessKind) async throws {
        try await withPair(readiness) { server, client in
            let text = Array("agi_network: yes\n200 result=0\n".utf8)
            async let received = server.receive(text.count)
            for byte in text { try await client.send([byte]) }
            #expect(try await received == text)
        }
    }

    @Test("what arrives while nobody receives is kept, the end with it", arguments: ReadinessKind.allCases)
    func keptWhileBusy(readiness: ReadinessKind) async throws {
        try await withPair(readiness) { server, client in
            #expect(try server.receiveNow() == nil)
            try await client.send("HANGUP\n")
            try await server.waitForInput()
            try await server.waitForInput()
            #expect(try server.receiveNow() == Array("HANGUP\n".utf8))
            client.close()
            try await server.waitForInput()
            #expect(try server.receiveNow() == [])
            #expect(try await server.receive() == [])
        }
    }

    @Test("a half-closed connection still sends", arguments: ReadinessKind.allCases)
    func halfClose(readiness: ReadinessKind) async throws {
        try await withPair(readiness) { server, client in
            try await client.send("last words")
            client.shutdownWrite()
            #expect(try await server.receiveAll() == Array("last words".utf8))
            #expect(try await server.receive() == [])
            try await server.send("answer")
            server.close()
            #expect(try await client.receiveAll() == Array("answer".utf8))
        }
    }

    @Test("an answer and both ends that show at once are all seen", arguments: ReadinessKind.allCases)
    func answerWithEnd(readiness: ReadinessKind) async throws {
        try await withServer(readiness) { connection in
            _ = try? await connection.receiveAll()
            try? await connection.send(Array("answer".utf8))
            connection.close()
        } body: { server, group in
            let own = try EventLoopGroup(count: 1, clock: LoopClock(), readiness: readiness)
            let client = try await Connection.connect(to: server.listener.addresses[0], on: own.next())
            defer { client.close() }
            // The client's loop stands still until the server is done, so that it gets one notice of everything.
            let held = DispatchSemaphore(value: 0)
            client.loop.execute { held.wait() }
            client.shutdownWrite()
            while server.statistics.accepted == 0 || server.statistics.open > 0 { await group.settle() }
            await group.settle()
            held.signal()
            #expect(try await client.receiveAll() == Array("answer".utf8))
        }
    }

    @Test("a peer's reset ends receiving and sending with an error", arguments: ReadinessKind.allCases)
    func reset(readiness: ReadinessKind) async throws {
        try await withPair(readiness) { server, client in
            let received = Task(executorPreference: server.loop) { try await server.receive() }
            client.resetOnClose()
            client.close()
            await #expect(throws: SocketError.reset) { _ = try await received.value }
            await #expect(throws: SocketError.reset) { try await server.receive() }
            await #expect(throws: SocketError.reset) { try await server.send([1]) }
        }
    }

    @Test("closing wakes who receives and who sends, and may be repeated", arguments: ReadinessKind.allCases)
    func closedElsewhere(readiness: ReadinessKind) async throws {
        try await withPair(readiness) { server, client in
            let received = Task(executorPreference: server.loop) { try await server.receive() }
            let sent = Task(executorPreference: server.loop) {
                try await server.send([UInt8](repeating: 7, count: 1 << 18))
            }
            _ = try await client.receive()
            server.close()
            server.close()
            await #expect(throws: SocketError.closed) { _ = try await received.value }
            await #expect(throws: SocketError.closed) { try await sent.value }
            await #expect(throws: SocketError.closed) { try await server.receive() }
            await #expect(throws: SocketError.closed) { try await server.send([1]) }
            #expect(throws: SocketError.closed) { try server.receiveNow() }
            #expect(!server.isOpen)
        }
    }

    @Test("a large send to a slow reader arrives whole", arguments: ReadinessKind.allCases)
    func largeSend(readiness: ReadinessKind) async throws {
        try await withPair(readiness) { server, client in
            let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }
            async let sent: Void = server.send(bytes)
            var received: [UInt8] = []
            while received.count < bytes.count {
                let chunk = try await client.receive()
                try #require(!chunk.isEmpty)
                received += chunk
                await Task.yield()
            }
            try await sent
            #expect(received == bytes)
        }
    }

    @Test("one task may receive and one may send at a time", arguments: ReadinessKind.allCases)
    func oneAtATime(readiness: ReadinessKind) async throws {
        try await withPair(readiness) { server, client in
            let received = Task(executorPreference: server.loop) { try await server.receive() }
            let sent = Task(executorPreference: server.loop) {
                try await server.send([UInt8](repeating: 7, count: 1 << 18))
            }
            await server.loop.barrier()
            await server.loop.barrier()
            await #expect(throws: SocketError.alreadyReceiving) { try await server.receive() }
            await #expect(throws: SocketError.alreadyReceiving) { try await server.waitForInput() }
            await #expect(throws: SocketError.alreadySending) { try await server.send([1]) }
            try await client.send([9])
            #expect(try await received.value == [9])
            _ = try await client.receive(1 << 18)
            try await sent.value
        }
    }

    @Test("reading stops at the limit and goes on when the backlog is fetched", arguments: ReadinessKind.allCases)
    func backlogLimit(readiness: ReadinessKind) async throws {
        var limits = SocketLimits.patient
        limits.backlogBytes = 1_000
        try await withPair(readiness, limits: limits) { server, client in
            let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
            async let sent: Void = client.send(bytes)
            try await server.waitForInput()
            while server.backlogCount < 1_000 { await server.loop.barrier() }
            #expect(server.backlogCount == 1_000)
            #expect(try await server.receive(bytes.count) == bytes)
            try await sent
        }
    }

    @Test func `a connection refused says where`() async throws {
        let group = try EventLoopGroup(count: 1)
        let listener = try Listener.bind(Endpoint("127.0.0.1:0"))
        let address = listener.addresses[0]
        listener.sockets[0].stop()
        await #expect(throws: SocketError.cannotConnect("\(address)", code: ECONNREFUSED)) {
            _ = try await Connection.connect(to: address, on: group.next())
        }
    }
}

extension Connection {
    var hasReceiver: Bool { state.withLock { $0.receiver != nil } }
    var hasSender: Bool { state.withLock { $0.sender != nil } }
    var backlogCount: Int { state.withLock { $0.backlog.count } }

    /// Lets the kernel keep little, so that a sender soon has to wait for its peer.
    func shrinkBuffers() {
        let descriptor = state.withLock { $0.descriptor }
        Posix.setOption(descriptor, SOL_SOCKET, SO_SNDBUF, 8_192)
        Posix.setOption(descriptor, SOL_SOCKET, SO_RCVBUF, 8_192)
    }

    /// Makes `close` break the connection off (RST) instead of ending it.
    func resetOnClose() {
        var linger = linger(l_onoff: 1, l_linger: 0)
        let length = socklen_t(MemoryLayout.size(ofValue: linger))
        _ = state.withLock { setsockopt($0.descriptor, SOL_SOCKET, SO_LINGER, &linger, length) }
    }
}
