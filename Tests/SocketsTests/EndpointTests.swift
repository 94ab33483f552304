import Testing

@testable import Sockets

@Suite struct EndpointTests {
    @Test(
        "HOST:PORT is read",
        arguments: [
            ("127.0.0.1:4573", "127.0.0.1", 4573), ("[::1]:0", "::1", 0), ("localhost:65535", "localhost", 65535),
            ("*:4573", "*", 4573), ("pbx.example.org:1", "pbx.example.org", 1),
        ] as [(String, String, UInt16)])
    func reading(text: String, host: String, port: UInt16) throws {
        let endpoint = try Endpoint(text)
        #expect(endpoint == Endpoint(host: host, port: port))
        #expect(endpoint.description == text)
    }

    @Test(
        "what is not HOST:PORT is refused with its reason",
        arguments: [
            ("", "there is no port"), ("localhost", "there is no port"), (":4573", "there is no host"),
            ("[]:4573", "brackets are for IPv6 addresses"), ("[127.0.0.1]:4573", "brackets are for IPv6 addresses"),
            ("::1:4573", "an IPv6 address stands in brackets, as in [::1]:4573"),
            ("[::1:4573", "an IPv6 address stands in brackets, as in [::1]:4573"),
            ("localhost:", "the port must be a number from 0 to 65535"),
            ("localhost:65536", "the port must be a number from 0 to 65535"),
            ("localhost:+1", "the port must be a number from 0 to 65535"),
            ("localhost:١", "the port must be a number from 0 to 65535"),
            ("local host:1", "the host is no address and no name"),
        ])
    func refusal(text: String, reason: String) {
        #expect(throws: SocketError.malformedEndpoint(text, reason: reason)) { try Endpoint(text) }
    }

    @Test func `a name longer than DNS allows is refused`() {
        let name = String(repeating: "a", count: 254)
        #expect(throws: SocketError.malformedEndpoint("\(name):1", reason: "the host is no address and no name")) {
            try Endpoint("\(name):1")
        }
    }

    @Test func `an address resolves to itself, the star to both families, localhost to loopback`() throws {
        #expect(try Endpoint("192.0.2.1:7").resolve().map(\.description) == ["192.0.2.1:7"])
        #expect(try Endpoint("*:7").resolve().map(\.description) == ["0.0.0.0:7", "[::]:7"])
        let local = try Endpoint("localhost:7").resolve()
        #expect(!local.isEmpty)
        let loopback = [try Network("127.0.0.0/8"), try Network("::1")]
        #expect(local.allSatisfy { address in address.port == 7 && loopback.contains { $0.contains(address.ip) } })
    }

    @Test func `a name nobody has is an error that says so`() {
        // RFC 6761 section 6.4: .invalid never resolves.
        #expect {
            try Endpoint("attendant.invalid:1").resolve()
        } throws: { error in
            guard case .unknownHost("attendant.invalid", _)? = error as? SocketError else { return false }
            return true
        }
    }
}
