import FakeAsterisk
import Records
import Testing

@testable import Attendant

@Suite("Stopping a server with calls under way")
struct StopTests {
    private func call(grace: Int, thenHangUp: Bool) async throws -> (House, CallReport) {
        try await House.open(change: { $0.grace = grace }) { house in
            let (live, caller) = AsyncStream.makeStream(of: LiveAct.self)
            let server = house.server
            let report = try await house.liveCall(live) { event in
                guard case .said = event.kind else { return }
                server.stop()
                if thenHangUp { caller.yield(.hangUp) }
            }
            return (house, report)
        }
    }

    @Test("calls under way go on within the grace, and every row is on disk when the server has ended")
    func grace() async throws {
        let (house, report) = try await call(grace: 600, thenHangUp: true)
        #expect(report.status == .hangup)
        let reader = try RecordsReader(file: house.configuration.data + "/attendant.sqlite")
        #expect(try reader.calls().map(\.outcome) == ["hangup"])
        #expect(try reader.calls().allSatisfy { $0.ended != nil })
    }

    @Test("when the grace is over calls are given back to the dialplan, and their rows say so")
    func noGrace() async throws {
        let (house, report) = try await call(grace: 0, thenHangUp: false)
        #expect(report.ending == .serverClosed)
        #expect(report.status == .success)
        let reader = try RecordsReader(file: house.configuration.data + "/attendant.sqlite")
        #expect(try reader.calls().map(\.outcome) == ["failed"])
        #expect(try reader.calls().allSatisfy { $0.ended != nil })
    }

    @Test("nobody is taken any more after a stop")
    func refuses() async throws {
        let house = try await House.open { house in
            _ = try await house.call("0")
            return house
        }
        await #expect(throws: FakeAsteriskError.self) { _ = try await house.call("0") }
    }

    @Test("a server that is stopped before it serves ends at once")
    func before() async throws {
        try await House.open { house in house.server.stop() }
    }
}
