import FakeAsterisk
import Foundation
import Testing

@Suite("Under the system's limits", .timeLimit(.minutes(5)))
struct LimitTests {
    private func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(Files.callback, "menus/reception.json")
        return folder
    }

    private static func shell(_ limit: String) -> [String] { ["/bin/sh", "-c", "\(limit); exec \"$0\" \"$@\""] }

    /// The soft limit of open files that a process has.
    private func softLimit(_ number: Int32) throws -> Int? {
        let text = try String(contentsOfFile: "/proc/\(number)/limits", encoding: .utf8)
        let line = text.split(separator: "\n").first { $0.hasPrefix("Max open files") }
        return line?.split(separator: " ").dropFirst(3).first.flatMap { Int($0) }
    }

    @Test("a low soft limit of descriptors is raised: a hundred peers take none of a caller's")
    func soft() async throws {
        let server = try await Served(try folder(), through: Self.shell("ulimit -Sn 64"))
        #expect(try #require(try await softLimit(server.number)) > 1_000)
        let peers = Peers()
        defer { peers.close() }
        for _ in 0..<100 { try #require(try !peers.connectIsTurnedAway(by: server.port)) }
        #expect(try await server.call("2, 1").said.last?.hasPrefix("Thank you") == true)
        #expect(!server.errors.all.contains { $0.contains("turned away") })
        #expect(await server.stop() == 0)
    }

    @Test(
        "a low hard limit: some are served, the rest is turned away at once, and places that come free are given again")
    func hard() async throws {
        let server = try await Served(try folder(), through: Self.shell("ulimit -n 64"))
        #expect(try await server.call("2, 1").said.last?.hasPrefix("Thank you") == true)
        let peers = Peers()
        defer { peers.close() }
        while try !peers.connectIsTurnedAway(by: server.port) { try #require(peers.count < 100) }
        #expect(peers.count > 10, "\(peers.count)")
        let line = try await server.errors.waits(for: "connection turned away")
        #expect(line.contains("noDescriptor"), "\(line)")
        peers.close()
        let report = try await server.call("2, 1", IncomingCall(number: "07700900002"))
        #expect(report.said.last?.hasPrefix("Thank you") == true)
        #expect(await server.stop() == 0)
    }

    @Test("in little address space, two hundred calls at once are served")
    func addresses() async throws {
        try await serveTwoHundred(through: Self.shell("ulimit -v 1500000"))
    }

    @Test(
        "in 128 MB of memory, as by systemd's MemoryMax=, two hundred calls at once are served",
        .enabled(if: MemoryGroup.isPossible, "nobody may make a control group here: root may, where it is mounted"))
    func memory() async throws {
        let group = try MemoryGroup(megabytes: 128)
        try await serveTwoHundred(through: group.through)
    }

    private func serveTwoHundred(through words: [String]) async throws {
        let server = try await Served(try folder(), through: words)
        let thanked = await withTaskGroup(of: Bool.self) { group in
            for number in 0..<200 {
                group.addTask {
                    let call = IncomingCall(number: "07700900" + String(format: "%03d", number))
                    return (try? await server.call("2, 1", call))?.said.last?.hasPrefix("Thank you") == true
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(thanked == 200, "\(server.errors.all.suffix(5))")
        let status = try String(contentsOfFile: "/proc/\(await server.number)/status", encoding: .utf8)
        let peak = status.split(separator: "\n").filter { $0.hasPrefix("VmPeak") || $0.hasPrefix("VmHWM") }
        print("two hundred calls: \(peak.joined(separator: ", "))")
        #expect(await server.stop() == 0)
    }
}
