import Foundation
import GRDB
import Reception
import Testing

@testable import Records

@Suite("Claiming requests")
struct ClaimTests {
    let folder: TemporaryFolder
    let records: Records
    let repairs = DueList(menu: "heating", list: "repairs")

    init() throws {
        folder = try TemporaryFolder()
        records = try Records(file: folder.file, now: someday)
    }

    private func request(_ index: Int, due: Double? = 3600) -> CallbackRequest {
        var request = CallbackRequest.sample(CallbackRequest.number(index), call: "call-\(index)")
        request.menu = "heating"
        request.dueAt = due.map { someday + $0 }
        return request
    }

    private func claim(_ records: Records? = nil, at now: Date = someday) async throws -> [CallbackClaim] {
        try await (records ?? self.records).claimDue(now: now, by: "one", lists: [repairs])
    }

    @Test("two servers on one file, many at once: every request is claimed once, and never more than the cap")
    func twoServers() async throws {
        let other = try Records(file: folder.file, now: someday)
        for index in 0..<60 { _ = try await records.commit(request(index)) }
        let list = DueList(menu: "heating", list: "repairs", atOnce: 7)
        let claimed = try await withThrowingTaskGroup(of: [Int64].self) { group in
            for worker in 0..<8 {
                let server = worker % 2 == 0 ? records : other
                group.addTask {
                    var mine: [Int64] = []
                    while true {
                        let claims = try await server.claimDue(now: someday, by: "w\(worker)", lists: [list])
                        let underWay = try server.reader.callbacks(open: true).count { $0.status == .dialing }
                        #expect(underWay <= 7)
                        for claim in claims {
                            mine.append(claim.row.id)
                            try await server.record(.talked(seconds: 5), attempt: claim.attempt, now: someday)
                        }
                        if try server.reader.callbacks(open: true).isEmpty { return mine }
                    }
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(claimed.sorted() == Array(1...60))
    }

    @Test("whose promise ends first is called first; those without a promise after them")
    func order() async throws {
        for (index, due) in [nil, 900.0, 300.0].enumerated() { _ = try await records.commit(request(index, due: due)) }
        let list = DueList(menu: "heating", list: "repairs", atOnce: 3)
        let claims = try await records.claimDue(now: someday, by: "one", lists: [list])
        #expect(claims.map(\.row.id) == [3, 2, 1])
        #expect(claims.allSatisfy { $0.row.status == .dialing && $0.row.claimedBy == "one" && $0.row.attempts == 1 })
    }

    @Test("only lists that are named are called, and nobody whose time has not come or who has an owner")
    func notYet() async throws {
        var early = request(1)
        early.callFrom = someday + 100
        _ = try await records.commit(early)
        _ = try await records.commit(request(2))
        _ = try DeskWriter(file: folder.file, now: { someday }).claim(2, by: "anna")
        #expect(try await claim() == [])
        #expect(try records.reader.callback(1).row.status == .new && records.reader.callback(2).row.status == .due)
        #expect(try await records.nextDeskMoment() == someday + 100)
        let other = try await records.claimDue(
            now: someday + 100, by: "one",
            lists: [DueList(menu: "heating", list: "bills"), DueList(menu: "x", list: "repairs")])
        #expect(other == [])
        #expect(try await claim(at: someday + 100).map(\.row.id) == [1])
    }

    @Test("a server that died gives its requests back when its claim ends; who was connected is done")
    func lost() async throws {
        _ = try await records.commit(request(1))
        let first = try #require(try await claim().first)
        await records.close()
        let reopened = try Records(file: folder.file, now: someday)
        #expect(try await claim(reopened, at: someday + 299) == [])
        let second = try #require(try await claim(reopened, at: someday + 300).first)
        #expect(second.row.id == first.row.id && second.token != first.token)
        #expect(try reopened.reader.callback(1).attempts.map(\.result) == ["lost", ""])
        #expect(try await reopened.connected(attempt: second.attempt, now: someday + 310, lease: .seconds(100)))
        #expect(try await !reopened.connected(attempt: first.attempt, now: someday + 311), "it is not its any more")
        #expect(try await claim(reopened, at: someday + 410) == [])
        let row = try reopened.reader.callback(1).row
        #expect(row.status == .done && row.connected == someday + 310 && row.closed == someday + 410)
    }

    @Test("a row is fetched with its token alone, while its claim lasts")
    func token() async throws {
        _ = try await records.commit(request(1))
        let claim = try #require(try await claim().first)
        #expect(claim.token.count == 32)
        let now = someday + 10
        #expect(try await records.claim(attempt: claim.attempt, token: claim.token, now: now)?.row.id == 1)
        for wrong in ["", String(repeating: "0", count: 32), claim.token + "0", String(claim.token.dropLast())] {
            #expect(try await records.claim(attempt: claim.attempt, token: wrong, now: now) == nil)
        }
        #expect(try await records.claim(attempt: claim.attempt + 1, token: claim.token, now: now) == nil)
        #expect(try await records.prolong(attempt: claim.attempt, now: now, lease: .seconds(900)))
        #expect(try await records.claim(attempt: claim.attempt, token: claim.token, now: someday + 909) != nil)
        #expect(try await records.claim(attempt: claim.attempt, token: claim.token, now: someday + 910) == nil)
    }

    @Test("by name it is called whatever its time, its owner or its status; ended or held ones are refused in words")
    func byName() async throws {
        var early = request(1)
        early.callFrom = someday + 100_000
        early.status = .missed
        _ = try await records.commit(early)
        let claim = try await records.claim(1, now: someday, by: "hand")
        await #expect(throws: RecordsError.notNow("callback 1 is being called at this moment by hand (dialing)")) {
            try await records.claim(1, now: someday, by: "other")
        }
        try await records.record(.settled, attempt: claim.attempt, now: someday)
        await #expect(throws: RecordsError.notNow("callback 1 is done; what was settled is not called again")) {
            try await records.claim(1, now: someday, by: "other")
        }
        await #expect(throws: RecordsError.noRow(table: "callbacks", id: "7")) {
            try await records.claim(7, now: someday, by: "other")
        }
        _ = try await records.commit(.sample(nil, status: .missed))
        await #expect(throws: RecordsError.notNow("callback 2 has no number: the caller withheld it")) {
            try await records.claim(2, now: someday, by: "other")
        }
    }

    @Test("the desk is woken by a request and by an outcome")
    func signals() async throws {
        var signals = records.deskSignals.makeAsyncIterator()
        _ = try await records.commit(request(1))
        await signals.next()
        let claim = try #require(try await claim().first)
        try await records.record(.busy, attempt: claim.attempt, now: someday)
        await signals.next()
        await records.close()
        #expect(await signals.next() == nil)
    }
}
