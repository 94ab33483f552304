import FakeAsterisk
import Foundation
import Sockets
import Synchronization
import Testing

@Suite("A restart under load")
struct RestartTests {
    /// Lanes that call one after another, and how many calls each has.
    private static let (lanes, calls) = (12, 5)

    @Test("drops no call and turns none away: those under way end where they began, the others reach the next server")
    func restart() async throws {
        let folder = try TemporaryFolder()
        try folder.write(Files.callback, "menus/reception.json")
        let socket = try ServiceSocket()
        let first = try socket.serve(folder, "first")
        let loop = try EventLoopGroup(count: 1).next()
        let restart = Restart(after: Self.lanes * 2) {
            // What `systemctl restart` comes to: the old one is told to end, and the next one starts at once.
            first.signal(SIGTERM)
            return try? socket.serve(folder, "second")
        }
        let reports = await withTaskGroup(of: [CallReport?].self) { group in
            for lane in 0..<Self.lanes {
                group.addTask {
                    var reports: [CallReport?] = []
                    for _ in 0..<Self.calls {
                        reports.append(try? await Self.call(lane, socket.port, loop))
                        restart.callEnded()
                    }
                    return reports
                }
            }
            return await group.reduce(into: []) { $0 += $1 }
        }
        #expect(reports.count == Self.lanes * Self.calls)
        let said = ["first", "second"].map {
            (try? String(contentsOfFile: "\(folder.path)/\($0)", encoding: .utf8)) ?? ""
        }
        for report in reports {
            #expect(report?.variables["ATTENDANT_STATUS"] == "talked", "\(said)")
            // A server says its first word within this of the call's arrival, or the caller hears dead air.
            #expect((report?.exchanges.first?.at ?? .seconds(99)) < .seconds(5))
        }
        #expect(await first.end() == 0, "\(said[0])")
        let second = try #require(restart.second)
        second.signal(SIGTERM)
        #expect(await second.end() == 0, "\(said[1])")
        try await rows(folder, count: Self.lanes * Self.calls)
    }

    /// A call that is put through and talks: some two seconds of real time.
    private static func call(_ lane: Int, _ port: UInt16, _ loop: EventLoop) async throws -> CallReport {
        var world = World()
        world.otherTelephones = .answers(after: .milliseconds(100 * (lane + 1)), talks: .seconds(1))
        return try await FakeCall(
            IncomingCall(number: "0770090000\(lane % 10)"), world: world, caller: try CallerScript("1 at 0.5"),
            pace: .real
        ).run(host: "127.0.0.1", port: port, on: loop)
    }

    /// Every call has its row with its end, whichever server it was.
    private func rows(_ folder: TemporaryFolder, count: Int) async throws {
        let result = try await Program.run([
            "calls", "list", "--json", "--limit", "1000", "--data", folder.path + "/data",
        ])
        let rows = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [[String: Any]] ?? []
        #expect(rows.count == count)
        #expect(rows.allSatisfy { $0["outcome"] as? String == "talked" })
    }

    /// Restarts once, when so many calls have ended.
    private final class Restart: Sendable {
        private let state: Mutex<(left: Int, second: ServiceProcess?)>
        private let body: @Sendable () -> ServiceProcess?

        init(after calls: Int, _ body: @escaping @Sendable () -> ServiceProcess?) {
            state = Mutex((calls, nil))
            self.body = body
        }

        var second: ServiceProcess? { state.withLock { $0.second } }

        func callEnded() {
            state.withLock { state in
                state.left -= 1
                if state.left == 0 { state.second = body() }
            }
        }
    }
}
