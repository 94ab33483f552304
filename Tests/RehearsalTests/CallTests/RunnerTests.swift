import Rehearsal
import Testing

@Suite("The runner of call tests")
struct RunnerTests {
    @Test("makes each sound once, for however many calls")
    func once() async throws {
        let prompts = MadePrompts()
        let calls = (1...20).map {
            #"{ "name": "\#($0)", "script": ["press 2", "press 0770090\#(1000 + $0 % 2)#", "press 1"] }"#
        }
        let trial = try await Trial(Trial.line, calls: calls.joined(separator: ","), prompts: prompts)
        #expect(trial.report.failures.isEmpty)
        #expect(prompts.most <= 2, "two calls that run at once may both ask for it")
    }

    @Test("tells the same of a call whether its sounds were there or had to be made, also beside a web service")
    func deterministic() async throws {
        let menu = """
            { "attendant": 1, "name": "x", "operator": "200", "start": [
              { "say": "Hello, {caller.number}.", "request": "GET https://a.example/x", "timeout": 5, "keep": { "a": "a" } },
              { "say": "It is {a}.", "menu": { "1": { "for": "more", "ring": "201" } } } ] }
            """
        let call = """
            { "name": "a", "from": "07700900001", "people": { "201": "answers" },
              "web": [ { "for": "GET *", "json": { "a": "7" }, "takes": 4.5 } ], "script": ["hear It is 7", "press 1"],
              "expect": { "reaches": "201", "says": "One moment" } }
            """
        let there = try await Trial(menu, calls: call)
        let made = try await Trial(menu, calls: call, prompts: MadePrompts())
        #expect(there.why == nil && made.why == nil)
        #expect(there.call.transcript == made.call.transcript)
    }

    @Test("rehearses a call whose sounds cannot be made as callers would have it")
    func noSound() async throws {
        let prompts = MadePrompts(failing: "Good day.")
        let trial = try await Trial(
            Trial.line, calls: #"{ "name": "a", "people": { "200": "answers" }, "expect": { "reaches": "200" } }"#,
            prompts: prompts)
        #expect(trial.why == nil && prompts.most == 1)
    }

    @Test("keeps calls apart and gives their results in the order of the file")
    func order() async throws {
        let calls = (0..<40).map { number in
            """
            { "name": "call \(number)", "people": { "anna": "answers after \(number % 20)" }, "script": ["press 1"],
              "expect": { "reaches": "anna" } }
            """
        }
        let trial = try await Trial(Trial.line, calls: calls.joined(separator: ","))
        #expect(trial.report.results.map(\.name) == (0..<40).map { "call \($0)" })
        let lengths = trial.report.results.map(\.length)
        for number in 0..<20 { #expect(lengths[number] == lengths[number + 20]) }
        #expect(lengths[1] - lengths[0] == .seconds(1))
    }

    @Test("masks what is sensitive in what it prints, and compares the real values")
    func sensitive() async throws {
        let menu = """
            { "attendant": 1, "name": "x", "operator": "200", "start": [
              { "say": "Your card?", "collect": "card", "digits": 4, "sensitive": true, "confirm": true },
              { "say": "Thank you.", "ring": "201" } ] }
            """
        let call = """
            { "name": "a", "script": ["press 4711", "hear 4 7 1 1", "press 1"],
              "expect": { "variables": { "card": "4711", "pin": null } } }
            """
        let trial = try await Trial(menu, calls: call)
        #expect(trial.why == nil)
        let printed = trial.story.joined(separator: " ")
        #expect(!printed.contains("4 7 1 1") && !printed.contains("[4]") && printed.contains("•••"))
        let wrong = try await Trial(menu, calls: call.replacing("\"card\": \"4711\"", with: "\"card\": \"9999\""))
        #expect(wrong.why == "{card} was to be •••, but it is •••")
        let unheard = try await Trial(menu, calls: call.replacing("hear 4 7 1 1", with: "hear 9"))
        #expect(unheard.why?.hasSuffix("said there: \"•••\"") == true)
    }

    @Test("tells which choices and named steps no call has tried")
    func coverage() async throws {
        let menu = """
            { "attendant": 1, "name": "x", "operator": "200", "start": { "say": "Hi.", "menu": {
              "1": { "for": "a", "menu": { "5": { "for": "b", "go": "b" } } }, "2": "deep", "9": { "language": "pl" } } },
              "language": ["en", "pl"],
              "steps": { "b": { "say": "B." }, "deep": [ { "say": "Deep." }, { "menu": { "*": "back", "7": "hangup" } } ],
                "bb": { "say": "BB." } } }
            """
        let none = try await Trial(menu, calls: #"{ "name": "a" }"#).report.coverage
        #expect(none.choices == 6)
        #expect(none.untakenChoices == ["start 1", "start 1 5", "start 2", "start 9", "deep *", "deep 7"])
        #expect(none.unenteredSteps == ["b", "deep", "bb"])
        let some = try await Trial(
            menu,
            calls:
                #"{ "name": "a", "script": ["press 9", "press 1", "press 5"] }, { "name": "b", "script": ["press 2", "press 7"] }"#
        )
        #expect(some.report.failures.isEmpty, "\(some.report.failures)")
        #expect(
            some.report.summary
                == "line: 2 calls ok; 5 of 6 choices tested (never: deep *); steps never entered: bb")
    }

    @Test("takes channel variables, the roll of the dice, the query and subroutines of the world")
    func world() async throws {
        let menu = """
            { "attendant": 1, "name": "x", "operator": "200", "variables": { "account": { "channel": "ACCOUNT" } },
              "steps": { "side": [ { "gosub": "look,s,1", "keep": { "level": "LEVEL" } },
                { "when": { "share": 30 }, "set": { "side": "low" }, "otherwise": { "set": { "side": "high" } } },
                { "dialplan": "from-internal,{account},1" } ] },
              "start": "hangup" }
            """.replacing("from-internal,{account},1", with: "from-internal,100,1")
        let call = """
            { "name": "a", "args": { "step": "side" }, "channel": { "ACCOUNT": "77", "LEVEL": "gold" }, "dice": 29,
              "expect": { "variables": { "account": "77", "level": "gold", "side": "low" }, "ends": "handed-over",
                "reaches": "from-internal,100,1" } }
            """
        #expect(try await Trial(menu, calls: call).why == nil)
        let high = call.replacing("29", with: "30").replacing("\"low\"", with: "\"high\"")
        #expect(try await Trial(menu, calls: high).why == nil)
    }

    @Test("knows messages in mailboxes of Asterisk's, with their length")
    func mailbox() async throws {
        let menu = """
            { "attendant": 1, "name": "x", "operator": "200", "people": { "box": { "mailbox": "209@default" } },
              "start": { "say": "Speak.", "voicemail": "box" } }
            """
        let call = #"{ "name": "a", "script": ["speak 7"], "expect": { "voicemail": { "to": "box", "seconds": 7 } } }"#
        #expect(try await Trial(menu, calls: call).why == nil)
        #expect(
            try await Trial(menu, calls: call.replacing("\"seconds\": 7", with: "\"seconds\": 9")).why
                == "a message of 9.0 s for box was to be kept, but 7.0 s for box was")
    }
}
