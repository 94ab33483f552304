import Reception
import Rehearsal
import Testing

@Suite("Keys around a collect")
struct CollectTypeAheadTests {
    static let text = "A text that is long enough for all of these keys, and must be heard to its very end."
    static let heard = #"{ "say": "\#(text)", "interrupt": false }"#
    static let two =
        #"[{ "say": "First number.", "collect": "a", "digits": 3 }, { "say": "Second number.", "collect": "b", "digits": "2-3" }, "#
        + #"{ "ring": "201", "show": "{a|-}/{b|-}" }]"#

    static func call(_ start: String, _ script: String) async throws -> Rehearsed {
        try await Rehearsed.whole(line(start), script) { $0.people = CollectTests.people }
    }

    @Test("fill several entries without hearing a word")
    func ahead() async throws {
        let call = try await Self.call("[\(Self.heard), \(Self.two)]", "12345# now")
        #expect(call.shown == ["123/45"], "\(call)")
        #expect(call.said == [Self.text])
    }

    @Test("that end an entry which its count has ended already belong to it", arguments: ["123#45#", "123# now, 45#"])
    func habit(script: String) async throws {
        let call = try await Self.call(Self.two, script)
        #expect(call.shown == ["123/45"], "\(call)")
    }

    @Test("that end an entry out of habit do not end a confirmation")
    func habitBeforeConfirmation() async throws {
        let start =
            #"[{ "say": "Number.", "collect": "a", "digits": 3, "confirm": true }, { "ring": "201", "show": "{a}" }]"#
        let call = try await Self.call(start, "123#, 2, 456, 1")
        #expect(call.shown == ["456"], "\(call)")
    }

    @Test("behind a refused entry go with it, without being counted")
    func dropped() async throws {
        let call = try await Self.call(
            #"[{ "say": "Date.", "collect": "a", "as": "date" }, { "ring": "201", "show": "{a}" }]"#,
            "9999999911, 03041985 at 1.5")
        #expect(call.shown == ["1985-04-03"], "\(call)")
        #expect(call.said.count == 2)
    }

    @Test("of an entry that is begun again a second later are not lost")
    func beginsAgain() async throws {
        let call = try await Self.call(
            #"[{ "say": "Date.", "collect": "a", "as": "date" }, { "ring": "201", "show": "{a}" }]"#,
            "99999999, 03041985 at 1.1")
        #expect(call.shown == ["1985-04-03"], "\(call)")
    }

    @Test("typed ahead behind a refused entry are no part of the next one")
    func aheadOfRefused() async throws {
        let call = try await Self.call(
            #"[\#(Self.heard), { "say": "Number.", "collect": "a", "digits": 5 }, "#
                + #"{ "ring": "201", "show": "{a}" }]"#, "12#77 now, wait 2, 12345")
        #expect(call.shown == ["12345"], "\(call)")
    }

    @Test("with only zeros behind a refused entry lead to the operator", arguments: ["12#0 now", "12#00 now"])
    func zeroBehind(script: String) async throws {
        let call = try await Self.call(
            #"[\#(Self.heard), { "say": "Number.", "collect": "a", "digits": 5 }]"#,
            script)
        #expect(call.rang == ["200"], "\(call)")
        #expect(call.said.count == 1)
    }
}

@Suite("Zeros in a collect")
struct CollectZeroTests {
    static func call(_ fields: String, _ script: String) async throws -> Rehearsed {
        try await Rehearsed.whole(CollectTests.menu(fields), script) { $0.people = CollectTests.people }
    }

