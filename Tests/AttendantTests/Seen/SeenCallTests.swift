import FakeAsterisk
import Foundation
import Records
import Sockets
import Synchronization
import Testing

@testable import Attendant

@Suite("What is seen of a running server")
struct SeenCallTests {
    @Test("a call is seen at its step while it runs, and is counted by its outcome when it has ended")
    func call() async throws {
        try await House.open(change: { $0.statusListen = "127.0.0.1:0" }) { house in
            let (live, caller) = AsyncStream.makeStream(of: LiveAct.self)
            let (speaking, spoken) = AsyncStream.makeStream(of: Void.self)
            async let report = house.liveCall(live) { event in
                if case .said = event.kind { spoken.yield() }
            }
            for await _ in speaking { break }
            let during = try #require(try await house.status())
            #expect(during.totals.now == 1)
            #expect(during.totals.started == 1)
            #expect(during.steps.map { "\($0.menu) \($0.step) \($0.calls)" } == ["reception start 1"])
            #expect(during.calls.map(\.version) == during.menus.map(\.version))
            #expect(try await house.get("/metrics").contains("attendant_calls{menu=\"reception\",step=\"start\"} 1\n"))
            caller.yield(.hangUp)
            _ = try await report
            let after = try #require(try await house.status())
            #expect(after.totals.now == 0)
            #expect(after.calls.isEmpty)
            #expect(after.totals.ended == ["hangup": 1])
            let metrics = try await house.get("/metrics")
            #expect(metrics.contains("attendant_calls_ended_total{menu=\"reception\",outcome=\"hangup\"} 1\n"))
            #expect(!metrics.contains("attendant_calls{"))
        }
    }

    @Test("a call is at the step that rings while it rings")
    func step() async throws {
        try await House.open { house in
            let gauges = house.server.gauges
            let seen = Mutex<Set<String>>([])
            _ = try await house.call("1") { event in
                guard case .rings = event.kind else { return }
                seen.withLock { $0.formUnion(gauges.counts.calls.values.map(\.step)) }
            }
            #expect(seen.withLock { $0 } == ["start.menu.1"])
        }
    }

    @Test("keys and promises are measured, and what waits is counted")
    func measured() async throws {
        try await House.open(change: { $0.mailcmd = "/bin/false" }) { house in
            _ = try await house.call("2, 1")
            let counts = house.server.gauges.counts
            #expect(counts.reactions.count == 2)
            #expect(counts.reactions.sum > 0)
            #expect(counts.commits.done == 1)
            #expect(counts.commits.times.count == 1)
            await house.log.waits(for: "not told; it will be tried again")
            let line = house.log.all.first { $0.message == "not told; it will be tried again" }
            #expect(line?.facts["call"] == (try house.server.records.reader.calls().first?.id))
            let status = try #require(try await house.status())
            #expect(status.totals.ended == ["callback": 1])
            #expect(status.queues.kept?.open == 1)
            #expect(status.queues.kept?.outbox == 1)
            #expect(status.queues.kept?.failing == 1)
            #expect(house.server.gauges.counts.telling.failed == 1)
            let late = try house.server.records.reader.queueFigures(now: Date(timeIntervalSinceNow: 1e8))
            let desk = try house.server.records.reader.deskFigures(now: Date(timeIntervalSinceNow: 1e8))
            #expect(late.overdue == desk.first?.overdue)
        }
    }

    @Test("versions are told with the moment since which they answer; errors with the call that they are about")
    func versions() async throws {
        try await House.open { house in
            let status = try #require(try await house.status())
            #expect(status.menus.map(\.name) == ["reception"])
            #expect(status.menus.first.map { $0.since >= status.program.since.addingTimeInterval(-60) } == true)
            #expect(status.program.listening == house.server.addresses)
            #expect(status.errors.isEmpty)
            #expect(status.text.contains("0 calls now, 0 since the start"))
            #expect(status.text.contains("no errors"))
        }
    }

    @Test("only the server's user may ask for the status, and nobody may when it has ended")
    func socket() async throws {
        let house = try await House.open { house in
            let path = StatusSocket.path(in: house.configuration.data)
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
            #expect(mode == 0o600)
            return house
        }
        let error = #expect(throws: StatusSocket.Failure.self) {
            _ = try StatusSocket.ask(folder: house.configuration.data)
        }
        #expect(error?.words == "no server runs on \(house.configuration.data)")
    }

    @Test("a server that ends leaves the socket of the one that came after it")
    func successor() throws {
        let folder = try TemporaryFolder()
        var first: StatusSocket? = try StatusSocket(folder: folder.path)
        let second = try StatusSocket(folder: folder.path)
        _ = first
        first = nil
        #expect(FileManager.default.fileExists(atPath: second.path))
    }

    @Test("a folder whose path is too long for a socket is told in one line")
    func tooLong() throws {
        let folder = "/tmp/" + String(repeating: "x", count: 120)
        let error = #expect(throws: StatusSocket.Failure.self) { _ = try StatusSocket(folder: folder) }
        #expect(error?.words == "\(folder)/attendant.sock: file name too long")
    }
}
