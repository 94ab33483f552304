import Testing

@testable import Sockets

@Suite struct NetworkTests {
    @Test(
        "a network holds its own addresses and no others",
        arguments: [
            ("127.0.0.0/8", "127.0.0.1", true), ("127.0.0.0/8", "127.255.255.255", true),
            ("127.0.0.0/8", "128.0.0.0", false), ("10.0.0.0/8", "10.1.2.3", true), ("10.0.0.0/8", "11.0.0.0", false),
            ("192.0.2.7", "192.0.2.7", true), ("192.0.2.7", "192.0.2.6", false), ("192.0.2.0/31", "192.0.2.1", true),
            ("192.0.2.0/31", "192.0.2.2", false), ("0.0.0.0/0", "203.0.113.9", true), ("0.0.0.0/0", "::1", false),
            ("::1/128", "::1", true), ("::1", "::2", false), ("::/0", "2001:db8::1", true),
            ("::/0", "127.0.0.1", false),
            ("2001:db8::/32", "2001:db8:ffff::1", true), ("2001:db8::/32", "2001:db9::", false),
            ("2001:db8::/65", "2001:db8::7fff:0:0:1", true), ("2001:db8::/65", "2001:db8::8000:0:0:1", false),
            ("10.0.0.0/8", "::ffff:10.9.8.7", true), ("::ffff:10.0.0.0/104", "10.9.8.7", true),
            ("::ffff:0:0/96", "203.0.113.9", true), ("::ffff:0:0/96", "::1", false),
        ])
    func membership(network: String, address: String, isMember: Bool) throws {
        let ip = try #require(IPAddress(address))
        #expect(try Network(network).contains(ip) == isMember)
    }

    @Test(
        "what is no network is refused with its reason",
        arguments: [
            ("", "expected an IPv4 or IPv6 address, as in 10.0.0.0/8 or ::1"),
            ("localhost", "expected an IPv4 or IPv6 address, as in 10.0.0.0/8 or ::1"),
            ("10.0.0/8", "expected an IPv4 or IPv6 address, as in 10.0.0.0/8 or ::1"),
            ("fe80::1%eth0", "expected an IPv4 or IPv6 address, as in 10.0.0.0/8 or ::1"),
            ("10.0.0.0/33", "the length must be a number from 0 to 32"),
            ("10.0.0.0/", "the length must be a number from 0 to 32"),
            ("10.0.0.0/-1", "the length must be a number from 0 to 32"),
            ("10.0.0.0/8/8", "the length must be a number from 0 to 32"),
            ("::/129", "the length must be a number from 0 to 128"),
            ("10.0.0.1/8", "bits behind the length are set; did you mean 10.0.0.0/8?"),
            ("2001:db8::1/64", "bits behind the length are set; did you mean 2001:db8::/64?"),
        ])
    func refusal(text: String, reason: String) {
        #expect(throws: SocketError.malformedNetwork(text, reason: reason)) { try Network(text) }
    }

    @Test(
        "a network is written in its shortest usual form",
        arguments: [
            ("10.0.0.0/8", "10.0.0.0/8"), ("192.0.2.7", "192.0.2.7/32"), ("0:0::1", "::1/128"), ("::/0", "::/0"),
            ("::ffff:10.0.0.0/104", "10.0.0.0/8"),
        ])
    func description(text: String, expected: String) throws {
        #expect(try Network(text).description == expected)
    }
}
