import Reception
import Rehearsal
import Testing

@Suite("A fault of Asterisk's")
struct FaultTests {
    static func refuse(_ count: Int, of prefix: String) -> FaultyPhone.Fault {
        let commands = Commands()
        return { number, command in
            guard command.hasPrefix(prefix) else { return nil }
            _ = commands.note(number, command)
            return commands.all.count <= count ? .refused("520 \(command)") : nil
        }
    }

    @Test("the first costs the step, and its `otherwise` runs")
    func first() async throws {
        let call = try await Rehearsed(
            line(#"[{ "say": "One.", "otherwise": { "say": "Instead." } }, { "say": "Two." }]"#)
        ) { $0.fault = Self.refuse(1, of: "play One.") }
        #expect(call.said == ["Instead.", "Two.", "Goodbye."], "\(call)")
        #expect(call.outcome == .goodbye)
        #expect(call.steps.contains("start.do[0]: not done") || call.steps.contains { $0.hasSuffix("not done") })
    }

    @Test("in the text before a ring does not keep anybody from being rung")
    func textBeforeRing() async throws {
        let call = try await Rehearsed(line(#"{ "say": "Looking.", "ring": "201" }"#)) {
            $0.fault = Self.refuse(1, of: "play Looking.")
            $0.people = ["201": .answers(after: .zero)]
        }
        #expect(call.outcome == .talked, "\(call)")
    }

    @Test("in a ring makes it untaken, and the next person is rung")
    func inRing() async throws {
        let call = try await Rehearsed(line(#"{ "ring": ["201", "202"] }"#)) {
            $0.fault = Self.refuse(1, of: "dial PJSIP/201")
            $0.people = ["202": .answers(after: .zero)]
        }
        #expect(call.rang == ["202"], "\(call)")
        #expect(call.outcome == .talked)
    }

    @Test("the second leads to the operator")
    func second() async throws {
        let call = try await Rehearsed(
            line(#"[{ "say": "One." }, { "say": "Two." }, { "say": "Three." }]"#)
        ) {
            $0.fault = Self.refuse(2, of: "play")
            $0.people = ["200": .answers(after: .zero)]
        }
        #expect(call.rang == ["200"], "\(call)")
        #expect(call.said == [])
        #expect(call.outcome == .talked)
    }

    @Test("the third gives the call back to the dialplan as failed, without hanging up")
    func third() async throws {
        let call = try await Rehearsed(
            line(#"[{ "say": "One." }, { "say": "Two." }]"#, operator: #"{ "say": "Three.", "ring": "200" }"#)
        ) { $0.fault = Self.refuse(3, of: "play") }
        #expect(call.outcome == .failed, "\(call)")
        #expect(call.variables["ATTENDANT_STATUS"] == "failed")
        #expect(!call.lineHungUp)
    }

    @Test("in every command ends as failed, not in a loop")
    func everything() async throws {
        for menu in Calls.all {
            let call = try await menu.walk { $0.fault = { _, command in command.isLast ? nil : .refused("520") } }
            #expect(call.outcome == .failed, "\(call)")
            #expect(!call.lineHungUp)
        }
    }

    @Test("in one command, whichever, still brings the call to an end that is told")
    func anyOne() async throws {
        for menu in Calls.all {
            let whole = Commands()
            _ = try await menu.walk { $0.fault = whole.note }
            for number in whole.all.indices where !whole.all[number].isLast {
                // How often the line listens while rows are written is not the same in every run: the command of that
                // number may be another one, and the last ones are another test's.
                let call = try await menu.walk {
                    $0.fault = { index, command in index == number && !command.isLast ? .refused("510") : nil }
                }
                #expect(call.ledger.ends.count == 1, "\(whole.all[number])\n\(call)")
                #expect(call.outcome != .failed, "\(whole.all[number])\n\(call)")
                #expect(call.lineHungUp, "\(whole.all[number])\n\(call)")
            }
        }
    }

    @Test("in telling the status does not keep the line from hanging up")
    func lastCommands() async throws {
        let call = try await Rehearsed(line(#"{ "say": "Hi." }"#)) {
            $0.fault = Self.refuse(1, of: "variable ATTENDANT_STATUS")
        }
        #expect(call.lineHungUp, "\(call)")
        #expect(call.variables["ATTENDANT_LABEL"] == "Miller Heating")
    }

    @Test("is noted with its step")
    func noted() async throws {
        let call = try await Rehearsed(line(#"{ "say": "One." }"#)) { $0.fault = Self.refuse(1, of: "play One.") }
        #expect(call.steps.contains { $0.hasPrefix("start: failed: 520") }, "\(call)")
    }

    @Test("that takes too long counts as a lost connection")
    func overdue() async throws {
        let call = try await Rehearsed(line(twoChoices)) {
            $0.fault = { _, command in command == "key" ? .overdue : nil }
        }
        #expect(call.outcome == .failed, "\(call)")
        #expect(call.end?.reason.hasPrefix("connection lost") == true)
    }

    @Test("that makes a text's sound impossible skips the text")
    func noSound() async throws {
        let call = try await Rehearsed(line(#"[{ "say": "One." }, { "say": "Two." }]"#)) {
            $0.prompts = HeardPrompts { $0 == "One." }
        }
        #expect(call.said == ["Two.", "Goodbye."], "\(call)")
    }

    @Test("that leaves us without any sound leads to the operator; who is not there gives the call back as failed")
    func mute() async throws {
        let taken = try await Rehearsed(line(twoChoices)) {
            $0.prompts = HeardPrompts { _ in true }
            $0.people = ["200": .answers(after: .zero)]
        }
        #expect(taken.outcome == .talked && taken.rang == ["200"], "\(taken)")
        let untaken = try await Rehearsed(line(twoChoices)) {
            $0.prompts = HeardPrompts { _ in true }
            $0.isWithheld = true
        }
        #expect(untaken.outcome == .failed, "\(untaken)")
        #expect(untaken.rang.contains("200"))
        #expect(untaken.variables["ATTENDANT_STATUS"] == "failed")
        #expect(!untaken.lineHungUp)
    }
}
