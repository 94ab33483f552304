import Foundation
import Reception
import Records
import Synchronization
import TestClocks
import Testing

@testable import Attendant

@Suite("Time does its work on the records")
struct RecordsHousekeeperTests {
    @Test(
        "requests expire while a server runs; what is older than it is kept goes after a while, and is told",
        .timeLimit(.minutes(1)))
    func keeping() async throws {
        let folder = try TemporaryFolder()
        let someday = Date(timeIntervalSince1970: 1_772_557_200)
        let records = try Records(file: folder.path + "/attendant.sqlite", now: someday)
        _ = try await records.commit(
            CallbackRequest(
                call: "call", list: "repairs", at: someday - 800 * 86_400, number: "+447700900001", numberAsGiven: nil,
                source: .network, isConfirmed: true, status: .new, reason: "", label: "", language: "en",
                expiresAt: someday - 700 * 86_400))
        records.callStarted(
            CallStart(
                facts: CallFacts(id: "old"), number: nil, at: someday - 800 * 86_400, menu: "m", version: "",
                language: "en"))
        await records.flush()
        let clock = ManualClock()
        let (events, feed) = AsyncStream.makeStream(of: RecordsHousekeeper.Event.self)
        let keeper = RecordsHousekeeper(records: records, keepDays: 400, clock: clock, now: { someday }) {
            feed.yield($0)
        }
        let running = Task { await keeper.run() }
        await clock.somebodySleeps()
        #expect(try records.reader.callback(1).row.status == .expired)
        for _ in 0..<10 {
            clock.advance(by: RecordsHousekeeper.interval)
            await clock.somebodySleeps()
        }
        var iterator = events.makeAsyncIterator()
        #expect(await iterator.next() == .lost(1), "a call that nobody goes on with is closed first")
        guard case .removed(let removed) = await iterator.next() else {
            Issue.record("nothing was removed")
            return
        }
        #expect(removed.rows == ["calls": 1], "the request was closed a moment ago, and is kept as long again")
        running.cancel()
        await running.value
    }
}
