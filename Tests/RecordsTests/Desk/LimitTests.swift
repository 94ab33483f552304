import Foundation
import Reception
import Testing

@testable import Records

@Suite("Limits against abuse")
struct LimitTests {
    let folder: TemporaryFolder
    let records: Records

    init() throws {
        folder = try TemporaryFolder()
        var limits = RecordsLimits()
        limits.callbacksPerNumber = 3
        limits.callbacksPerHour = 8
        records = try Records(file: folder.file, limits: limits, now: someday)
    }

    @Test("a number that asks too often in a day is refused in words; another is not, nor is it a day later")
    func perNumber() async throws {
        for list in ["a", "b", "c"] { _ = try await records.commit(.sample(list: list)) }
        let words = "one number asked 3 times in 24 hours; callbacks-per-number is 3"
        await #expect(throws: LedgerError.tooMany(words)) { try await records.commit(.sample(list: "d")) }
        #expect(try await !records.commit(.sample(list: "c")).isNew, "who is on the list already is refreshed")
        #expect(try await records.commit(.sample("+447700900002", list: "d")).isNew)
        #expect(try await records.commit(.sample(list: "d", at: someday + 86_401)).isNew)
        #expect(records.health == RecordsHealth(), "a limit is no trouble of the file")
    }

    @Test("more than the limit of an hour are refused, however they come; missed calls beyond it leave no row")
    func perHour() async throws {
        let results = await withTaskGroup(of: Bool.self) { group in
            for index in 0..<20 {
                group.addTask { (try? await records.commit(.sample(CallbackRequest.number(index)))) != nil }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(results.count { $0 } == 8)
        records.callStarted(.sample("call-1"))
        records.callEnded(.sample("call-1", leaves: .sample("+447700900077", status: .missed)))
        await records.flush()
        #expect(try records.reader.callbacks().count == 8)
        #expect(try records.reader.calls().map(\.outcome) == ["hangup"], "the call itself is noted")
        #expect(try await records.commit(.sample("+447700900078", at: someday + 3601)).isNew)
    }

    @Test("who repeats an open request again and again does not tell staff or their web service again and again")
    func mails() async throws {
        var told: [OutboxItem.Kind: Int] = [:]
        for turn in 0..<10 {
            var request = CallbackRequest.sample(at: someday + Double(turn), notify: ["anna@example.org"])
            request.webhook = "https://crm.example/new"
            _ = try await records.commit(request)
            while let item = try await records.nextDue(now: someday + 100, lease: .seconds(60)) {
                try await records.outboxDone(item.id)
                told[item.kind, default: 0] += 1
            }
        }
        #expect(told == [.callbackMail: 3, .callbackWebhook: 3])
        #expect(try records.reader.callback(1).row.asked == 10)
    }

    @Test("a hundred calls of one number at once make one row, and each is told its place")
    func hundred() async throws {
        _ = try await records.commit(.sample("+447700900099"))
        let receipts = try await withThrowingTaskGroup(of: CallbackReceipt.self) { group in
            for call in 0..<100 { group.addTask { try await records.commit(.sample(call: "call-\(call)")) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(receipts.count { $0.isNew } == 1 && receipts.allSatisfy { $0.place == 2 && $0.id == 2 })
        #expect(try records.reader.callbacks().map(\.asked) == [1, 100])
    }
}