    @Test("alone lead to the operator: after 3 s, or at once by #")
    func alone() async throws {
        let pause = try await Self.call(#""digits": "5-6""#, "0")
        let pound = try await Self.call(#""digits": "5-6""#, "0#")
        #expect(pause.rang == ["200"], "\(pause)")
        #expect(pause.when("(rings 200)") == pause.when("[0]").map { $0 + .seconds(3) })
        #expect(pound.rang == ["200"], "\(pound)")
        #expect(pound.when("(rings 200)") == pound.when("[#]"))
    }

    @Test("that are a valid value are one", arguments: [("5-6", "00000#"), ("1", "0"), ("1-3", "0#")])
    func valid(digits: String, script: String) async throws {
        let call = try await Self.call(#""digits": "\#(digits)""#, script)
        #expect(call.rang == ["201"], "\(call)")
        #expect(call.shown == [script.filter { $0 == "0" }])
    }

    @Test("that are no date lead to the operator", arguments: ["0", "00000000", "000#"])
    func noDate(script: String) async throws {
        let call = try await Self.call(#""as": "date""#, script)
        #expect(call.rang == ["200"], "\(call)")
        #expect(call.said.count == 1)
    }

    @Test("first are digits like others")
    func first() async throws {
        let call = try await Self.call(#""digits": 5"#, "01234")
        #expect(call.shown == ["01234"], "\(call)")
    }

    @Test("pressed in a text before a collect are its first digit, whatever stands between")
    func inText() async throws {
        let between = [
            "", #"{ "set": { "x": "1" } },"#, #"{ "say": "More." },"#, #"{ "when": "open", "say": "We are open." },"#,
        ]
        for steps in between {
            let start =
                #"[{ "say": "A text that goes on for a while." }, \#(steps) { "say": "Your number.", "collect": "a", "#
                + #""digits": 3 }, { "ring": "201", "show": "{a}" }]"#
            let call = try await Rehearsed.whole(line(start, StepOrderTests.hours), "012 now") {
                $0.people = CollectTests.people
            }
            #expect(call.shown == ["012"], "\(steps)\n\(call)")
        }
    }

    @Test("pressed in a text before a collect behind a `go`, a list or a `when` are its first digit")
    func lookedThrough() async throws {
        let collect = #"{ "say": "Number.", "collect": "a", "digits": 3 }"#
        let text = #""say": "A text that goes on for a while.""#
        let starts = [
            #"{ \#(text), "go": "ask" }"#, #"[{ \#(text) }, { "go": "ask" }]"#,
            #"[{ "do": [{ \#(text) }] }, { "do": [{ "when": "closed", "say": "No." }, "ask"] }]"#,
            #"{ \#(text), "then": "ask" }"#,
            #"[{ \#(text), "request": "GET https://shop.example/x" }, "ask"]"#,
            #"[{ \#(text), "set": { "x": "1" }, "then": { "say": "So." } }, "ask"]"#,
        ]
        for start in starts {
            let steps = #""steps": { "ask": [\#(collect), { "ring": "201", "show": "{a}" }] }"#
            let call = try await Rehearsed.whole(line(start, StepOrderTests.hours, steps), "012 now") {
                $0.people = CollectTests.people
            }
            #expect(call.shown == ["012"], "\(start)\n\(call)")
        }
    }

    @Test("pressed in a text lead to the operator when something else takes keys first")
    func otherKeys() async throws {
        let collect = #"{ "say": "Number.", "collect": "a", "digits": 3 }"#
        for between in [twoChoices, #"{ "ring": "202", "seconds": 5 }"#, #"{ "callback": "a@b.example" }"#] {
            let call = try await Rehearsed.whole(
                line(#"[{ "say": "A text that goes on for a while." }, \#(between), \#(collect)]"#), "0 now")
            #expect(call.rang == ["200"], "\(between)\n\(call)")
        }
        let choice = #"{ "for": "a", "say": "A text that goes on for a while." }"#
        let call = try await Rehearsed.whole(
            line(#"[{ "say": "Hi.", "menu": { "1": \#(choice) } }, \#(collect)]"#), "1, 0 now")
        #expect(call.rang == ["200"], "\(call)")
    }

    @Test("within a second after an entry with digits too many lead to the operator")
    func inTheTail() async throws {
        let call = try await Self.call(#""as": "date""#, "99999999, 0 at 0.5")
        #expect(call.rang == ["200"], "\(call)")
    }
}
