import Reception
import Rehearsal
import Testing

@Suite("An entry in a menu")
struct EntryTests {
    static let people: [String: Rehearsal.World.Telephone] = Dictionary(
        uniqueKeysWithValues: ["201", "202", "212", "225", "249", "250"].map { ($0, .answers(after: .seconds(1))) })

    static let short =
        #"{ "say": "Hi.", "menu": { "1": { "for": "a", "ring": "201" }, "12": { "for": "b", "ring": "212" }, "#
        + #""3": { "for": "c", "ring": "202" } } }"#
    static let extensions =
        #"{ "say": "Key in the extension.", "menu": { "1": { "ring": "201" }, "201-249": { "ring": "{keys}" } } }"#

    @Test("that can only mean one thing acts at once")
    func actsAtOnce() async throws {
        let call = try await Rehearsed(line(Self.short), "3") { $0.people = Self.people }
        let pressed = try #require(call.when("[3]"))
        #expect(call.when("(rings 202)") == pressed, "\(call)")
    }

    @Test("that could become longer waits `between` seconds and is then taken as it is")
    func waitsBetween() async throws {
        let call = try await Rehearsed(line(Self.short), "1") { $0.people = Self.people }
        let pressed = try #require(call.when("[1]"))
        #expect(call.when("(rings 201)") == pressed + .seconds(2), "\(call)")
    }

    @Test("takes the longer choice when its key comes in time")
    func longer() async throws {
        let call = try await Rehearsed(line(Self.short), "12") { $0.people = Self.people }
        #expect(call.rang == ["212"], "\(call)")
    }

    @Test("ends with #, which ends the wait")
    func pound() async throws {
        let call = try await Rehearsed(line(Self.short), "1#") { $0.people = Self.people }
        #expect(call.when("(rings 201)") == call.when("[#]"), "\(call)")
        #expect(call.rang == ["201"])
    }

    @Test("may be one of a range")
    func range() async throws {
        let call = try await Rehearsed(line(Self.extensions), "225") { $0.people = Self.people }
        #expect(call.rang == ["225"], "\(call)")
    }

    @Test("outside a range is one wrong entry, and its later keys belong to it")
    func wrongBelongs() async throws {
        let call = try await Rehearsed(line(Self.extensions), "251, hang up at 6") { $0.people = Self.people }
        #expect(call.rang == [], "\(call)")
        #expect(call.said.count { $0.hasPrefix("Sorry") } == 1)
    }

    @Test("may follow a wrong one once `between` seconds have passed")
    func afterWrong() async throws {
        let call = try await Rehearsed(line(Self.extensions), "251, 1 at 2.1") { $0.people = Self.people }
        #expect(call.rang == ["201"], "\(call)")
    }

    @Test("that follows a wrong one sooner is dropped, and each key lengthens it")
    func tooSoon() async throws {
        let call = try await Rehearsed(line(Self.extensions), "25, 1 at 1.5, 1 at 1.9, hang up at 3") {
            $0.people = Self.people
        }
        #expect(call.rang == [], "\(call)")
    }

    @Test("that is incomplete when the time is over is wrong, and the next key is not part of it")
    func incomplete() async throws {
        let call = try await Rehearsed(line(Self.extensions), "2, 1 at 2.5") { $0.people = Self.people }
        #expect(call.said[1].hasPrefix("Sorry"), "\(call)")
        #expect(call.rang == ["201"])
    }

    @Test("with a 0 that fits a choice is that choice, not the operator")
    func zeroInside() async throws {
        let call = try await Rehearsed(
            line(#"{ "menu": { "10": { "for": "a", "ring": "201" } } }"#), "10"
        ) { $0.people = Self.people }
        #expect(call.rang == ["201"], "\(call)")
    }

    @Test("with a 0 that fits nothing leads to the operator at once")
    func zeroElsewhere() async throws {
        let call = try await Rehearsed(line(Self.extensions), "200") { $0.people = Self.people }
        #expect(call.rang == ["200"], "\(call)")
        #expect(!call.said.contains { $0.hasPrefix("Sorry") })
    }

    @Test("# alone hears the menu again, which counts as nothing")
    func poundAlone() async throws {
        let call = try await Rehearsed(line(twoChoices), "#, #, #, #, #, #, #, 1") {
            $0.people = ["201": .answers(after: .seconds(1))]
        }
        #expect(call.said.dropFirst().allSatisfy { $0 == twoChoicesAgain }, "\(call)")
        #expect(call.said.count == 8)
        #expect(call.outcome == .talked)
    }

    @Test("* at the top hears the menu again, which counts as nothing")
    func starAtTop() async throws {
        let call = try await Rehearsed(line(twoChoices), "*, *, *, *, *, *, *, 1") {
            $0.people = ["201": .answers(after: .seconds(1))]
        }
        #expect(call.said.dropFirst().allSatisfy { $0 == twoChoicesAgain }, "\(call)")
        #expect(call.outcome == .talked)
    }

    @Test("* in a submenu leads to the menu above")
    func starInSubmenu() async throws {
        let call = try await Rehearsed(
            line(JumpTests.nested(#"{ "for": "b", "say": "B." }"#)), "1, *, hang up at 6")
        #expect(call.said.last == "For a, press 1. For the operator, press 0.", "\(call)")
    }

    @Test("* and # are choices where the menu names them")
    func ownStarAndPound() async throws {
        let menu = line(
            ##"{ "menu": { "*": { "for": "a", "ring": "201" }, "#": { "for": "b", "ring": "202" } } }"##)
        #expect(try await Rehearsed(menu, "*") { $0.people = Self.people }.rang == ["201"])
        #expect(try await Rehearsed(menu, "#") { $0.people = Self.people }.rang == ["202"])
    }

    @Test("has a # pressed out of habit behind it that belongs to it", arguments: ["1#", "1, # at 1.9", "1# now"])
    func habit(script: String) async throws {
        let call = try await Rehearsed(
            line(
                #"{ "say": "Hi.", "menu": { "1": { "for": "a", "say": "Sub.", "menu": { "2": { "for": "b", "say": "B." } } } } }"#
            ),
            script + ", hang up at 5")
        #expect(call.said.count { $0.contains("For b") } == 1, "\(call)")
    }

    @Test("typed ahead behind a text that must be heard keeps its # of habit to itself")
    func habitTypedAhead() async throws {
        let call = try await Rehearsed(
            line(
                #"[{ "say": "This text must be heard to its end.", "interrupt": false }, "#
                    + #"{ "menu": { "1": { "for": "a", "say": "Sub.", "menu": { "2": { "for": "b", "say": "B." } } } } }]"#
            ),
            "1# now, hang up at 8")
        #expect(call.said.count { $0.contains("For b") } == 1, "\(call)")
    }

    @Test("may end with # right after an entry that was complete by its count")
    func poundOfTheNext() async throws {
        let call = try await Rehearsed(
            line(
                #"{ "menu": { "1": { "for": "a", "menu": { "2": { "for": "b", "ring": "202" }, "25": { "for": "c", "ring": "225" } } } } }"#
            ),
            "12#"
        ) { $0.people = Self.people }
        #expect(call.when("(rings 202)") == call.when("[#]"), "\(call)")
    }
}
