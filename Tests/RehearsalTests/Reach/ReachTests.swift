import Foundation
import MenuFile
import PhoneNumbers
import Reception
import Rehearsal
import Testing

@Suite("Seconds to each destination")
struct ReachTests {
    private static func sample(_ name: String) throws -> String {
        try String(contentsOf: SampleTests.folder.appending(path: "\(name).json"), encoding: .utf8)
    }

    @Test("everything that the heating line leads to is found, by day, at night and for its friends")
    func heating() async throws {
        let scouting = try await Scouting(try Self.sample("heating"))
        #expect(
            scouting.places == [
                "callers vip: ben, carl, anna", "closed 0: callback office", "closed 1: ben, carl, anna",
                "closed 2: callback office", "closed 3: voicemail office", "start 0: office, anna",
                "start 1: ben, carl, anna", "start 2 12345#: anna, office", "start 3: anna, office",
                "start 4: callback office",
            ])
        #expect(!scouting.reach.isCut)
    }

    @Test("the slowest stands first, and a regular is never slower than a newcomer")
    func order() async throws {
        let ways = try await Scouting(try Self.sample("clinic")).reach.ways
        #expect(ways.map(\.newcomer) == ways.map(\.newcomer).sorted(by: >))
        #expect(ways.allSatisfy { $0.regular <= $0.newcomer && $0.heard <= $0.newcomer })
    }

    @Test("a newcomer hears the text and the announcement, then reacts for 0.8 s and presses for 0.4 s")
    func newcomer() async throws {
        let scouting = try await Scouting(Trial.line)
        let way = try scouting.way("1")
        // 0.3 s of silence; "Good day." 9 characters, pause, "For repairs," 12, pause, "press 1." 8, at 14 a second.
        let heard = Duration.milliseconds(300 + 300 + 250) + .milliseconds(1000) * 29 / 14
        #expect(abs((way.heard - heard) / .milliseconds(1)) < 20)
        #expect(way.newcomer == way.heard + .milliseconds(1200))
        #expect(way.regular == .milliseconds(300 + 800 + 400))
        #expect(way.names == ["anna"] && way.kind == .person && way.path == "1 Repairs" && way.step == "start.menu.1")
    }

    @Test("an entry that could go on costs the wait for another key")
    func betweenKeys() async throws {
        let menu = """
            { "attendant": 1, "name": "M", "operator": "200", "keys": { "between": 3 }, "start": { "say": "Good day.",
              "menu": { "1": { "for": "repairs", "ring": "201" }, "12": { "for": "bills", "ring": "202" } } } }
            """
        let scouting = try await Scouting(menu)
        let short = try scouting.way("1")
        let long = try scouting.way("12")
        #expect(short.newcomer == short.heard + .milliseconds(1200 + 3000))
        #expect(long.newcomer == long.heard + .milliseconds(1600))
    }

    @Test("a text that must be heard costs a regular, too")
    func regular() async throws {
        let text = String(repeating: "hear this ", count: 14)
        let menu = """
            { "attendant": 1, "name": "M", "operator": "200", "start": [ { "say": "\(text)", "interrupt": false },
              { "menu": { "1": { "for": "repairs", "ring": "201" } } } ] }
            """
        #expect(try await Scouting(menu).way("1").regular >= .seconds(10))
    }

    @Test("silence is timed to the first person, and the first announcement from the answer")
    func silence() async throws {
        let reach = try await Scouting(Trial.line).reach
        let silence = try #require(reach.silenceToPerson)
        let first = try #require(reach.firstAnnouncement)
        // Two times the choices, and two waits of 4 s.
        #expect(silence > .seconds(8) + first * 2 && silence < .seconds(45))
        #expect(try await Scouting(Trial.line).way("1").heard == first)
    }

    @Test("a choice that some calls do not have is found in the calls that have it", arguments: ["gold", "silver"])
    func conditional(value: String) async throws {
        let menu = """
            { "attendant": 1, "name": "M", "operator": "200", "start": [
              { "request": "GET https://crm.example/v1?n={caller.number}", "keep": { "kind": "customer[0].kind" } },
              { "menu": { "1": { "for": "gold", "when": { "{kind}": "gold" }, "ring": "201" },
                "2": { "for": "silver", "when": { "{kind}": "silver" }, "ring": "202" },
                "3": { "for": "others", "when": { "{kind}": "missing" }, "ring": "203" } } } ] }
            """
        let places = try await Scouting(menu).places
        #expect(places.contains("start 1: 201") && places.contains("start 2: 202") && places.contains("start 3: 203"))
    }

    @Test("asked for a number, a caller types one that is right")
    func collects() async throws {
        let menu = """
            { "attendant": 1, "name": "M", "country": "GB", "operator": "200", "start": { "menu": {
              "1": { "for": "cards", "do": [ { "say": "Card?", "collect": "no", "digits": "4-6", "check": "luhn",
                "confirm": true }, { "ring": "201" } ] },
              "2": { "for": "days", "do": [ { "say": "Day?", "collect": "day", "as": "date" }, { "ring": "202" } ] },
              "3": { "for": "codes", "do": [ { "say": "Code?", "collect": "code", "digits": 3, "check": "^2+$" },
                { "ring": "203" } ] } } } }
            """
        let places = try await Scouting(menu).places
        #expect(places.contains { $0.hasPrefix("start 1 ") && $0.hasSuffix("# 1: 201") }, "\(places)")
        #expect(places.contains("start 2 01011980: 202") && places.contains("start 3 222: 203"), "\(places)")
    }

    @Test("menus that lead round are gone through once")
    func cycles() async throws {
        let menu = """
            { "attendant": 1, "name": "M", "operator": "200", "start": "a", "steps": {
              "a": { "say": "A", "menu": { "1": { "for": "b", "go": "b" }, "2": { "for": "more", "go": "again" } } },
              "b": { "say": "B", "menu": { "1": { "for": "a", "go": "a" }, "2": { "to": "go back", "go": "back" },
                "3": { "for": "anna", "ring": "201" } } } } }
            """
        let reach = try await Scouting(menu).reach
        #expect(reach.ways.contains { $0.keys == "1 3" && $0.names == ["201"] } && !reach.isCut)
        #expect(reach.choices.count == 6)
    }

    @Test("a large menu is cut, and says so")
    func cut() async throws {
        let choices = (10..<60).map { "\"\($0)\": { \"ring\": \"\($0)\" }" }.joined(separator: ", ")
        let menu = """
            { "attendant": 1, "name": "M", "operator": "200", "start": { "menu": { \(choices) } } }
            """
        let reach = try await Scouting(menu, mostCalls: 40).reach
        #expect(reach.isCut && !reach.ways.isEmpty)
        #expect(try await !Scouting(menu, mostCalls: 400).reach.isCut)
    }

    @Test("a menu that names its keys itself has no announcement to be timed")
    func ownWords() async throws {
        let menu = """
            { "attendant": 1, "name": "M", "operator": "200", "start": { "say": "For repairs, press 1.", "announce": false,
              "menu": { "1": { "for": "repairs", "ring": "201" } } } }
            """
        #expect(try await Scouting(menu).reach.firstAnnouncement == nil)
    }

    @Test(
        "a picture of the menu shows the same seconds", arguments: ["heating", "clinic", "shop", "school", "minimal"])
    func picture(name: String) async throws {
        let loaded = MenuLoader.load(text: try Self.sample(name), fileName: "\(name).json", release: .whole)
        let document = try #require(loaded.document)
        let graph = await document.graph.timed(document, by: EstimatedPrompts())
        let first = try await Scouting(document).reach.choices.filter { $0.before.isEmpty && $0.entry == "start" }
        var compared = 0
        for choice in first {
            guard let menu = graph.nodes.first(where: { $0.path == choice.menu }),
                let drawn = graph.edges.first(where: { $0.from == menu.id && $0.key == choice.key })?.seconds
            else { continue }
            let seconds = choice.newcomer / .milliseconds(1) / 1000
            #expect(abs(drawn - seconds) < 0.1, "\(name), \(choice.key): drawn \(drawn), measured \(seconds)")
            compared += 1
        }
        #expect(compared > 0)
    }
}
