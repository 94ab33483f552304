import Reception
import Rehearsal
import Testing

@Suite("A collect that is read back")
struct CollectConfirmTests {
    static let right = "If that is right, press 1. To change it, press 2."

    static func call(
        _ fields: String, _ script: String, country: String = "GB", _ change: (inout Rehearsed.World) -> Void = { _ in }
    ) async throws -> Rehearsed {
        try await Rehearsed.whole(CollectTests.menu(fields, #""country": "\#(country)""#), script) { world in
            world.people = CollectTests.people
            change(&world)
        }
    }

    @Test("says digits one by one, long ones in groups")
    func digits() async throws {
        let short = try await Self.call(#""digits": "2-8", "confirm": true"#, "1234#, 1")
        let long = try await Self.call(#""digits": "2-8", "confirm": true"#, "1234567#, 1")
        #expect(short.said.last == "You entered 1 2 3 4. \(Self.right)", "\(short)")
        #expect(long.said.last == "You entered 1 2 3, 4 5 6 7. \(Self.right)", "\(long)")
        #expect(long.shown == ["1234567"])
    }

    @Test("says telephone numbers in their national form, and reads them back unless told not to")
    func phone() async throws {
        let call = try await Self.call(#""as": "phone""#, "07700900002#, 1")
        #expect(call.said.last == "You entered 0 7 7, 0 0 9, 0 0 0, 0 2. \(Self.right)", "\(call)")
        #expect(call.shown == ["+447700900002"])
        let quiet = try await Self.call(#""as": "phone", "confirm": false"#, "07700900002#")
        #expect(quiet.said == [CollectTests.ask], "\(quiet)")
    }

    @Test("says dates and times in words")
    func words() async throws {
        let date = try await Self.call(#""as": "date", "confirm": true"#, "03041985, 1")
        let time = try await Self.call(#""as": "time", "confirm": true"#, "0920, 1")
        #expect(date.said.last == "You entered Wednesday, 3 April, 1985. \(Self.right)", "\(date)")
        #expect(time.said.last == "You entered nine twenty. \(Self.right)", "\(time)")
    }

    @Test("is taken by 1 or #", arguments: ["1", "#"])
    func taken(key: String) async throws {
        let call = try await Self.call(#""digits": "2-8", "confirm": true"#, "1234#, \(key)")
        #expect(call.shown == ["1234"], "\(call)")
    }

    @Test("is asked again by 2 or *", arguments: ["2", "*"])
    func again(key: String) async throws {
        let call = try await Self.call(
            #""digits": "2-8", "confirm": true, "again": "The number, please.""#, "1234#, \(key), 5678#, 1")
        #expect(call.said[2] == "The number, please.", "\(call)")
        #expect(call.shown == ["5678"])
    }

    @Test("is read back once more after silence, and then not done")
    func silence() async throws {
        let call = try await Self.call(
            #""digits": "2-8", "confirm": true, "otherwise": { "say": "Well." }"#, "1234#, silence, silence")
        #expect(call.said.filter { $0.hasPrefix("You entered") }.count == 2, "\(call)")
        #expect(call.said.last == "Well.")
        #expect(call.shown == ["nothing"])
        let plain = try await Self.call(#""digits": "2-8", "confirm": true"#, "1234#, silence, silence")
        #expect(plain.rang == ["200"], "\(plain)")
    }

    @Test("leads to the operator at once by 0")
    func zero() async throws {
        let call = try await Self.call(#""digits": "2-8", "confirm": true"#, "1234#, 0")
        #expect(call.rang == ["200"], "\(call)")
        #expect(call.when("(rings 200)") == call.when("[0]"))
    }

    @Test("is not done after too many keys that mean nothing")
    func confused() async throws {
        let call = try await Self.call(
            #""digits": "2-8", "confirm": true, "otherwise": { "say": "Well." }"#, "1234#, 7, wait 4, 7, wait 4, 7")
        #expect(call.said.last == "Well.", "\(call)")
    }

    @Test("may be typed ahead")
    func ahead() async throws {
        let collect = #"{ "say": "Number?", "collect": "a", "digits": "2-8", "confirm": true }"#
        let call = try await CollectTypeAheadTests.call(
            #"[\#(CollectTypeAheadTests.heard), \#(collect), { "ring": "201", "show": "{a}" }]"#, "1234#1 now")
        #expect(call.shown == ["1234"], "\(call)")
        #expect(call.said == [CollectTypeAheadTests.text])
    }

    @Test("is spelled by Asterisk when it cannot be spoken")
    func spelled() async throws {
        let call = try await Self.call(#""digits": "2-8", "confirm": true"#, "1234#, 1") {
            $0.prompts = HeardPrompts { $0.hasPrefix("You entered") }
        }
        #expect(call.said.last == "1234", "\(call)")
        #expect(call.shown == ["1234"])
    }
}
