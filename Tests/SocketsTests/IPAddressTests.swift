import Testing

@testable import Sockets

@Suite struct IPAddressTests {
    @Test(
        "addresses are read and written in the usual forms",
        arguments: [
            ("127.0.0.1", "127.0.0.1", true), ("0.0.0.0", "0.0.0.0", true),
            ("255.255.255.255", "255.255.255.255", true),
            ("::1", "::1", false), ("::", "::", false), ("2001:DB8:0:0::1", "2001:db8::1", false),
            ("::ffff:192.0.2.1", "192.0.2.1", true), ("::ffff:c000:201", "192.0.2.1", true),
            ("::192.0.2.1", "::192.0.2.1", false),
        ])
    func text(read: String, written: String, isIPv4: Bool) throws {
        let address = try #require(IPAddress(read))
        #expect(address.description == written)
        #expect(address.isIPv4 == isIPv4)
    }

    @Test(
        "what is no address is refused",
        arguments: [
            "", "localhost", "1.2.3", "1.2.3.4.5", "256.0.0.1", "127.1", "0x7f000001", "[::1]", "::1%lo", ":::",
            "1::2::3",
        ])
    func refusal(text: String) {
        #expect(IPAddress(text) == nil)
    }

    @Test func `a mapped address is the IPv4 address`() {
        #expect(IPAddress("::ffff:10.1.2.3") == IPAddress("10.1.2.3"))
    }

    @Test(
        "the system's form is read back unchanged",
        arguments: ["127.0.0.1", "203.0.113.77", "::1", "2001:db8::abcd", "fe80::1"])
    func systemForm(text: String) throws {
        let zone: UInt32 = text.hasPrefix("fe80") ? 3 : 0
        let address = SocketAddress(try #require(IPAddress(text)), port: 4573, zone: zone)
        #expect(roundTrip(address) == address)
    }

    @Test(
        "a socket address is written with brackets where it has colons",
        arguments: [("127.0.0.1", "127.0.0.1:4573"), ("::1", "[::1]:4573"), ("::ffff:192.0.2.1", "192.0.2.1:4573")])
    func socketAddress(ip: String, expected: String) throws {
        #expect(SocketAddress(try #require(IPAddress(ip)), port: 4573).description == expected)
    }
}
