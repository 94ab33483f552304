import Foundation
import Logging
import MenuFile
import PhoneNumbers
import Reception
import Records
import Rehearsal
import TestClocks
import Testing

@testable import Attendant

@Suite("Calling back by itself")
struct DiallerRunTests {
    private static let now = Date(timeIntervalSince1970: 1_772_557_200)
    private static let menu = """
        { "attendant": 1, "name": "Miller", "country": "GB", "operator": "200", "people": { "anna": "201" },
          "callbacks": { "office": {}, "anna": {} },
          "start": { "menu": { "1": { "for": "a", "callback": "office" }, "2": { "for": "b", "callback": "anna" } } } }
        """
    private let folder: TemporaryFolder
    private let records: Records
    private let board = MenuBoard()

    init() throws {
        folder = try TemporaryFolder()
        records = try Records(file: folder.path + "/attendant.sqlite", now: Self.now)
        let loaded = MenuLoader.load(text: Self.menu, fileName: "reception.json", release: .whole)
        let document = try #require(loaded.document, "\(loaded.findings)")
        board.change(put: [MenuVersion(document: document, version: "1")], remove: [])
    }

    private func ask(_ list: String, _ numbers: ClosedRange<Int>) async throws {
        for number in numbers {
            _ = try await records.commit(
                CallbackRequest(
                    call: "call-\(list)-\(number)", list: list, at: Self.now, number: "+44770090000\(number)",
                    numberAsGiven: nil, source: .network, isConfirmed: true, status: .new, reason: "", label: "Repairs",
                    language: "en", menu: "reception"))
        }
    }

    private func dialler(_ starter: FakeStarter, atOnce: Int) -> CallbackDialler {
        let ringer = AgentRinger(
            records: records, starter: starter, clock: ManualClock(), now: { Self.now }, address: "127.0.0.1:4573")
        return CallbackDialler(
            records: records, board: board, ringer: ringer, library: EstimatedPrompts(),
            house: Reception.House(outside: "PJSIP/{number}@trunk", messages: "/m"), numbers: NumberRules(),
            atOnce: atOnce, logger: SeenLog().logger)
    }

    private func rows() throws -> [String] { try records.reader.callbacks().map { "\($0.list) \($0.status)" }.sorted() }

    @Test("rings for as many of each list as may be at once, and gives the telephones up when it is stopped")
    func capAndStop() async throws {
        try await ask("office", 1...3)
        try await ask("anna", 4...6)
        let (rings, ringing) = AsyncStream<String>.makeStream()
        let starter = FakeStarter(Array(repeating: .answered, count: 6)) { ringing.yield($0.channel) }
        let dialler = dialler(starter, atOnce: 2)
        let task = Task { await dialler.run() }
        var rung: [String] = []
        for await channel in rings {
            rung.append(channel)
            if rung.count == 4 { ringing.finish() }
        }
        // All that one look takes is taken in one transaction, so this is the cap and no moment on the way to it.
        #expect(
            try rows() == [
                "anna dialing", "anna dialing", "anna due", "office dialing", "office dialing", "office due",
            ])
        #expect(rung.sorted() == ["PJSIP/200", "PJSIP/200", "PJSIP/201", "PJSIP/201"])
        task.cancel()
        await task.value
        #expect(starter.channels.count == 4 && starter.withdrawn.sorted() == [1, 2, 3, 4])
        #expect(try rows().allSatisfy { $0.hasSuffix("due") })
    }

    @Test("rings nobody for a request that somebody has taken as their own")
    func owned() async throws {
        try await ask("office", 1...1)
        let writer = try DeskWriter(file: folder.path + "/attendant.sqlite", now: { Self.now })
        _ = try writer.claim(1, by: "Ben")
        try await ask("anna", 4...4)
        let (rings, ringing) = AsyncStream<String>.makeStream()
        let starter = FakeStarter([.answered, .answered]) { ringing.yield($0.channel) }
        let dialler = dialler(starter, atOnce: 2)
        let task = Task { await dialler.run() }
        var first: String?
        for await channel in rings {
            first = channel
            ringing.finish()
        }
        #expect(first == "PJSIP/201")
        #expect(try rows() == ["anna dialing", "office due"])
        task.cancel()
        await task.value
    }
}
