import Synchronization
import Testing

@testable import Sockets

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

@Suite(.timeLimit(.minutes(5))) struct ListenerTests {
    @Test func `the kernel's choice of a port is reported`() throws {
        let listener = try Listener.bind(Endpoint("127.0.0.1:0"))
        #expect(listener.addresses.count == 1)
        #expect(listener.addresses[0].port != 0)
        #expect(listener.addresses[0].ip == IPAddress("127.0.0.1"))
    }

    @Test("a name and the star listen on all their addresses, on one port", arguments: ["localhost:0", "*:0"])
    func allAddresses(text: String) throws {
        let endpoint = try Endpoint(text)
        let listener = try Listener.bind(endpoint)
        #expect(Set(listener.addresses.map(\.port)).count == 1)
        #expect(try Set(listener.addresses.map(\.ip)).isSubset(of: endpoint.resolve().map(\.ip)))
        if text == "*:0" { #expect(listener.addresses.count == 2) }
    }

    @Test("a port that is taken is named", arguments: ["127.0.0.1", "[::1]"])
    func taken(host: String) throws {
        let first = try Listener.bind(Endpoint("\(host):0"))
        let taken = "\(host):\(first.addresses[0].port)"
        let error = #expect(throws: SocketError.self) { try Listener.bind(Endpoint(taken)) }
        #expect(error?.description == "\(taken): address already in use")
    }

    @Test func `IPv6 leaves the port free for IPv4`() throws {
        // Another program may have the same port of IPv4 by chance, but not every time.
        let found = try (0..<16).contains { _ in
            let six = try Listener.bind(Endpoint("[::]:0"))
            return (try? Listener.bind(Endpoint("0.0.0.0:\(six.addresses[0].port)"))) != nil
        }
        #expect(found)
    }

    @Test func `an address that is not ours is named`() {
        #expect(throws: SocketError.addressNotOurs("192.0.2.1:4573")) {
            try Listener.bind(Endpoint("192.0.2.1:4573"))
        }
    }

    @Test func `a port is free again when the listener is gone`() throws {
        var listener: Listener? = try Listener.bind(Endpoint("127.0.0.1:0"))
        let address = try #require(listener?.addresses[0])
        listener = nil
        #expect(try Listener.bind(Endpoint("\(address)")).addresses == [address])
    }

    @Test func `a listening descriptor from elsewhere is taken over`() async throws {
        let original = try Listener.bind(Endpoint("127.0.0.1:0"))
        let copy = dup(original.sockets[0].descriptor)
        let listener = try Listener.adopt([copy])
        #expect(listener.addresses == original.addresses)
        let group = try EventLoopGroup(count: 1)
        let server = Server(listener, group: group)
        async let serving: Void = server.serve { try? await $0.send(Array("hello".utf8)) }
        let client = try await Connection.connect(to: listener.addresses[0], on: group.next())
        #expect(try await client.receiveAll() == Array("hello".utf8))
        client.close()
        server.stop(within: .zero)
        try await serving
        // Its giver listens on.
        #expect(Posix.option(original.sockets[0].descriptor, SOL_SOCKET, SO_ACCEPTCONN) == 1)
    }

    @Test func `a descriptor that does not listen is refused`() throws {
        let descriptor = Int32(Posix.socket(family: AF_INET))
        defer { Posix.close(descriptor) }
        #expect(throws: SocketError.notListening(descriptor: descriptor)) { try Listener.adopt([descriptor]) }
        #expect(throws: SocketError.notListening(descriptor: -1)) { try Listener.adopt([-1]) }
    }

    @Test(arguments: [(2, 1, 1, 1), (4, 2, 1, 2), (30, 15, 2, 7), (120, 60, 10, 6), (3_600, 1_800, 300, 6)])
    func `a silence is made of its two halves`(seconds: Int, idle: Int, interval: Int, probes: Int) {
        let keepAlive = KeepAlive(noticing: .seconds(seconds))
        #expect(keepAlive.idle == .seconds(idle) && keepAlive.interval == .seconds(interval))
        #expect(keepAlive.probes == probes)
        if seconds == 120 { #expect(keepAlive == KeepAlive()) }
    }

    @Test func `connections get what a call needs of TCP`() async throws {
        try await withPair { server, client in
            for connection in [server, client] {
                let descriptor = connection.state.withLock { $0.descriptor }
                let tcp = Int32(IPPROTO_TCP)
                #expect(Posix.option(descriptor, tcp, TCP_NODELAY) == 1)
                #expect(Posix.option(descriptor, SOL_SOCKET, SO_KEEPALIVE) == 1)
                #expect(Posix.option(descriptor, tcp, TCP_KEEPINTVL) == 10)
                #expect(Posix.option(descriptor, tcp, TCP_KEEPCNT) == 6)
                #if canImport(Glibc)
                    #expect(Posix.option(descriptor, tcp, TCP_KEEPIDLE) == 60)
                    #expect(Posix.option(descriptor, tcp, TCP_USER_TIMEOUT) == 120_000)
                #endif
                #expect(fcntl(descriptor, F_GETFD) & FD_CLOEXEC != 0)
                #expect(fcntl(descriptor, F_GETFL) & O_NONBLOCK != 0)
            }
        }
    }
}
