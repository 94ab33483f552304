import FakeAsterisk
import Foundation
import MenuFile
import Reception
import Records
import Testing

@testable import Attendant

@Suite("The telephone of whoever calls back")
struct AgentLegTests {
    /// A request on the list "office", claimed as a dialler would.
    static func claimed(_ house: House, number: String = "+447700900001") async throws -> CallbackClaim {
        let request = CallbackRequest(
            call: "call-1", list: "office", at: Date(), number: number, numberAsGiven: nil, source: .network,
            isConfirmed: true, status: .new, callerName: "J Smith", dialled: "020 7946 0001", reason: "1 Repairs",
            label: "Repairs", language: "en", timeZone: "Europe/London", menu: "reception", path: "1 Repairs")
        let receipt = try await house.server.records.commit(request)
        return try await house.server.records.claim(receipt.id, now: Date(), by: "test")
    }

    static func script(_ claim: CallbackClaim, token: String? = nil) -> String {
        let url = AgentScriptURL(
            attempt: claim.attempt, token: token ?? claim.token, agent: "anna b", menu: "reception")
        return String(url.text(address: "h").dropFirst("agi://h/".count))
    }

    private func answered(
        _ keys: String, _ telephone: Telephone = .noAnswer, number: String = "+447700900001",
        change: (inout Attendant.Configuration) -> Void = { _ in }
    ) async throws -> (CallReport, CallbackRow, [AttemptRow]) {
        try await House.open(change: change) { house in
            let claim = try await Self.claimed(house, number: number)
            var world = World()
            world.otherTelephones = telephone
            let report = try await house.call(
                keys, IncomingCall(script: Self.script(claim), number: nil, state: .up), world)
            let (row, attempts) = try await house.records().callback(claim.row.id)
            return (report, row, attempts)
        }
    }

    @Test("1 calls: the right number, with ours, and the talk ends the request")
    func talked() async throws {
        let (report, row, attempts) = try await answered("wait 3, 1", .answers(after: .seconds(2), talks: .seconds(9)))
        #expect(report.rung.map(\.dialString) == ["PJSIP/+447700900001"])
        #expect(report.rung.map(\.number) == ["+442079460001"])
        #expect(report.rung.map(\.name) == ["Miller"])
        #expect(row.status == .done)
        #expect(attempts.map(\.result) == ["talked"])
        #expect(attempts.map(\.agent) == ["anna b"])
    }

    @Test("the number of the setting is shown instead of the one that was dialled")
    func callerID() async throws {
        let (report, _, _) = try await answered("1", .busy) { $0.callerid = "+442079460099" }
        #expect(report.rung.map(\.number) == ["+442079460099"])
    }

    @Test("2 is later, 3 is settled: nobody is dialled", arguments: [("2", "later"), ("3", "done")])
    func others(key: String, result: String) async throws {
        let (report, row, attempts) = try await answered(key, .answers(after: .seconds(1)))
        #expect(report.rung.isEmpty)
        #expect(attempts.map(\.result) == [result])
        #expect(row.status == (key == "3" ? .done : .due))
        #expect(row.tries == 0 || key == "3")
    }

    @Test("silence, as of a mailbox that answers, is no call", arguments: ["wait 90", "9, 9, 9", "hang up"])
    func nobody(keys: String) async throws {
        let (report, row, attempts) = try await answered(keys, .answers(after: .seconds(1)))
        #expect(report.rung.isEmpty)
        #expect(attempts.map(\.result) == ["not-called"])
        #expect(row.status == .due && row.tries == 0 && row.connected == nil)
        #expect(try #require(row.nextAttempt) > Date())
    }

    @Test(
        "who cannot be reached is recorded as that, and said",
        arguments: [
            (Telephone.busy, "busy", CallbackStatus.due), (.noAnswer, "no-answer", .due), (.congestion, "failed", .due),
            (.offline, "failed", .due),
        ])
    func unreached(telephone: Telephone, result: String, status: CallbackStatus) async throws {
        let (report, row, attempts) = try await answered("1", telephone)
        #expect(attempts.map(\.result) == [result])
        #expect(row.status == status && row.tries == 1 && row.connected == nil)
        #expect(report.said.last == "Nobody could be reached there.")
    }

    @Test("an agent who hangs up while it rings has called nobody")
    func hungUp() async throws {
        let (_, row, attempts) = try await answered("1, wait 5, hang up", .answers(after: .seconds(30)))
        #expect(attempts.map(\.result) == ["not-called"])
        #expect(row.status == .due && row.connected == nil)
    }

    @Test("a number that has become ours, or costs, is not dialled", arguments: ["+442079460001", "+449098790001"])
    func refused(number: String) async throws {
        let (report, row, _) = try await answered("1", .answers(after: .seconds(1)), number: number) {
            $0.ownNumbers = ["020 7946 0001"]
        }
        #expect(report.rung.isEmpty)
        #expect(row.status == .invalid)
    }

    @Test("a second telephone for the same attempt is told that it is taken")
    func twice() async throws {
        try await House.open { house in
            let claim = try await Self.claimed(house)
            _ = try await house.call("3", IncomingCall(script: Self.script(claim), number: nil), Menus.world)
            let report = try await house.call(
                "wait 20", IncomingCall(script: Self.script(claim), number: nil, state: .up), Menus.world)
            #expect(report.said.filter { $0.contains(" ") } == ["This call back has been taken already."])
            #expect(report.rung.isEmpty)
        }
    }

    @Test("the caller's answer is told by a script of its own, with the token, and makes the request connected")
    func connected() async throws {
        try await House.open { house in
            let claim = try await Self.claimed(house)
            var world = World()
            world.otherTelephones = .answers(after: .seconds(1), talks: .seconds(600))
            let (rings, feed) = AsyncStream.makeStream(of: Void.self)
            async let report = FakeCall(
                IncomingCall(script: Self.script(claim), number: nil, state: .up), world: world,
                caller: try CallerScript("wait 3, 1, hang up at 5"), pace: .real
            ).run(host: "127.0.0.1", port: house.port) { event in
                if case .rings = event.kind { feed.yield() }
            }
            for await _ in rings { break }
            for token in ["wrong", claim.token] {
                _ = try await house.call("", IncomingCall(script: Self.script(claim, token: token) + "&answered=1"))
                let wanted: CallbackStatus = token == claim.token ? .connected : .dialing
                // The row is written after the script has ended, for both talk already.
                var status = try await house.records().callback(claim.row.id).0.status
                while status != wanted, status == .dialing {
                    await Task.yield()
                    status = try await house.records().callback(claim.row.id).0.status
                }
                #expect(status == wanted)
            }
            #expect(try await report.ending != .silence)
            let (row, attempts) = try await house.records().callback(claim.row.id)
            #expect(row.status == .done && attempts.first?.connected != nil)
            #expect((attempts.first?.secondsTalked ?? 99) < 10)
        }
    }

    @Test(
        "only an address of plain characters becomes an option of Dial",
        arguments: [
            ("agi://127.0.0.1:4573/.callback?attempt=1&token=ab", true), ("agi://[::1]:4573/.callback?a=%2C", true),
            ("agi://h/.callback?a=b)", false), ("agi://h/.callback?a=b,c", false), ("http://h/", false),
            ("agi://h/" + String(repeating: "a", count: 600), false),
        ])
    func address(text: String, isPlain: Bool) {
        #expect(AgentScriptURL.answered(text) == (isPlain ? text + "&answered=1" : nil))
    }
}
