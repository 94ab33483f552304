import Reception
import Rehearsal
import Testing

@Suite("A menu")
struct MenuTests {
    @Test("plays its text, its choices in the order of the file, and the operator last")
    func opening() async throws {
        let call = try await Rehearsed(
            line(
                #"{ "say": "Hi.", "menu": { "2": { "to": "leave a message", "say": "A." }, "1": { "for": "bills", "say": "B." } } }"#
            ))
        #expect(
            call.said.first == "Hi. To leave a message, press 2. For bills, press 1. For the operator, press 0.",
            "\(call)")
    }

    @Test("says on repeats `again` and the choices")
    func again() async throws {
        let call = try await Rehearsed(
            line(#"{ "say": "Hi.", "again": "Once more.", "menu": { "1": { "for": "a", "say": "A." } } }"#),
            "#, hang up at 6")
        #expect(call.said.last == "Once more. For a, press 1. For the operator, press 0.", "\(call)")
    }

    @Test("whose `announce` is false leaves the choices and the operator to its text")
    func announceFalse() async throws {
        let call = try await Rehearsed(
            line(#"{ "say": "For a, press 1. Operator 0.", "announce": false, "menu": { "1": { "say": "A." } } }"#),
            "#, hang up at 4")
        #expect(call.said == ["For a, press 1. Operator 0.", "For a, press 1. Operator 0."], "\(call)")
    }

    @Test("whose `announce` is false says its keys again after a remark on silence or a wrong key")
    func remarkWithoutAnnouncing() async throws {
        let menu = line(
            #"{ "say": "1 or 2?", "announce": false, "silent": { "say": "Are you there?" }, "#
                + #""wrong": { "say": "No." }, "menu": { "1": { "say": "A." }, "2": { "say": "B." } } }"#)
        #expect(try await Rehearsed(menu).said[1] == "Are you there? 1 or 2?")
        #expect(try await Rehearsed(menu, "8, hang up at 3").said[1] == "No. 1 or 2?")
    }

    @Test("accepts a choice without `for` or `to` and does not announce it")
    func silentChoice() async throws {
        let call = try await Rehearsed(
            line(#"{ "say": "Hi.", "menu": { "1": { "for": "a", "say": "A." }, "7": { "ring": "207" } } }"#), "7"
        ) { $0.people = ["207": .answers(after: .seconds(1))] }
        #expect(call.said == ["Hi. For a, press 1. For the operator, press 0."], "\(call)")
        #expect(call.outcome == .talked)
    }

    @Test("neither announces nor accepts a choice whose `when` is false")
    func hiddenChoice() async throws {
        let call = try await Rehearsed(
            line(
                #"{ "say": "Hi.", "menu": { "1": { "for": "a", "when": "closed", "say": "A." }, "2": { "for": "b", "say": "B." } } }"#,
                StepOrderTests.hours), "1, hang up at 6")
        #expect(call.said.first == "Hi. For b, press 2. For the operator, press 0.", "\(call)")
        #expect(call.said.last?.hasPrefix("Sorry, that is not one of the choices.") == true)
    }

    @Test("looks at the `when` of its choices each time it is heard")
    func whenEachTime() async throws {
        let say = String(repeating: "word ", count: 100)
        let call = try await Rehearsed(
            line(
                #"{ "say": "Hi.", "menu": { "1": { "for": "a", "when": "open", "say": "A." }, "2": { "for": "b", "say": "\#(say)" } } }"#,
                StepOrderTests.hours), "2, hang up at 40"
        ) { $0.at = "2026-03-03 16:59:40" }
        #expect(call.said.first?.contains("For a") == true, "\(call)")
        #expect(call.said.last == "For b, press 2. For the operator, press 0.")
    }

    @Test("hears its choices again after a choice that did not keep the call")
    func choiceComesBack() async throws {
        let call = try await Rehearsed(
            line(#"{ "say": "Hi.", "menu": { "1": { "for": "a", "say": "A." } } }"#), "1, 1, hang up at 7")
        #expect(call.said.map { String($0.prefix(5)) } == ["Hi. F", "A.", "For a", "A.", "For a"], "\(call)")
    }

    @Test("with `then` is left after a choice that came back, and the list goes on")
    func menuWithThen() async throws {
        let call = try await Rehearsed(
            line(
                #"[{ "say": "Hi.", "menu": { "1": { "for": "a", "say": "A." } }, "then": { "say": "Then." } }, { "say": "On." }]"#
            ),
            "1")
        #expect(call.said.dropFirst() == ["A.", "Then.", "On.", "Goodbye."], "\(call)")
    }

    @Test("waits `wait` seconds from the end of its prompt to the first key")
    func wait() async throws {
        let call = try await Rehearsed(
            line(#"{ "say": "Hi.", "wait": 7, "silent": 1, "menu": { "1": { "for": "a", "say": "A." } } }"#))
        let prompt = try #require(call.when("Hi. For a, press 1. For the operator, press 0."))
        let ring = try #require(call.when("(rings 200)"))
        let length = Double("Hi. For a, press 1. For the operator, press 0.".count) / 14
        #expect(abs((ring - prompt).inSeconds - length - 7) < 1.2, "\(call)")
    }

    @Test("takes its waits from `keys` where it names none")
    func waitFromKeys() async throws {
        let menu = #"{ "menu": { "1": { "for": "a", "say": "A." } } }"#
        let short = try await Rehearsed(line(menu, #""keys": { "wait": 2 }"#))
        let long = try await Rehearsed(line(menu, #""keys": { "wait": 6 }"#))
        let times = try (#require(short.when("(rings 200)")), #require(long.when("(rings 200)")))
        #expect((times.1 - times.0).inSeconds == 8, "\(long)")
    }

    @Test("whose sound cannot be made leads to the operator")
    func withoutSound() async throws {
        let call = try await Rehearsed(line(twoChoices)) {
            $0.prompts = HeardPrompts { $0.contains("For repairs") }
        }
        #expect(call.rang == ["200"], "\(call)")
    }
}
