import Foundation
import GRDB
import Reception
import Testing

@testable import Records

@Suite("Committing a request to be called back")
struct CommitTests {
    let folder: TemporaryFolder
    let records: Records

    init() throws {
        folder = try TemporaryFolder()
        records = try Records(file: folder.file, now: someday)
    }

    @Test("a request becomes a row with all that is known")
    func row() async throws {
        let receipt = try await records.commit(.sample(notify: ["anna@example.org"]))
        #expect(receipt == CallbackReceipt(id: 1, isNew: true, place: 1))
        let row = try records.reader.callback(1).row
        #expect(row.number == "+447700900001" && row.numberAsGiven == "07700900001" && row.source == "network")
        #expect(row.status == .new && row.isConfirmed && row.asked == 1 && row.attempts == 0)
        #expect(row.list == "repairs" && row.reason == "1 Repairs" && row.label == "Repairs" && row.language == "en")
        #expect(row.callerName == "Ada" && row.dialled == "02079460018" && row.call == "call-1")
        #expect(row.created == someday && row.updated == someday && row.due == someday.addingTimeInterval(3600))
        #expect(row.timeZone == "Europe/London" && row.told == "waiting")
    }

    @Test("an open request of the same number and list is refreshed, not doubled")
    func refreshed() async throws {
        _ = try await records.commit(.sample("+447700900009"))
        let first = try await records.commit(.sample())
        _ = try await records.commit(.sample("+447700900010"))
        let later = someday.addingTimeInterval(60)
        let again = try await records.commit(.sample(at: later, call: "call-2", reason: "2 Bills"))
        #expect(again == CallbackReceipt(id: first.id, isNew: false, place: 2))
        let row = try records.reader.callback(first.id).row
        #expect(row.asked == 2 && row.reason == "2 Bills" && row.call == "call-2")
        #expect(row.created == someday && row.updated == later)
        #expect(row.due == someday.addingTimeInterval(3600), "what was promised first stands")
        #expect(try await records.commit(.sample(list: "bills")).isNew, "another list is another request")
    }

    @Test("the window is that of the promise which stands: the first one")
    func window() async throws {
        var request = CallbackRequest.sample()
        var hangup = CallbackRequest.sample("+447700900002", status: .missed)
        hangup.dueAt = nil
        _ = try await records.commit(request)
        _ = try await records.commit(hangup)
        for number in ["+447700900001", "+447700900002"] {
            request.number = number
            request.window = "Tuesday, 3 March, 17:00–18:00"
            _ = try await records.commit(request)
            request.window = "later"
            _ = try await records.commit(request)
        }
        let rows = try records.reader.callbacks()
        #expect(rows.map(\.window) == [nil, "Tuesday, 3 March, 17:00–18:00"], "a promise without a window gets none")
        #expect(rows.allSatisfy { $0.due == someday.addingTimeInterval(3600) })
    }

    @Test("a request after a hang-up raises its row, a hang-up after a request lowers nothing")
    func ranks() async throws {
        let missed = try await records.commit(.sample(status: .missed, reason: "ring"))
        let asked = try await records.commit(.sample(reason: "asked"))
        #expect(asked.id == missed.id && !asked.isNew)
        #expect(try records.reader.callback(asked.id).row.status == .new)
        for status in [CallbackRequest.Status.missed, .unconfirmed] {
            _ = try await records.commit(.sample(status: status, call: "call-9", reason: "hang-up"))
        }
        let row = try records.reader.callback(asked.id).row
        #expect(row.status == .new && row.reason == "asked" && row.call == "call-1" && row.asked == 4)
    }

    @Test("a row that is being called stays so when its caller rings again")
    func dialing() async throws {
        let receipt = try await records.commit(.sample())
        try await records.pool.write { try $0.execute(sql: "UPDATE callbacks SET status = 'dialing'") }
        #expect(try await records.commit(.sample()).isNew == false)
        #expect(try records.reader.callback(receipt.id).row.status == .dialing)
    }

