import FakeAsterisk
import Records
import Testing

@testable import Attendant

@Suite("What a caller leaves who hangs up")
struct HangupTests {
    /// A moment, and what the records hold afterwards.
    struct Moment: Sendable, CustomTestStringConvertible {
        let name: String
        let keys: String
        let outcome: String
        var callbacks: [String] = []
        var messages: [String] = []

        var testDescription: String { name }
    }

    static let moments = [
        Moment(name: "in the menu", keys: "hang up at 2", outcome: "hangup"),
        Moment(
            name: "while a telephone rings", keys: "1, hang up at 5", outcome: "hangup",
            callbacks: ["missed office +447700900001 Repairs 1 Repairs"]),
        Moment(
            name: "while the number is offered", keys: "2, hang up at 1", outcome: "hangup",
            callbacks: ["unconfirmed office +447700900001 Call back 2 Call back"]),
        Moment(name: "while a number is typed", keys: "2, 2, 0770, hang up", outcome: "hangup"),
        Moment(
            name: "over the thanks", keys: "2, 1, hang up at 1", outcome: "callback",
            callbacks: ["new office +447700900001 Call back 2 Call back"]),
        Moment(
            name: "in a message", keys: "3, speak 6, hang up", outcome: "voicemail",
            messages: ["anna 3 Leave a message"]),
        Moment(name: "in a message too short to be one", keys: "3, speak 1, hang up at 0", outcome: "hangup"),
    ]

    @Test("the right rows for each moment", arguments: moments)
    func rows(moment: Moment) async throws {
        try await House.open { house in
            var world = Menus.world
            world.otherTelephones = .noAnswer
            let report = try await house.call(moment.keys, IncomingCall(), world)
            #expect(report.unused.isEmpty)
            #expect(report.status == .hangup)
            let records = await house.records()
            let callbacks = try records.callbacks().map { row in
                "\(row.status.rawValue) \(row.list) \(row.number ?? "?") \(row.label) \(row.reason)"
            }
            #expect(callbacks == moment.callbacks)
            #expect(try records.messages().map { "\($0.recipient) \($0.path)" } == moment.messages)
            let call = try #require(try records.calls().first)
            #expect(call.outcome == moment.outcome)
            #expect(call.ended != nil)
            #expect(call.reason.hasPrefix("hang-up in ") || moment.outcome == "callback")
            #expect(try !records.call(call.id).steps.isEmpty)
            #expect(house.log.noise.isEmpty, "a hang-up is no fault")
        }
    }

    @Test("an answered talk that the caller ends is a talk, and nothing is missed")
    func afterTalk() async throws {
        try await House.open { house in
            _ = try await house.call("1, hang up at 6")
            let records = await house.records()
            #expect(try records.calls().map(\.outcome) == ["talked"])
            #expect(try records.callbacks().isEmpty)
        }
    }

    @Test(
        "at any byte of what Asterisk sends: the call is over, and the next one works",
        arguments: [400, 620, 660, 720, 900])
    func anyByte(bytes: Int) async throws {
        let house = try await House.open { house in
            let script = try CallerScript("2, 1")
            for wire in [WireOptions(hangUpAfterBytes: bytes), WireOptions(pieceBytes: 1, cutAfterBytes: bytes)] {
                let fake = FakeCall(IncomingCall(), world: Menus.world, caller: script, wire: wire)
                _ = try await fake.run(host: "127.0.0.1", port: house.port, on: house.loop)
            }
            #expect(try await house.call("0").variables["ATTENDANT_STATUS"] == "talked")
            return house
        }
        let reader = try RecordsReader(file: house.configuration.data + "/attendant.sqlite")
        #expect(try reader.calls().allSatisfy { $0.ended != nil })
        #expect(try reader.callbacks().count <= 1)
    }
}
