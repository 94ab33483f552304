import FakeAsterisk
import Logging
import Foundation
import Sockets
import Testing

@testable import Attendant

@Suite("Connections that bring no call")
struct StrangerTests {
    /// Sends bytes, ends the sending side, and waits until the server has closed.
    private static func say(_ bytes: [UInt8], to house: House) async throws {
        let connection = try await house.connect()
        defer { connection.close() }
        do {
            try await connection.send(bytes)
            connection.shutdownWrite()
            while !(try await connection.receive()).isEmpty {}
        } catch SocketError.reset {
            // The server need not read all of it before it closes.
        }
    }

    @Test("a port check that connects and closes, or breaks off, leaves no line in the log")
    func probe() async throws {
        let log = try await House.open { house in
            for _ in 0..<3 { try await Self.say([], to: house) }
            for _ in 0..<3 { try Probe.breakOff(house.port) }
            _ = try await house.call("0")
            return house.log
        }
        #expect(log.noise.isEmpty)
    }

    @Test(
        "what is no environment is one line in the log, with none of what was sent",
        arguments: [
            "GET / HTTP/1.1\r\nHost: secret\r\n\r\n", "secret", "\n\n\n",
            "agi_network: yes\nagi_request: agi://h/secret\nagi_channel: PJSIP/1", "agi_network: yes\n",
            String(repeating: "secret", count: 20_000), String(repeating: "agi_x: secret\n", count: 5_000),
            "\u{0}\u{1}\u{2}secret\n\n", "SSH-2.0-OpenSSH_9.2\r\n",
        ])
    func garbage(text: String) async throws {
        let house = try await House.open { house in
            try await Self.say(Array(text.utf8), to: house)
            _ = try await house.call("0")
            return house
        }
        #expect(house.log.noise.map(\.message) == ["connection without a call"])
        #expect(house.log.noise.allSatisfy { $0.level == .notice && !"\($0.facts)".contains("secret") })
        #expect(house.log.noise.first?.facts["peer"] == "127.0.0.1")
    }

    @Test("a peer outside the allowed networks is turned away before a byte is read")
    func notAllowed() async throws {
        try await House.open(change: { $0.allow = ["10.0.0.0/8"] }) { house in
            try await Self.say(Array("agi_network: yes\n\n".utf8), to: house)
            #expect(house.log.noise.map(\.message) == ["connection turned away"])
            #expect(house.log.noise.first?.facts["why"] == "notAllowed")
        }
    }

    @Test("one address takes no more than its share of calls; a place that is free again is given away")
    func share() async throws {
        try await House.open(change: { $0.connectionsPerPeer = 1 }) { house in
            let first = try await house.connect()
            try await first.send(Array("agi_network: yes\n".utf8))
            try await Self.say([], to: house)
            #expect(house.log.noise.first?.facts["why"] == "tooManyFromPeer")
            first.shutdownWrite()
            while !(try await first.receive()).isEmpty {}
            first.close()
            #expect(try await house.call("0").variables["ATTENDANT_STATUS"] == "talked")
        }
    }
}

/// A port check that breaks off with RST instead of closing, as some load balancers do.
enum Probe {
    static func breakOff(_ port: UInt16) throws {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let code = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        try #require(code == 0)
        var linger = linger(l_onoff: 1, l_linger: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout.size(ofValue: linger)))
    }
}
