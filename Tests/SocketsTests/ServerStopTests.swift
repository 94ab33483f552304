import Synchronization
import Testing

@testable import Sockets

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

@Suite(.timeLimit(.minutes(5))) struct ServerStopTests {
    @Test("stopping lets a connection finish and takes no new one", arguments: ReadinessKind.allCases)
    func gracefulStop(readiness: ReadinessKind) async throws {
        let group = try EventLoopGroup(count: 2, clock: LoopClock(), readiness: readiness)
        let server = Server(try Listener.bind(Endpoint("127.0.0.1:0")), group: group)
        let address = server.listener.addresses[0]
        async let serving: Void = server.serve { connection in
            try? await connection.send([1])
            _ = try? await connection.receive()
            try? await connection.send([2])
        }
        let client = try await Connection.connect(to: address, on: group.next())
        #expect(try await client.receive() == [1])
        server.stop(within: .seconds(50))
        await #expect(throws: SocketError.cannotConnect("\(address)", code: ECONNREFUSED)) {
            _ = try await Connection.connect(to: address, on: group.next())
        }
        try await client.send([9])
        #expect(try await client.receiveAll() == [2])
        client.close()
        try await serving
        #expect(server.statistics.open == 0)
        #expect(server.statistics.refused == [:])
        // The listening socket is left, until the server goes away.
        while descriptors(withPort: address.port) > 1 { await group.settle() }
    }

    @Test("a connection that is accepted while a stop comes is served, not dropped", arguments: ReadinessKind.allCases)
    func acceptedMeanwhile(readiness: ReadinessKind) async throws {
        let stop = Mutex<(@Sendable () -> Void)?>(nil)
        try await withServer(
            readiness,
            accept: { descriptor, peer in
                let accepted = Posix.accept(descriptor, peer: &peer)
                if accepted >= 0 { stop.withLock { $0 }?() }
                return accepted
            }, handler: { try? await $0.send([1]) }
        ) { server, group in
            stop.withLock { $0 = { server.stop(within: .seconds(50)) } }
            let client = try await Connection.connect(to: server.listener.addresses[0], on: group.next())
            #expect(try await client.receiveAll() == [1])
            client.close()
        }
    }

    @Test("when the grace is over the handlers are cancelled", arguments: ReadinessKind.allCases)
    func graceOver(readiness: ReadinessKind) async throws {
        let group = try EventLoopGroup(count: 2, clock: LoopClock(), readiness: readiness)
        let server = Server(try Listener.bind(Endpoint("127.0.0.1:0")), group: group)
        let outcome = Event<SocketError?>()
        async let serving: Void = server.serve { connection in
            do throws(SocketError) {
                try await connection.send([1])
                _ = try await connection.receive()
                outcome.set(nil)
            } catch {
                try? await connection.send([2])
                outcome.set(error)
            }
        }
        let client = try await Connection.connect(to: server.listener.addresses[0], on: group.next())
        #expect(try await client.receive() == [1])
        server.stop(within: .milliseconds(20))
        #expect(await outcome.value == .cancelled)
        #expect(try await client.receiveAll() == [2])
        try await serving
        client.close()
    }

    @Test("cancelling the task that serves ends everything", arguments: ReadinessKind.allCases)
    func cancelled(readiness: ReadinessKind) async throws {
        let group = try EventLoopGroup(count: 2, clock: LoopClock(), readiness: readiness)
        let server = Server(try Listener.bind(Endpoint("127.0.0.1:0")), group: group)
        let address = server.listener.addresses[0]
        let serving = Task {
            try await server.serve { connection in
                try? await connection.send([1])
                _ = try? await connection.receive()
            }
        }
        let client = try await Connection.connect(to: address, on: group.next())
        #expect(try await client.receive() == [1])
        serving.cancel()
        try await serving.value
        #expect(try await client.receive() == [])
        client.close()
        await #expect(throws: SocketError.cannotConnect("\(address)", code: ECONNREFUSED)) {
            _ = try await Connection.connect(to: address, on: group.next())
        }
    }

    @Test(
        "a task the handler starts is cancelled by itself, and the handler goes on", arguments: ReadinessKind.allCases)
    func cancelledChild(readiness: ReadinessKind) async throws {
        let outcome = Event<SocketError?>()
        try await withServer(readiness) { connection in
            await withTaskGroup(of: SocketError?.self) { group in
                group.addTask {
                    do throws(SocketError) {
                        _ = try await connection.receive()
                        return nil
                    } catch {
                        return error
                    }
                }
                await connection.loop.barrier()
                group.cancelAll()
                outcome.set(await group.next() ?? nil)
            }
            let line = try? await connection.receive()
            try? await connection.send(line ?? [])
        } body: { server, group in
            let client = try await Connection.connect(to: server.listener.addresses[0], on: group.next())
            defer { client.close() }
            #expect(await outcome.value == .cancelled)
            try await client.send([5])
            #expect(try await client.receiveAll() == [5])
        }
    }

    @Test func `a server stopped before it serves returns at once`() async throws {
        let server = Server(try Listener.bind(Endpoint("127.0.0.1:0")), group: try EventLoopGroup(count: 2))
        server.stop(within: .seconds(50))
        try await server.serve { _ in }
    }

    @Test func `a server, its loops and its connections go away`() async throws {
        weak var gone: EventLoop?
        weak var goneServer: Server?
        try await withServer { connection in
            _ = try? await connection.receive()
        } body: { server, group in
            gone = group.loops[0]
            goneServer = server
            let client = try await Connection.connect(to: server.listener.addresses[0], on: group.loops[0])
            try await client.send([1])
            #expect(try await client.receive() == [])
            client.close()
        }
        while gone != nil || goneServer != nil { await Task.yield() }
    }
}
