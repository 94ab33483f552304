import Synchronization
import Testing

@testable import Sockets

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Accepts like the system, except that the first calls fail as told.
private final class FailingAccept: Sendable {
    private let codes: Mutex<[Int32]>
    let calls = Mutex(0)

    init(_ codes: [Int32]) { self.codes = Mutex(codes) }

    func callAsFunction(_ descriptor: Int32, _ peer: inout sockaddr_storage) -> Int {
        calls.withLock { $0 += 1 }
        let code = codes.withLock { $0.isEmpty ? nil : $0.removeFirst() }
        if let code { return -Int(code) }
        return Posix.accept(descriptor, peer: &peer)
    }
}

@Suite(.timeLimit(.minutes(5))) struct AcceptFailureTests {
    @Test(
        "errors of one connection do not disturb the next", arguments: ReadinessKind.allCases,
        [ECONNABORTED, EPROTO, EPERM, ENETDOWN, EHOSTUNREACH])
    func connectionErrors(readiness: ReadinessKind, code: Int32) async throws {
        let accept = FailingAccept([code, code])
        try await withServer(readiness, loops: 1, accept: { accept($0, &$1) }) {
            try? await $0.send([1])
        } body: { server, group in
            let client = try await Connection.connect(to: server.listener.addresses[0], on: group.next())
            #expect(try await client.receive() == [1])
            client.close()
            #expect(server.statistics.refused == [:])
        }
    }

    @Test(
        "without a descriptor the caller is turned away and the next one served", arguments: ReadinessKind.allCases,
        [EMFILE, ENFILE])
    func noDescriptor(readiness: ReadinessKind, code: Int32) async throws {
        let accept = FailingAccept([code])
        let refused = Event<Refusal>()
        try await withServer(readiness, loops: 1, onRefusal: { refused.set($0) }, accept: { accept($0, &$1) }) {
            try? await $0.send([1])
        } body: { server, group in
            let first = try await Connection.connect(to: server.listener.addresses[0], on: group.next())
            #expect(await first.isEndedByPeer())
            #expect(await refused.value == Refusal(reason: .noDescriptor, peer: first.local))
            let second = try await Connection.connect(to: server.listener.addresses[0], on: group.next())
            #expect(try await second.receive() == [1])
            for client in [first, second] { client.close() }
        }
    }

    @Test(
        "without memory accepting rests, does not spin, and serves who waited", arguments: ReadinessKind.allCases,
        [ENOBUFS, ENOMEM, EBADF])
    func noMemory(readiness: ReadinessKind, code: Int32) async throws {
        let accept = FailingAccept([code, code, code])
        var limits = SocketLimits()
        limits.acceptPause = .milliseconds(20)
        try await withServer(readiness, loops: 1, limits: limits, accept: { accept($0, &$1) }) {
            try? await $0.send([1])
        } body: { server, group in
            let start = ContinuousClock.now
            let client = try await Connection.connect(to: server.listener.addresses[0], on: group.next())
            #expect(try await client.receive() == [1])
            client.close()
            #expect(ContinuousClock.now - start >= .milliseconds(60))
            // Three failures, the connection, and at most a look or two at an empty queue.
            #expect(accept.calls.withLock { $0 } <= 6)
            #expect(server.statistics.refused == [.cannotAccept: 3])
        }
    }
}
