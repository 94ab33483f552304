import Foundation
import Reception
import Testing

@testable import Records

@Suite("A clock that is set back an hour")
struct ClockBackTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test("keeps what comes, tells the new at once, and the old when its time has come again; nothing twice")
    func back() async throws {
        let records = try Records(file: folder.file, now: someday)
        let earlier = someday.addingTimeInterval(-3600)
        let lease = Duration.seconds(60)
        _ = try await records.commit(.sample(notify: ["anna@example.org"]))
        let second = CallbackRequest.sample("+447700900002", at: earlier, call: "call-2", notify: ["anna@example.org"])
        #expect(try await records.commit(second).place == 2)
        #expect(try await records.commit(.sample(at: earlier, call: "call-3")).isNew == false)

        let told = try #require(try await records.nextDue(now: earlier, lease: lease))
        try await records.outboxDone(told.id)
        #expect(try await records.nextDue(now: earlier, lease: lease) == nil)
        let late = try #require(try await records.nextDue(now: someday, lease: lease))
        #expect(late.id != told.id)
        try await records.outboxDone(late.id)
        #expect(try await records.nextDue(now: someday.addingTimeInterval(7200), lease: lease) == nil)
        #expect(try records.reader.callbacks().map(\.number) == ["+447700900001", "+447700900002"])
        #expect(try records.reader.findings() == [])
    }

    @Test("a call that ended before it began is under nobody's feet: it has no length")
    func call() async throws {
        let records = try Records(file: folder.file, now: someday)
        for (id, seconds) in [("call-1", -3_590.0), ("call-2", 10)] {
            var end = CallEnd.sample(id)
            end.at = someday.addingTimeInterval(seconds)
            records.callStarted(.sample(id))
            records.callEnded(end)
        }
        await records.flush()
        let calls = try records.reader.calls()
        #expect(Dictionary(uniqueKeysWithValues: calls.map { ($0.id, $0.seconds) }) == ["call-1": nil, "call-2": 10])
        #expect(calls.allSatisfy { $0.outcome != nil })
        #expect(try records.reader.findings() == [])
    }
}
