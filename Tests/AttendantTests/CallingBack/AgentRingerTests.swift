import Foundation
import Reception
import Records
import Synchronization
import Testing

@testable import Attendant

/// A clock whose waits take no time.
private struct HurryingClock: Clock {
    var now: ContinuousClock.Instant { .now }
    var minimumResolution: Duration { .zero }

    func sleep(until deadline: ContinuousClock.Instant, tolerance: Duration?) async throws {
        try Task.checkCancellation()
        await Task.yield()
    }
}

@Suite("Ringing those who call back")
struct AgentRingerTests {
    private let folder: TemporaryFolder
    private let records: Records
    private static let now = Date(timeIntervalSince1970: 1_772_557_200)
    private static let lines = [
        AgentLine(name: "anna", dial: "PJSIP/201"), AgentLine(name: "ben", dial: "PJSIP/202"),
    ]

    init() throws {
        folder = try TemporaryFolder()
        records = try Records(file: folder.path + "/attendant.sqlite", now: Self.now)
    }

    private func claim() async throws -> CallbackClaim {
        let request = CallbackRequest(
            call: "call-1", list: "office", at: Self.now, number: "+447700900001", numberAsGiven: nil, source: .network,
            isConfirmed: true, status: .new, reason: "", label: "Repairs", language: "en", menu: "reception")
        let id = try await records.commit(request).id
        return try await records.claim(id, now: Self.now, by: "test", lease: .seconds(60))
    }

    private func ringer(_ starter: FakeStarter) -> AgentRinger {
        AgentRinger(
            records: records, starter: starter, clock: HurryingClock(), now: { Self.now }, address: "127.0.0.1:4573")
    }

    @Test("one after another until somebody answers, never two at once")
    func inTurn() async throws {
        let claim = try await claim()
        let starter = FakeStarter([.unanswered, .answered]) { [records] _ in
            _ = try? await records.prolong(attempt: claim.attempt, now: Self.now, lease: .seconds(300))
        }
        #expect(await ringer(starter).ring(claim, Self.lines, shows: "Repairs") == .answered("ben"))
        #expect(starter.channels == ["PJSIP/201", "PJSIP/202"])
        let call = try #require(starter.state.withLock { $0.calls.last })
        #expect(call.name == "Repairs" && call.number == "+447700900001")
        #expect(
            call.script
                == "agi://127.0.0.1:4573/.callback?attempt=1&token=\(claim.token)&agent=ben&menu=reception")
        #expect(try records.reader.callback(1).row.status == .dialing)
    }

    @Test("nobody answers: it is due again later, and costs no try")
    func unanswered() async throws {
        let claim = try await claim()
        #expect(await ringer(FakeStarter([])).ring(claim, Self.lines, shows: "") == .unanswered)
        let (row, attempts) = try records.reader.callback(1)
        #expect(row.status == .due && row.tries == 0)
        #expect(row.nextAttempt == Self.now.addingTimeInterval(900))
        #expect(attempts.map(\.result) == ["not-called"])
    }

    @Test("a call that Asterisk does not take is taken back, and no other is begun")
    func stuck() async throws {
        let claim = try await claim()
        let starter = FakeStarter([.ignored])
        guard case .failed = await ringer(starter).ring(claim, Self.lines, shows: "") else {
            Issue.record("it did not fail")
            return
        }
        #expect(starter.channels == ["PJSIP/201"])
        #expect(starter.withdrawn == [1])
        #expect(try records.reader.callback(1).row.status == .due)
    }

    @Test("a spool that cannot be written is told, and the request stays")
    func refused() async throws {
        let claim = try await claim()
        #expect(await ringer(FakeStarter([.refused])).ring(claim, Self.lines, shows: "") == .failed("no room"))
        #expect(try records.reader.callback(1).row.status == .due)
    }

    @Test("a claim that has ended rings nobody")
    func lost() async throws {
        let claim = try await claim()
        try await records.record(.settled, attempt: claim.attempt, now: Self.now)
        let starter = FakeStarter([])
        #expect(await ringer(starter).ring(claim, Self.lines, shows: "") == .lost)
        #expect(starter.channels.isEmpty)
    }

    @Test("the answer is seen also when the script has settled the request within a second")
    func quick() async throws {
        let claim = try await claim()
        let starter = FakeStarter([.answered]) { [records] _ in
            _ = try? await records.record(.later, attempt: claim.attempt, now: Self.now)
        }
        #expect(await ringer(starter).ring(claim, Self.lines, shows: "") == .answered("anna"))
        #expect(try records.reader.callback(1).attempts.map(\.result) == ["later"])
    }
}
