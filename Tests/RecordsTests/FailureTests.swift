import Foundation
import GRDB
import Reception
import Synchronization
import Testing

@testable import Records

/// What was reported, for tests that wait for it.
final class TroubleLog: Sendable {
    private let log = Mutex<[RecordsTrouble]>([])

    func add(_ trouble: RecordsTrouble) { log.withLock { $0.append(trouble) } }

    var all: [RecordsTrouble] { log.withLock { $0 } }
}

/// Holds the writer just before its commit, until it is let go.
final class CommitGate: TransactionObserver, Sendable {
    private let hasArrived = DispatchSemaphore(value: 0)
    private let mayGo = DispatchSemaphore(value: 0)
    private let isShut = Atomic(true)

    func observes(eventsOfKind eventKind: DatabaseEventKind) -> Bool { false }
    func databaseDidChange(with event: DatabaseEvent) {}
    func databaseDidCommit(_ db: Database) {}
    func databaseDidRollback(_ db: Database) {}

    func databaseWillCommit() throws {
        guard isShut.exchange(false, ordering: .acquiringAndReleasing) else { return }
        hasArrived.signal()
        mayGo.wait()
    }

    func open() { mayGo.signal() }
}

@Suite("When the file cannot be written")
struct FailureTests {
    let folder: TemporaryFolder
    let log = TroubleLog()

    init() throws { folder = try TemporaryFolder() }

    private func opened(_ change: (inout RecordsLimits) -> Void = { _ in }) throws -> Records {
        var limits = RecordsLimits()
        limits.busyTimeout = .milliseconds(20)
        change(&limits)
        return try Records(file: folder.file, limits: limits, now: someday) { [log] in log.add($0) }
    }

    /// A connection like another process's, which may hold a lock over several accesses.
    private func otherProcess() throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        return try DatabaseQueue(path: folder.file, configuration: configuration)
    }

    private func refusal(_ records: Records) async -> String? {
        do throws(LedgerError) {
            _ = try await records.commit(.sample("+447700900055"))
            return nil
        } catch {
            if case .notStored(let words) = error { return words } else { return "\(error)" }
        }
    }

    @Test("a full disk is told in SQLite's words; queued rows are kept, and service resumes by itself")
    func full() async throws {
        // On a machine under load a retry of the queued rows could fall between two looks at them.
        let records = try opened { $0.retryDelay = .seconds(600) }
        try await records.pool.writeWithoutTransaction { db in
            let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
            try db.execute(sql: "PRAGMA max_page_count = \(pages)")
        }
        let huge = String(repeating: "x", count: 1000)
        for index in 0..<40 {
            var call = CallStart.sample("call-\(index)")
            call.facts.channel = huge
            records.callStarted(call)
        }
        await records.flush()
        #expect(records.health.queued == 40)
        #expect(await refusal(records) == "database or disk is full (SQLite 13)")
        #expect(records.health.failing == "database or disk is full (SQLite 13)")
        try await records.pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA max_page_count = 1000000") }
        #expect(await refusal(records) == nil)
        #expect(records.health == RecordsHealth())
        #expect(try records.reader.calls().count == 40)
        #expect(try records.reader.callbacks().count == 1)
        #expect(
            log.all.map { if case .failing = $0 { "failing" } else { "\($0)" } } == [
                "failing", "\(RecordsTrouble.resumed)",
            ])
    }

    @Test("a file that another process holds is told so, and service resumes by itself")
    func locked() async throws {
        let records = try opened()
        let other = try otherProcess()
        try await other.writeWithoutTransaction { db in
            try db.execute(sql: "BEGIN IMMEDIATE")
        }
        #expect(await refusal(records) == "database is locked (SQLite 5)")
        try await other.writeWithoutTransaction { try $0.execute(sql: "COMMIT") }
        #expect(await refusal(records) == nil)
    }

    @Test("a file that became read-only is told so, and service resumes by itself")
    func readOnly() async throws {
        let records = try opened()
        try await records.pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA query_only = 1") }
        records.callStarted(.sample("call-1"))
        #expect(await refusal(records) == "attempt to write a readonly database (SQLite 8)")
        try await records.pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA query_only = 0") }
        #expect(await refusal(records) == nil)
        #expect(try records.reader.calls().map(\.id) == ["call-1"])
    }

    @Test("a message that could not be kept at once is kept later")
    func message() async throws {
        let records = try opened()
        try await records.pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA query_only = 1") }
        await #expect(throws: LedgerError.self) { try await records.keep(.sample()) }
        try await records.pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA query_only = 0") }
        await records.flush()
        #expect(try records.reader.messages().map(\.told) == ["waiting"])
    }

    @Test("a promise whose deadline comes before its row is written is never written")
    func overdueBefore() async throws {
        let records = try opened {
            $0.busyTimeout = .seconds(60)
            $0.commitDeadline = .milliseconds(30)
        }
        let other = try otherProcess()
        try await other.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
        await #expect(throws: LedgerError.overdue) { try await records.commit(.sample()) }
        try await other.writeWithoutTransaction { try $0.execute(sql: "COMMIT") }
        await records.flush()
        #expect(try records.reader.callbacks() == [])
    }

    @Test("a promise whose deadline comes while it is being committed is taken back, and nobody is told of it")
    func overdueAmid() async throws {
        let records = try opened { $0.commitDeadline = .milliseconds(30) }
        let gate = CommitGate()
        records.pool.add(transactionObserver: gate)
        await #expect(throws: LedgerError.overdue) {
            try await records.commit(.sample(notify: ["anna@example.org"]))
        }
        gate.open()
        await records.flush()
        let row = try records.reader.callback(1).row
        #expect(row.status == .cancelled && row.told == nil && row.note?.contains("not stored in time") == true)
        #expect(records.health.withdrawn == 1)
        #expect(log.all.contains(.withdrawn(1)))
        #expect(try await records.nextDue(now: someday, lease: .seconds(60)) == nil)
        // With more time than this one gives itself.
        let other = try Records(file: folder.file)
        #expect(try await other.commit(.sample()).isNew, "it does not stand in the way of the next request")
    }

    @Test("a late refresh leaves the request that was promised before")
    func overdueRefresh() async throws {
        let records = try opened { $0.commitDeadline = .milliseconds(30) }
        let receipt = try await records.commit(.sample(notify: ["anna@example.org"]))
        let gate = CommitGate()
        records.pool.add(transactionObserver: gate)
        await #expect(throws: LedgerError.overdue) { try await records.commit(.sample()) }
        gate.open()
        await records.flush()
        let row = try records.reader.callback(receipt.id).row
        #expect(row.status == .new && row.told == "waiting")
    }

    @Test("closing writes what is queued")
    func closing() async throws {
        let records = try opened { $0.gathering = .seconds(3600) }
        for index in 0..<1500 { records.callStarted(.sample("call-\(index)")) }
        await records.close()
        #expect(try RecordsReader(file: folder.file).calls(limit: 5000).count == 1500)
    }
}
