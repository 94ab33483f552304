import Foundation
import GRDB
import Reception
import Testing

@testable import Records

@Suite("The outbox")
struct OutboxTests {
    let folder: TemporaryFolder
    let records: Records

    init() throws {
        folder = try TemporaryFolder()
        records = try Records(file: folder.file, now: someday)
    }

    private func next(_ seconds: Double = 0) async throws -> OutboxItem? {
        try await records.nextDue(now: someday.addingTimeInterval(seconds), lease: .seconds(60))
    }

    @Test("a mail is taken once, with what it is about, and done")
    func done() async throws {
        #expect(try await records.nextDueAt() == nil)
        _ = try await records.commit(.sample(notify: ["anna@example.org", "office@example.org"]))
        #expect(try await records.nextDueAt() == someday)
        #expect(try await next(-1) == nil)
        let item = try #require(try await next())
        #expect(item.kind == .callbackMail && item.attempt == 1 && item.created == someday)
        #expect(item.recipients == ["anna@example.org", "office@example.org"])
        guard case .callback(let row) = item.subject else { throw RecordsError.refused("no callback") }
        #expect(row.id == 1 && row.told == "sending")
        #expect(try await next() == nil)
        try await records.outboxDone(item.id)
        #expect(try records.reader.callback(1).row.told == "sent")
        #expect(try await next(1e6) == nil)
        #expect(try await records.nextDueAt() == nil)
    }

    @Test("a message goes the same way")
    func message() async throws {
        try await records.keep(.sample())
        let item = try #require(try await next())
        guard case .message(let row) = item.subject else { throw RecordsError.refused("no message") }
        #expect(item.kind == .voicemailMail && row.file == "/var/spool/attendant/1.wav")
    }

    @Test("a failed attempt is due again when it was said, and given up when nothing was said")
    func failed() async throws {
        _ = try await records.commit(.sample(notify: ["anna@example.org"]))
        let first = try #require(try await next())
        let retryAt = someday.addingTimeInterval(30)
        try await records.outboxFailed(first.id, error: "exit status 75", retryAt: retryAt)
        #expect(try await next(29) == nil)
        #expect(try await records.nextDueAt() == retryAt)
        #expect(try records.reader.callback(1).row.told == "waiting")
        let second = try #require(try await next(30))
        #expect(second.id == first.id && second.attempt == 2)
        try await records.outboxFailed(second.id, error: "exit status 75", retryAt: nil)
        #expect(try records.reader.callback(1).row.told == "given-up")
        #expect(try await next(1e6) == nil)
    }

    @Test("what a killed program had taken is due again when its lease ends")
    func lease() async throws {
        _ = try await records.commit(.sample(notify: ["anna@example.org"]))
        #expect(try await next()?.attempt == 1)
        await records.close()
        let again = try Records(file: folder.file, now: someday)
        #expect(try await again.nextDue(now: someday.addingTimeInterval(59), lease: .seconds(60)) == nil)
        #expect(try await again.nextDue(now: someday.addingTimeInterval(60), lease: .seconds(60))?.attempt == 2)
    }

    @Test("two servers on one file never hold the same")
    func twoServers() async throws {
        let other = try Records(file: folder.file, now: someday)
        for index in 0..<40 {
            _ = try await records.commit(.sample(CallbackRequest.number(index), notify: ["anna@example.org"]))
        }
        let taken = try await withThrowingTaskGroup(of: [Int64].self) { group in
            for owner in [records, other, records, other] {
                group.addTask {
                    var ids: [Int64] = []
                    while let item = try await owner.nextDue(now: someday, lease: .seconds(60)) { ids.append(item.id) }
                    return ids
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(taken.sorted() == Array(1...40))
    }

    @Test("a request that was made again is told again once the first mail went")
    func again() async throws {
        _ = try await records.commit(.sample(notify: ["anna@example.org"]))
        let item = try #require(try await next())
        try await records.outboxDone(item.id)
        _ = try await records.commit(.sample(reason: "again", notify: ["anna@example.org"]))
        guard case .callback(let row)? = try await next()?.subject else { throw RecordsError.refused("no callback") }
        #expect(row.reason == "again" && row.asked == 2)
    }

    @Test("new work is signalled, and the signals end when the records are closed")
    func signals() async throws {
        let signals = records.outboxSignals
        _ = try await records.commit(.sample("+447700900002"))
        _ = try await records.commit(.sample(notify: ["anna@example.org"]))
        await records.close()
        var count = 0
        for await _ in signals { count += 1 }
        #expect(count == 1)
    }

    @Test("what only a newer release can tell is left alone, and what cannot be read is given up")
    func unknown() async throws {
        _ = try await records.commit(.sample("+447700900001", notify: ["anna@example.org"]))
        _ = try await records.commit(.sample("+447700900002", notify: ["anna@example.org"]))
        _ = try await records.commit(.sample("+447700900003", notify: ["anna@example.org"]))
        try await records.pool.write { db in
            try db.execute(sql: "UPDATE outbox SET kind = 'pigeon' WHERE id = 1")
            try db.execute(sql: "UPDATE outbox SET recipients = '7' WHERE id = 2")
        }
        #expect(try await next()?.id == 3)
        #expect(try records.reader.callbacks().map(\.told) == ["waiting", "given-up", "sending"])
    }
}

@Suite("Trying again")
struct RetryScheduleTests {
    @Test(
        "waits double from a minute to an hour",
        arguments: [(1, 60), (2, 120), (3, 240), (6, 1920), (7, 3600), (20, 3600), (1_000_000, 3600), (0, 60)])
    func waits(attempt: Int, seconds: Double) {
        let next = RetrySchedule.retryAt(attempt: attempt, created: someday, now: someday)
        #expect(next == someday.addingTimeInterval(seconds))
    }

    @Test("after a day it is given up")
    func givenUp() {
        let day = 24 * 3600.0
        let last = someday.addingTimeInterval(day - 3600)
        #expect(RetrySchedule.retryAt(attempt: 30, created: someday, now: last) == someday.addingTimeInterval(day))
        #expect(RetrySchedule.retryAt(attempt: 30, created: someday, now: last.addingTimeInterval(1)) == nil)
    }
}
