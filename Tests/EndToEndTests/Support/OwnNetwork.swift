import Foundation
import Testing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A network name space of its own, for a server, with a cable to this one: two veth interfaces.
final class OwnNetwork {
    /// Whether this machine and user can have one.
    static let isPossible = run([
        "/usr/bin/unshare", "--net", "ip", "link", "add", "veth0", "type", "veth", "peer", "name", "veth1",
    ])

    /// The server's address.
    let address: String
    /// The words that start a program there.
    var through: [String] { ["/usr/bin/nsenter", "--net=/proc/\(holder.processIdentifier)/ns/net", "--"] }

    private let cable: String
    /// Holds the name space as long as it runs.
    private let holder = Process()

    init() throws {
        // Of 198.18.0.0/15, which is for tests of networks (RFC 2544).
        let number = Int(getpid()) % 16_384
        let net = "198.18.\(number / 64).\(number % 64 * 4)"
        let host = number % 64 * 4
        address = "198.18.\(number / 64).\(host + 2)"
        cable = "atd\(number)"
        let ready = Pipe()
        holder.executableURL = URL(filePath: "/usr/bin/unshare")
        holder.arguments = ["--net", "/bin/sh", "-c", "echo ready; exec cat"]
        holder.standardInput = Pipe()
        holder.standardOutput = ready
        try holder.run()
        _ = ready.fileHandleForReading.availableData
        let there = through + ["ip"]
        for words in [
            [
                "ip", "link", "add", cable, "type", "veth", "peer", "name", "eth0", "netns",
                "\(holder.processIdentifier)",
            ],
            ["ip", "addr", "add", "198.18.\(number / 64).\(host + 1)/30", "dev", cable],
            ["ip", "link", "set", cable, "up"], there + ["addr", "add", "\(address)/30", "dev", "eth0"],
            there + ["link", "set", "eth0", "up"], there + ["link", "set", "lo", "up"],
        ] {
            try #require(Self.run(words), "\(words) \(net)")
        }
    }

    deinit {
        _ = Self.run(["ip", "link", "del", cable])
        holder.terminate()
    }

    /// Pulls the cable: whoever is at its ends hears nothing of it.
    func cut() throws { try #require(Self.run(["ip", "link", "set", cable, "down"])) }

    private static func run(_ words: [String]) -> Bool {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = words
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }
}
