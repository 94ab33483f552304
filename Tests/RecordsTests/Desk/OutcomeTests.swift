import Foundation
import Reception
import Testing

@testable import Records

@Suite("What comes of an attempt")
struct OutcomeTests {
    let folder: TemporaryFolder
    let records: Records

    init() throws {
        folder = try TemporaryFolder()
        records = try Records(file: folder.file, now: someday)
    }

    private func asked(expires: Double = 172_800) async throws {
        var request = CallbackRequest.sample(expiresAt: someday + expires)
        request.menu = "heating"
        _ = try await records.commit(request)
    }

    /// Claims the one request and says what came of it.
    private func attempt(_ outcome: CallbackOutcome, at now: Date) async throws -> CallbackProgress {
        let claim = try await records.claim(1, now: now, by: "one")
        return try await records.record(outcome, attempt: claim.attempt, agent: "anna", now: now)
    }

    @Test("busy is tried again soon, unanswered after `every`; the last of three tries is the end")
    func matrix() async throws {
        try await asked()
        #expect(try await attempt(.busy, at: someday).nextAttempt == someday + 180)
        #expect(try await attempt(.noAnswer, at: someday + 180).nextAttempt == someday + 1080)
        let last = try await attempt(.busy, at: someday + 1080)
        #expect(last == CallbackProgress(status: .busy, nextAttempt: nil, wasHeld: true))
        let (row, attempts) = try records.reader.callback(1)
        #expect(row.status == .busy && row.closed == someday + 1080 && row.tries == 3)
        #expect(attempts.map(\.result) == ["busy", "no-answer", "busy"] && attempts.allSatisfy { $0.agent == "anna" })
    }

    @Test("a failing network is tried once more, an invalid number never")
    func failing() async throws {
        try await asked()
        #expect(try await attempt(.failed, at: someday).status == .due)
        #expect(try await attempt(.failed, at: someday + 900).status == .failed)
        _ = try DeskWriter(file: folder.file, now: { someday + 1000 }).retry(1)
        #expect(try await attempt(.failed, at: someday + 1000).status == .due, "a retry begins a new round")
        #expect(try await attempt(.invalid, at: someday + 1900).status == .invalid)
    }

    @Test("what the agent's side did not do costs the caller no try")
    func agentSide() async throws {
        try await asked()
        for turn in 0..<5 {
            let progress = try await attempt(turn % 2 == 0 ? .notCalled : .later, at: someday + Double(turn) * 900)
            #expect(progress.status == .due && progress.nextAttempt == someday + Double(turn + 1) * 900)
        }
        let row = try records.reader.callback(1).row
        #expect(row.tries == 0 && row.attempts == 5 && row.connected == nil)
    }

    @Test("a talk is done, with its length and when it began")
    func talked() async throws {
        try await asked()
        #expect(try await attempt(.talked(seconds: 125.5), at: someday + 200).status == .done)
        let (row, attempts) = try records.reader.callback(1)
        #expect(row.connected == someday + 74.5 && attempts[0].secondsTalked == 125.5)
    }

    @Test("a next attempt after the end of the request's life is not waited for")
    func tooLate() async throws {
        try await asked(expires: 800)
        #expect(try await attempt(.noAnswer, at: someday).status == .noAnswer)
    }

    @Test("an outcome said twice, or after the claim was lost, changes nothing but for a talk")
    func late() async throws {
        try await asked()
        let first = try await records.claim(1, now: someday, by: "one")
        try await records.record(.busy, attempt: first.attempt, now: someday)
        let twice = try await records.record(.noAnswer, attempt: first.attempt, now: someday)
        #expect(twice == CallbackProgress(status: .due, nextAttempt: nil, wasHeld: false))
        #expect(try records.reader.callback(1).attempts.map(\.result) == ["busy"])
        let second = try await records.claim(1, now: someday + 1, by: "one")
        _ = try await records.claimDue(now: someday + 400, by: "two", lists: [])
        #expect(try records.reader.callback(1).row.status == .due)
        let talked = try await records.record(.talked(seconds: 60), attempt: second.attempt, now: someday + 500)
        #expect(talked.status == .done && !talked.wasHeld)
        #expect(try records.reader.callback(1).attempts.last?.result == "talked")
    }

    @Test("what nobody called in time expires, and the next request is a new one")
    func expired() async throws {
        try await asked(expires: 100)
        _ = try await records.claimDue(now: someday + 100, by: "one", lists: [])
        #expect(try records.reader.callback(1).row.status == .expired)
        #expect(try await records.commit(.sample(at: someday + 101)).isNew)
    }

    @Test("a request that is being called does not expire, and is refreshed by its caller, not doubled")
    func underWay() async throws {
        try await asked(expires: 100)
        let claim = try await records.claim(1, now: someday + 99, by: "one")
        #expect(try await !records.commit(.sample(at: someday + 101, expiresAt: someday + 5000)).isNew)
        try await records.record(.talked(seconds: 1), attempt: claim.attempt, now: someday + 120)
        #expect(try records.reader.callback(1).row.status == .done)
    }
}
