import FakeAsterisk
import Foundation
import Records
import Sockets
import Synchronization
import Testing

@testable import Attendant

@Suite("Strangers at the script of those who call back", .timeLimit(.minutes(2)))
struct AgentStrangerTests {
    private static let wrong = String(repeating: "0", count: 32)

    /// Asks for a script as Asterisk does, says nothing more, and waits for the first bytes: none when the server has closed.
    private static func ask(_ script: String, _ house: House) async throws -> (Connection, [UInt8]) {
        let connection = try await house.connect()
        let lines = ["agi_network: yes", "agi_request: agi://h/\(script)", "agi_network_script: \(script)", "", ""]
        try await connection.send(Array(lines.joined(separator: "\n").utf8))
        return (connection, try await connection.receive())
    }

    @Test(
        "who guesses hears nothing and is closed, and keeps nobody from the request, whether the server asks for a secret or not",
        arguments: [false, true])
    func guesses(asksForSecret: Bool) async throws {
        let folder = try TemporaryFolder()
        let secrets = try folder.write("correct-horse-battery-staple", "secrets")
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: secrets)
        try await House.open(change: { if asksForSecret { $0.agiSecretFile = secrets } }) { house in
            let claim = try await AgentLegTests.claimed(house)
            var strangers: [Connection] = []
            defer { for stranger in strangers { stranger.close() } }
            for token in [Self.wrong, "", String(claim.token.dropLast()), claim.token + "0"] {
                let (stranger, heard) = try await Self.ask(AgentLegTests.script(claim, token: token), house)
                strangers.append(stranger)
                #expect(heard.isEmpty, "\(String(decoding: heard, as: UTF8.self))")
            }
            // None of them has hung up when the telephone comes.
            let report = try await house.call(
                "3", IncomingCall(script: AgentLegTests.script(claim), number: nil, state: .up), Menus.world)
            #expect(!report.said.contains("This call back has been taken already."))
            let (row, attempts) = try await house.records().callback(claim.row.id)
            #expect(row.status == .done && attempts.map(\.result) == ["done"])
        }
        withExtendedLifetime(folder) {}
    }

    @Test("a wrong token shows nothing of the row, and changes nothing, while the request is open and after")
    func wrongToken() async throws {
        try await House.open { house in
            let claim = try await AgentLegTests.claimed(house)
            let call = IncomingCall(script: AgentLegTests.script(claim, token: Self.wrong), number: nil, state: .up)
            let first = try await house.call("wait 20", call, Menus.world)
            #expect(first.exchanges.isEmpty && first.said.isEmpty && first.rung.isEmpty)
            #expect(try await house.records().callback(claim.row.id).row.status == .dialing)
            _ = try await house.call(
                "3", IncomingCall(script: AgentLegTests.script(claim), number: nil), Menus.world)
            let second = try await house.call("wait 20", call, Menus.world)
            #expect(second.exchanges.isEmpty && second.said.isEmpty)
            var other = claim.attempt
            other += 1
            let (stranger, heard) = try await Self.ask(
                ".callback?attempt=\(other)&token=\(claim.token)&menu=reception", house)
            #expect(heard.isEmpty)
            stranger.close()
        }
    }

    /// A desk that counts its lines by a clock of the test's own and writes into a log of its own.
    private static func desk(_ house: House, _ log: SeenLog, _ time: @escaping @Sendable () -> ContinuousClock.Instant)
        -> CallDesk
    {
        let server = house.server.desk
        let agents = AgentDesk(
            records: house.server.records, services: server.services, board: server.board, house: server.house,
            callerID: "", logger: log.logger, strangers: LineRate(now: time), latecomers: LineRate(now: time))
        return CallDesk(
            board: server.board, services: server.services, house: server.house, secrets: [], agents: agents,
            gauges: server.gauges, logger: log.logger, unknown: LineRate(now: time))
    }

    @Test("tokens guessed, requests taken and menus that there are not are a line a second each, with their count")
    func lines() async throws {
        let log = SeenLog()
        let start = ContinuousClock.now
        let time = Mutex(start)
        try await House.open { house in
            let claim = try await AgentLegTests.claimed(house)
            let right = AgentLegTests.script(claim)
            let guess = AgentLegTests.script(claim, token: Self.wrong)
            let scripts = [
                ".callback", guess, guess + "&answered=1", ".callback?attempt=1&token=a&menu=none", right, "none",
            ]
            try await house.serving(by: Self.desk(house, log, { time.withLock { $0 } })) { house in
                _ = try await house.call("3", IncomingCall(script: right, number: nil), Menus.world)
                for second in 0..<2 {
                    time.withLock { $0 = start + .seconds(second) }
                    for script in scripts + scripts {
                        _ = try await house.call("wait 20", IncomingCall(script: script))
                    }
                }
            }
        }
        func counts(_ message: String) -> [String?] {
            log.noise.filter { $0.message == message }.map { $0.facts["count"] }
        }
        #expect(counts("callback script without its token") == ["1", "8"])
        #expect(counts("callback taken already") == ["1", "2"])
        #expect(counts("no such menu") == ["1", "2"])
        #expect(log.noise.first { $0.message.contains("token") }?.facts["peer"] == "127.0.0.1")
    }
}