    @Test("a settled request does not count, nor does one whose time has run out")
    func settled() async throws {
        for status in CallbackStatus.allCases where !status.isOpen {
            let receipt = try await records.commit(.sample())
            try await records.pool.write { db in
                try db.execute(
                    sql: "UPDATE callbacks SET status = ? WHERE id = ?", arguments: [status.rawValue, receipt.id])
            }
        }
        let short = try await records.commit(.sample(expiresAt: someday.addingTimeInterval(60)))
        #expect(short.isNew && short.place == 1)
        let next = try await records.commit(.sample(at: someday.addingTimeInterval(60)))
        #expect(next.isNew && next.place == 1)
        #expect(try records.reader.callback(short.id).row.status == .expired)
        #expect(try records.reader.callbacks(open: true).map(\.id) == [next.id])
    }

    @Test("withheld callers who hang up each have a row; a request to call nobody is refused")
    func withheld() async throws {
        for _ in 0..<2 { #expect(try await records.commit(.sample(nil, status: .missed)).isNew) }
        await #expect(throws: LedgerError.self) { try await records.commit(.sample(nil)) }
        #expect(try records.reader.callbacks().count == 2)
    }

    @Test("a hundred calls of one number at once make one row, and know it")
    func simultaneous() async throws {
        let receipts = try await withThrowingTaskGroup(of: CallbackReceipt.self) { group in
            for index in 0..<100 {
                group.addTask { try await records.commit(.sample(call: "call-\(index)", notify: ["a@example.org"])) }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(receipts.count { $0.isNew } == 1)
        #expect(Set(receipts.map(\.id)) == [1] && Set(receipts.map(\.place)) == [1])
        #expect(try records.reader.callback(1).row.asked == 100)
        let mails = try await records.pool.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM outbox") }
        #expect(mails == 1, "a mail that has not gone yet tells the newest words")
    }

    @Test("a hundred calls of a hundred numbers at once have a hundred places")
    func places() async throws {
        let places = try await withThrowingTaskGroup(of: Int.self) { group in
            for index in 0..<100 {
                group.addTask {
                    try await records.commit(.sample(CallbackRequest.number(index), list: "list-\(index % 2)")).place
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(places.sorted() == (2..<102).map { $0 / 2 })
    }

    @Test("a row that SQLite refuses does not take its neighbours with it")
    func neighbours() async throws {
        let results = await withTaskGroup(of: Bool.self) { group in
            for index in 0..<60 {
                let isBad = index % 3 == 0
                group.addTask {
                    let list = isBad ? "" : "repairs"
                    let receipt = try? await records.commit(.sample(CallbackRequest.number(index), list: list))
                    return (receipt == nil) == isBad
                }
            }
            return await group.reduce(true) { $0 && $1 }
        }
        #expect(results)
        #expect(try records.reader.callbacks().count == 40)
    }

    @Test("hostile text is data, and a huge one is cut")
    func hostile() async throws {
        let text = "'); DROP TABLE callbacks; --\r\n\u{202E}\u{0}x"
        let huge = String(repeating: "é", count: 200_000)
        let receipt = try await records.commit(.sample(call: text, reason: huge))
        let row = try records.reader.callback(receipt.id).row
        #expect(row.call.hasPrefix("'); DROP TABLE callbacks; --\r\n"))
        #expect(row.reason == String(repeating: "é", count: 1000))
    }

    @Test("the open row is found, and its place counted, by an index")
    func plan() async throws {
        let plans = try await records.pool.read { db in
            try [
                "SELECT id FROM callbacks WHERE list = ? AND number = ? AND status IN \(CallbackStatus.openList)",
                "SELECT count(*) FROM callbacks WHERE list = ? AND status IN \(CallbackStatus.openList) AND id <= ?",
            ].map { sql in
                try Row.fetchOne(db, sql: "EXPLAIN QUERY PLAN " + sql, arguments: ["a", "b"])?["detail"] as String?
            }
        }
        #expect(plans[0]?.contains("callbacks_open (list=? AND number=?)") == true)
        #expect(plans[1]?.contains("COVERING INDEX callbacks_place (list=? AND id<?)") == true)
    }

    @Test("a task that is cancelled still commits")
    func cancelled() async throws {
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await records.commit(.sample())
        }
        #expect(try await task.value.isNew)
    }

    @Test("after closing nothing is promised")
    func closed() async throws {
        await records.close()
        await #expect(throws: LedgerError.notStored("the records are closed")) { try await records.commit(.sample()) }
        await records.close()
    }
}
