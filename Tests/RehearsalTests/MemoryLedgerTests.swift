import Foundation
import Reception
import Rehearsal
import Testing

@Suite("A ledger in memory")
struct MemoryLedgerTests {
    private func request(_ number: String?, list: String = "office") -> CallbackRequest {
        CallbackRequest(
            call: "1", list: list, at: Date(timeIntervalSince1970: 0), number: number, numberAsGiven: number,
            source: .network, isConfirmed: true, status: .new, reason: "", label: "", language: "en")
    }

    @Test("gives each new request of a list the next place")
    func places() async throws {
        let ledger = MemoryLedger()
        #expect(try await ledger.commit(request("+441")) == CallbackReceipt(id: 1, isNew: true, place: 1))
        #expect(try await ledger.commit(request("+442")) == CallbackReceipt(id: 2, isNew: true, place: 2))
        #expect(
            try await ledger.commit(request("+442", list: "other")) == CallbackReceipt(id: 3, isNew: true, place: 1))
    }

    @Test("refreshes a request of the same number and list, and tells its place on that list")
    func refreshes() async throws {
        let ledger = MemoryLedger()
        _ = try await ledger.commit(request("+449", list: "other"))
        _ = try await ledger.commit(request("+441"))
        var again = request("+441")
        again.reason = "again"
        #expect(try await ledger.commit(again) == CallbackReceipt(id: 2, isNew: false, place: 1))
        #expect(ledger.callbacks.map(\.reason) == ["", "again"])
    }

    @Test("refuses what it is told to refuse, and keeps nothing of it")
    func refuses() async throws {
        let ledger = MemoryLedger(refusing: .overdue)
        await #expect(throws: LedgerError.overdue) { try await ledger.commit(request("+441")) }
        #expect(ledger.callbacks.isEmpty)
    }

    @Test("keeps the row that a hang-up leaves")
    func leaves() {
        let ledger = MemoryLedger()
        ledger.callEnded(
            CallEnd(
                call: "1", at: Date(timeIntervalSince1970: 0), language: "en", label: "", path: "", outcome: .hangup,
                reason: "", toPerson: nil, leaves: request(nil)))
        #expect(ledger.callbacks.count == 1)
    }

    @Test("counts earlier calls of a number since a moment")
    func earlier() {
        let ledger = MemoryLedger()
        for second in [10.0, 20, 30] {
            ledger.callStarted(
                CallStart(
                    facts: CallFacts(id: "\(second)"), number: "+441", at: Date(timeIntervalSince1970: second),
                    menu: "m", version: "v", language: "en"))
        }
        #expect(ledger.earlierCalls(of: "+441", since: Date(timeIntervalSince1970: 20)) == 2)
        #expect(ledger.earlierCalls(of: "+442", since: Date(timeIntervalSince1970: 0)) == 0)
    }
}
