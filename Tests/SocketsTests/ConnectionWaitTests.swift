import Synchronization
import Testing

@testable import Sockets

/// A clock that stands still until it is moved.
final class ManualClock: Sendable {
    private let instant = Mutex(ContinuousClock.now)

    var clock: LoopClock { LoopClock { self.now } }
    var now: ContinuousClock.Instant { instant.withLock { $0 } }

    func advance(by duration: Duration) {
        instant.withLock { $0 += duration }
    }
}

@Suite(.timeLimit(.minutes(5))) struct ConnectionWaitTests {
    @Test("cancelling the task ends a pending receive and loses nothing", arguments: ReadinessKind.allCases)
    func cancelledReceive(readiness: ReadinessKind) async throws {
        try await withPair(readiness) { server, client in
            let receiving = Task(executorPreference: server.loop) { () async throws(SocketError) in
                try await server.receive()
            }
            await server.loop.barrier()
            receiving.cancel()
            await #expect(throws: SocketError.cancelled) { try await receiving.value }
            try await client.send("later")
            #expect(try await server.receive(5) == Array("later".utf8))
        }
    }

    @Test func `a task cancelled before it receives does not wait`() async throws {
        try await withPair { server, _ in
            let receiving = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                return try await server.receive()
            }
            await #expect(throws: SocketError.cancelled) { try await receiving.value }
            #expect(!server.hasReceiver)
        }
    }

    @Test("a cancellation at any moment neither loses nor doubles a wake-up", arguments: ReadinessKind.allCases)
    func cancellationRaces(readiness: ReadinessKind) async throws {
        try await withPair(readiness) { server, client in
            var received = 0
            for round in 0..<500 {
                let receiving = Task(executorPreference: round % 2 == 0 ? server.loop : nil) {
                    (try? await server.receive())?.count ?? 0
                }
                if round % 3 == 0 { await Task.yield() }
                async let sent: Void = client.send([1])
                receiving.cancel()
                received += await receiving.value
                try await sent
            }
            client.shutdownWrite()
            #expect(try await received + server.receiveAll().count == 500)
        }
    }

    @Test("cancelling the task ends a pending send and closes the connection", arguments: ReadinessKind.allCases)
    func cancelledSend(readiness: ReadinessKind) async throws {
        try await withPair(readiness) { server, client in
            let sending = Task(executorPreference: server.loop) {
                try await server.send([UInt8](repeating: 1, count: 1 << 18))
            }
            await server.loop.barrier()
            sending.cancel()
            await #expect(throws: SocketError.cancelled) { try await sending.value }
            #expect(!server.isOpen)
            _ = try await client.receiveAll()
        }
    }

    @Test func `a cancelled task can still say a last word`() async throws {
        try await withPair { server, client in
            let sending = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                try await server.send(Array("bye".utf8))
            }
            try await sending.value
            #expect(try await client.receive(3) == Array("bye".utf8))
        }
    }

    @Test("a receive ends at its deadline and not before, and loses nothing", arguments: ReadinessKind.allCases)
    func receiveDeadline(readiness: ReadinessKind) async throws {
        let time = ManualClock()
        try await withPair(readiness, clock: time.clock) { server, client in
            let received = Task(executorPreference: server.loop) {
                try await server.receive(deadline: time.now + .seconds(30))
            }
            await server.loop.barrier()
            time.advance(by: .milliseconds(29_990))
            await server.loop.checkDeadlines()
            #expect(server.hasReceiver)
            time.advance(by: .milliseconds(20))
            await server.loop.checkDeadlines()
            await #expect(throws: SocketError.receiveTimedOut) { _ = try await received.value }
            try await client.send("x")
            #expect(try await server.receive(deadline: time.now + .seconds(1)) == Array("x".utf8))
        }
    }

    @Test("an earlier deadline after a later one is kept too", arguments: ReadinessKind.allCases)
    func earlierDeadline(readiness: ReadinessKind) async throws {
        let time = ManualClock()
        try await withPair(readiness, clock: time.clock) { server, client in
            try await client.send("x")
            _ = try await server.receive(deadline: time.now + .seconds(60))
            let received = Task(executorPreference: server.loop) {
                try await server.receive(deadline: time.now + .seconds(1))
            }
            await server.loop.barrier()
            time.advance(by: .seconds(2))
            await server.loop.checkDeadlines()
            await #expect(throws: SocketError.receiveTimedOut) { _ = try await received.value }
        }
    }

    @Test("a deadline is kept by the system's clock too", arguments: ReadinessKind.allCases)
    func realDeadline(readiness: ReadinessKind) async throws {
        try await withPair(readiness) { server, _ in
            let start = ContinuousClock.now
            await #expect(throws: SocketError.receiveTimedOut) {
                _ = try await server.receive(deadline: start + .milliseconds(50))
            }
            #expect(ContinuousClock.now - start >= .milliseconds(50))
        }
    }

    @Test("a send that is not taken until the write deadline closes the connection", arguments: ReadinessKind.allCases)
    func writeDeadline(readiness: ReadinessKind) async throws {
        let time = ManualClock()
        try await withPair(readiness, limits: SocketLimits(), clock: time.clock) { server, _ in
            let sent = Task(executorPreference: server.loop) {
                try await server.send([UInt8](repeating: 1, count: 1 << 18))
            }
            await server.loop.barrier()
            time.advance(by: .seconds(9))
            await server.loop.checkDeadlines()
            #expect(server.hasSender)
            time.advance(by: .seconds(2))
            await server.loop.checkDeadlines()
            await #expect(throws: SocketError.sendTimedOut) { try await sent.value }
            #expect(!server.isOpen)
        }
    }

    @Test func `connecting to a peer that does not answer ends at its deadline`() async throws {
        let time = ManualClock()
        let group = try EventLoopGroup(count: 1, clock: time.clock)
        let listener = try FullListener()
        let connecting = Task {
            try await Connection.connect(to: listener.address, on: group.next(), timeout: .seconds(5))
        }
        while await group.loops[0].registered == 0 {}
        time.advance(by: .seconds(6))
        await group.loops[0].checkDeadlines()
        await #expect(throws: SocketError.connectTimedOut("\(listener.address)")) { _ = try await connecting.value }
        #expect(await group.loops[0].registered == 0)
    }

    @Test func `a cancelled connect leaves nothing behind`() async throws {
        let group = try EventLoopGroup(count: 1)
        let listener = try FullListener()
        let connecting = Task { try await Connection.connect(to: listener.address, on: group.next()) }
        while await group.loops[0].registered == 0 {}
        connecting.cancel()
        await #expect(throws: SocketError.cancelled) { _ = try await connecting.value }
        #expect(await group.loops[0].registered == 0)
    }
}
