import FakeAsterisk
import Foundation
import Reception
import Records
import Testing

@testable import Attendant

@Suite("A real call as a call test")
struct AsTestTests {
    @Test(
        "a call over TCP becomes a test that check passes against the same menu",
        arguments: ["1", "2, 1", "2, 2, 07700900002#, 1", "3, speak 6, 1", "0 now", "", "5, 1", "*, 1"])
    func passes(keys: String) async throws {
        try await House.open { house in
            _ = try await house.call(keys, IncomingCall(name: "Jo \"J\" Miller"))
            let test = try await proven(house)
            #expect(test.notes == [])
            #expect(test.hasPassed)
            try await check(test, house)
        }
    }

    @Test("a name of control characters is one that a test can hold", arguments: ["\u{1B}[2JJo\u{7}", "\u{1B}\u{7}"])
    func hostileName(name: String) async throws {
        try await House.open { house in
            _ = try await house.call("2, 1", IncomingCall(name: name))
            let test = try await proven(house)
            #expect(test.hasPassed, "\(test.notes)")
            #expect(test.text.contains("\"caller\": \"[2JJo\"") == name.contains("J"))
            try await check(test, house)
        }
    }

    @Test("telephones are as they were: busy ones passed over, nobody there, a request in the end")
    func people() async throws {
        try await House.open { house in
            var world = Menus.world
            world.telephones["PJSIP/202"] = .busy
            world.telephones["PJSIP/201"] = .noAnswer
            _ = try await house.call("1, 1", IncomingCall(), world)
            let test = try await proven(house)
            #expect(test.hasPassed)
            #expect(test.text.contains("\"people\": { \"anna\": \"no-answer\", \"ben\": \"busy\" }"))
            #expect(test.text.contains("\"reaches\": null"))
            #expect(test.text.contains("\"number\": \"+447700900001\""))
            try await check(test, house)
        }
    }

    @Test("who is on the list already: the place is part of the world")
    func listed() async throws {
        try await House.open { house in
            _ = try await house.call("2, 1")
            _ = try await house.call("2, 1")
            let test = try await proven(house)
            #expect(test.hasPassed)
            #expect(test.text.contains("\"listed\": { \"office\": 1 }"))
            #expect(test.text.contains("\"calls-today\": 1"))
            try await check(test, house)
        }
    }

    @Test("secret keys are in no file of the server's, and a placeholder stands for them in the test")
    func secrets() async throws {
        let menu = """
            { "attendant": 1, "name": "Bank", "operator": "200", "country": "GB",
              "start": [
                { "say": "Your number, please.", "collect": "pin", "digits": "6", "sensitive": true },
                { "when": { "{pin}": "present" }, "say": "Thank you.", "ring": "201" } ] }
            """
        try await House.open(["reception": menu]) { house in
            _ = try await house.call("739461")
            let reader = await house.records()
            let id = try #require(try reader.calls().first?.id)
            let view = try CallsView(house.configuration)
            for text in [try view.show(id, json: true), try view.show(id, json: false)] {
                #expect(!text.contains("739461") && text.contains("•••"))
            }
            let keys = try reader.timeline(of: id).filter { $0.kind == "key" }
            #expect(keys.count == 6 && keys.allSatisfy { $0.text == "•••" && $0.details.isMasked == true })
            let test = try await proven(house)
            #expect(test.hasPassed)
            #expect(test.notes.count == 1 && test.notes[0].contains("placeholders"))
            #expect(test.text.contains("press 123456"))
            try await check(test, house)
        }
    }

    @Test("a menu that has changed is said to have, and a test that no longer passes says why")
    func changed() async throws {
        try await House.open { house in
            _ = try await house.call("1")
            let other = Menus.reception.replacing("\"ring\": [\"ben\", \"anna\"]", with: "\"ring\": [\"anna\"]")
            try house.write(other, "reception")
            let test = try await proven(house)
            #expect(!test.hasPassed)
            #expect(test.notes.contains("the menu has changed since that call"))
            #expect(test.notes.contains { $0.contains("ben was to take the call") })
        }
    }

    private func proven(_ house: House) async throws -> ProvenTest {
        let id = try #require(try await house.records().calls().first?.id)
        return try await CallsView(house.configuration).test(of: id)
    }

    /// What the command line would say.
    private func check(_ test: ProvenTest, _ house: House) async throws {
        try house.write(test.text, "reception.test")
        let result = try await MenuCheck([house.configuration.menus + "/reception.json"], house.configuration)
        #expect(!result.fails(strict: false), "\(result.text(seconds: false))")
        #expect(result.text(seconds: false).contains("1 call ok"))
    }
}
