import Foundation
import GRDB
import Reception
import Testing

@testable import Records

@Suite("Calls and their steps")
struct CallTests {
    let folder: TemporaryFolder
    let records: Records

    init() throws {
        folder = try TemporaryFolder()
        records = try Records(file: folder.file, now: someday)
    }

    @Test("a call is written with its steps and its end")
    func whole() async throws {
        records.callStarted(.sample("call-1"))
        for order in 0..<3 { records.stepTaken(.sample("call-1", order)) }
        var end = CallEnd.sample("call-1")
        end.toPerson = .milliseconds(12_500)
        records.callEnded(end)
        await records.flush()
        let (row, steps) = try records.reader.call("call-1")
        #expect(row.uniqueID == "1772557200.1" && row.channel == "PJSIP/trunk-00000001" && row.menu == "heating")
        #expect(row.number == "+447700900001" && row.name == "Ada" && row.dialled == "02079460018" && !row.isWithheld)
        #expect(row.started == someday && row.ended == someday.addingTimeInterval(30) && row.version == "0a1b2c3d")
        #expect(row.outcome == "hangup" && row.reason == "hang-up in start.menu" && row.secondsToPerson == 12.5)
        #expect(row.label == "Repairs" && row.path == "1 Repairs" && row.language == "en")
        #expect(steps.map(\.step) == [0, 1, 2])
        let step = try #require(steps.first)
        #expect(step.path == "start.menu.1" && step.keys == "1" && step.result == "done")
        #expect(step.entered == someday && step.left == someday.addingTimeInterval(2.5))
        #expect(try records.reader.call("1772557200.1").row == row)
    }

    @Test("rows reach the file without anybody asking")
    func byItself() async throws {
        let written = AsyncStream<Void>.makeStream()
        let observer = CommitObserver { written.continuation.yield() }
        records.pool.add(transactionObserver: observer)
        records.callStarted(.sample("call-1"))
        for await _ in written.stream { break }
        #expect(try records.reader.calls().map(\.id) == ["call-1"])
    }

    @Test("a call under way has no end, and the newest call is first")
    func underWay() async throws {
        for index in 0..<5 {
            records.callStarted(.sample("call-\(index)", at: someday.addingTimeInterval(Double(index))))
        }
        await records.flush()
        let rows = try records.reader.calls(limit: 3)
        #expect(rows.map(\.id) == ["call-4", "call-3", "call-2"])
        #expect(rows.allSatisfy { $0.ended == nil && $0.outcome == nil })
    }

    @Test("a hang-up leaves its row and its mail in the same transaction; the next one refreshes it")
    func missed() async throws {
        for index in 0..<3 {
            let call = "call-\(index)"
            let request = CallbackRequest.sample(status: .missed, call: call, notify: ["anna@example.org"])
            records.callStarted(.sample(call))
            records.callEnded(.sample(call, leaves: request))
        }
        records.callEnded(.sample("call-1", leaves: .sample(nil, status: .missed, call: "call-1")))
        await records.flush()
        let rows = try records.reader.callbacks(open: true)
        #expect(rows.map(\.status) == [.missed, .missed] && rows.map(\.number) == ["+447700900001", nil])
        #expect(rows.map(\.asked) == [3, 1] && rows.map(\.call) == ["call-2", "call-1"])
        #expect(rows.map(\.told) == ["waiting", nil])
        let mails = try await records.pool.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM outbox") }
        #expect(mails == 1, "who only rings again is not mailed again")
    }

    @Test("a row that breaks a rule is left out and counted; the others are written")
    func refused() async throws {
        records.stepTaken(.sample("no such call", 0))
        records.callStarted(.sample("call-1"))
        records.callStarted(.sample("call-1"))
        records.stepTaken(.sample("call-1", 0))
        await records.flush()
        #expect(records.health.refusedRows == 2)
        #expect(try records.reader.call("call-1").steps.count == 1)
    }

    @Test("earlier calls are counted from memory, at once")
    func earlier() {
        records.callStarted(.sample("call-1"))
        records.callStarted(.sample("call-2", at: someday.addingTimeInterval(60)))
        records.callStarted(.sample("call-3", number: nil))
        #expect(records.earlierCalls(of: "+447700900001", since: someday) == 2)
        #expect(records.earlierCalls(of: "+447700900001", since: someday.addingTimeInterval(1)) == 1)
        #expect(records.earlierCalls(of: "+447700900002", since: someday) == 0)
    }

    @Test("a message is durable when it is kept, and has its mail")
    func message() async throws {
        try await records.keep(.sample())
        let row = try #require(try records.reader.messages().first)
        #expect(row.file == "/var/spool/attendant/1.wav" && row.seconds == 6.25 && row.left == someday)
        #expect(row.recipient == "anna" && row.subject == "A message" && row.told == "waiting")
    }

    @Test("what is given out as JSON has every key, and absent values as null")
    func json() async throws {
        _ = try await records.commit(.sample(nil, status: .missed))
        records.callStarted(.sample("call-1", number: nil))
        records.stepTaken(.sample("call-1", 0))
        try await records.keep(.sample())
        await records.flush()
        let data = try RecordsJSON.data(records.reader.callbacks())
        let row = try #require((JSONSerialization.jsonObject(with: data) as? [[String: Any]])?.first)
        for key in ["id", "list", "number", "status", "reason", "label", "created", "language", "attempts"] {
            #expect(row[key] != nil, "\(key)")
        }
        #expect(row["number"] is NSNull && row["status"] as? String == "missed" && row["attempts"] as? Int == 0)
        #expect(row["created"] as? String == "2026-03-03T17:00:00.000Z")
        let call = String(decoding: try RecordsJSON.data(records.reader.calls()), as: UTF8.self)
        #expect(call.contains(#""ended":null"#) && call.contains(#""started":"2026-03-03T17:00:00.000Z""#))
        let steps = String(decoding: try RecordsJSON.data(records.reader.call("call-1").steps), as: UTF8.self)
        #expect(steps.contains(#""keys":"1","left":"2026-03-03T17:00:02.500Z""#))
        let messages = String(decoding: try RecordsJSON.data(records.reader.messages()), as: UTF8.self)
        #expect(messages.contains(#""file":"/var/spool/attendant/1.wav""#))
    }
}

/// Tells of each commit.
final class CommitObserver: TransactionObserver, Sendable {
    private let onCommit: @Sendable () -> Void

    init(onCommit: @escaping @Sendable () -> Void) { self.onCommit = onCommit }

    func observes(eventsOfKind eventKind: DatabaseEventKind) -> Bool { false }
    func databaseDidChange(with event: DatabaseEvent) {}
    func databaseDidRollback(_ db: Database) {}
    func databaseDidCommit(_ db: Database) { onCommit() }
}
