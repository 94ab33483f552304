import Reception
import Rehearsal
import Testing

@Suite("A hang-up")
struct HangUpTests {
    static let office = #""callbacks": { "office": { "email": "office@miller.example" } }"#

    @Test("during a text or a menu is a drop-off and leaves no row", arguments: ["hang up at 0.5", "hang up at 9"])
    func dropOff(script: String) async throws {
        let call = try await Rehearsed(line(twoChoices, Self.office), script)
        #expect(call.callbacks.isEmpty, "\(call)")
        #expect(call.outcome == .hangup)
        #expect(call.variables["ATTENDANT_STATUS"] == "hangup")
        #expect(!call.lineHungUp)
        #expect(call.end?.reason == "hang-up in start")
        #expect(call.steps == ["start: hung up"])
    }

    @Test("while it rings is a missed call with label and path, told to whom the list tells")
    func whileRinging() async throws {
        let call = try await Rehearsed(
            line(JumpTests.nested(#"{ "for": "repairs", "ring": "201" }"#), Self.office), "1, 2, hang up at 5")
        let row = try #require(call.callbacks.first)
        #expect(row.status == .missed, "\(call)")
        #expect(row.list == "office")
        #expect(row.number == "+447700900001")
        #expect(row.reason == "1 A › 2 Repairs")
        #expect(row.label == "Repairs")
        #expect(row.notify == ["office@miller.example"])
        #expect(!row.isConfirmed)
        #expect(call.outcome == .hangup)
        #expect(call.variables["ATTENDANT_PATH"] == "1 A › 2 Repairs")
    }

    @Test("while it rings is missed on the list \"missed\" when the file names none")
    func noList() async throws {
        let call = try await Rehearsed(line(#"{ "ring": "201" }"#), "hang up at 5")
        #expect(call.callbacks.map(\.list) == ["missed"], "\(call)")
    }

    @Test("while it rings has no number when it is withheld")
    func withheld() async throws {
        let call = try await Rehearsed(line(#"{ "ring": "201" }"#), "hang up at 5") {
            $0.isWithheld = true
            $0.name = "Secret Sam"
        }
        let row = try #require(call.callbacks.first)
        #expect(row.number == nil && row.numberAsGiven == nil && row.callerName == nil, "\(call)")
        #expect(row.status == .missed)
    }

    @Test("of a caller inside the house is no missed call", arguments: ["201", "7", "123456"])
    func inside(number: String) async throws {
        let call = try await Rehearsed(line(#"{ "ring": "201" }"#), "hang up at 5") { $0.from = number }
        #expect(call.callbacks.isEmpty, "\(call)")
    }

    @Test("during a ring's own text is a drop-off: nobody was rung yet")
    func ringsText() async throws {
        let call = try await Rehearsed(
            line(#"{ "say": "We are looking for a free fitter.", "ring": "201" }"#), "hang up at 1")
        #expect(call.callbacks.isEmpty, "\(call)")
    }

    @Test("in `unanswered` and its offer is a missed call", arguments: ["wait 21, hang up", "wait 26, hang up"])
    func offered(script: String) async throws {
        let call = try await Rehearsed(line(#"{ "ring": "201" }"#, Self.office), script)
        #expect(call.callbacks.map(\.status) == [.missed], "\(call)")
        #expect(call.said.count > 0)
    }

    @Test("during a callback that the caller chose leaves the number unconfirmed")
    func chosen() async throws {
        let call = try await Rehearsed(line(#"{ "callback": "office" }"#, Self.office), "hang up at 2")
        let row = try #require(call.callbacks.first)
        #expect(row.status == .unconfirmed, "\(call)")
        #expect(row.number == "+447700900001")
        #expect(!row.isConfirmed)
    }

    @Test("while a number is half typed leaves nothing", arguments: ["2, 077009, hang up", "2, hang up at 3"])
    func halfTyped(script: String) async throws {
        let call = try await Rehearsed(line(#"{ "callback": "office" }"#, Self.office), script)
        #expect(call.callbacks.isEmpty, "\(call)")
    }

    @Test("while a typed number is read back leaves it unconfirmed")
    func readBack() async throws {
        let call = try await Rehearsed(line(#"{ "callback": "office" }"#, Self.office), "2, 07700900002#, hang up at 1")
        #expect(call.callbacks.map(\.number) == ["+447700900002"], "\(call)")
        #expect(call.callbacks.map(\.status) == [.unconfirmed])
    }

    @Test("during the thanks changes nothing: the request is kept, once")
    func duringThanks() async throws {
        let call = try await Rehearsed(line(#"{ "callback": "office" }"#, Self.office), "1, hang up at 0.5")
        #expect(call.callbacks.map(\.status) == [.new], "\(call)")
        #expect(call.outcome == .callback)
    }

    @Test(
        "after something was left in `unanswered` is no missed call",
        arguments: zip(
            [
                #"{ "voicemail": "a@miller.example" }"#, #"{ "voicemail": "a@miller.example" }"#,
                #"{ "callback": "office", "then": { "say": "A few more words for you." } }"#,
            ], ["speak 6, hang up", "speak 6, wait 8, hang up", "1, hang up at 6"]))
    func afterLeaving(unanswered: String, script: String) async throws {
        let call = try await Rehearsed(
            line(#"{ "ring": "201" }"#, Self.office, #""unanswered": "# + unanswered), script)
        #expect(call.callbacks.count { $0.status == .missed } == 0, "\(call)")
        #expect(call.callbacks.count + call.messages.count == 1)
    }

    @Test("during the talk is a talk")
    func duringTalk() async throws {
        let call = try await Rehearsed(line(#"{ "ring": "201" }"#, Self.office), "hang up at 7") {
            $0.people = ["201": .answers(after: .seconds(2))]
        }
        #expect(call.outcome == .talked, "\(call)")
        #expect(call.callbacks.isEmpty)
    }

    @Test("after a ring that nobody took, in the next text, is a drop-off")
    func afterRing() async throws {
        let call = try await Rehearsed(
            line(
                #"[{ "ring": "201", "seconds": 5 }, { "say": "All our fitters are busy at the moment." }]"#, Self.office
            ),
            "hang up at 6")
        #expect(call.callbacks.isEmpty, "\(call)")
    }

    @Test("at every command ends the walk once, with an outcome and no further sound")
    func atEveryCommand() async throws {
        for menu in Calls.all {
            let whole = Commands()
            _ = try await menu.walk { $0.fault = whole.note }
            for number in whole.all.indices {
                let after = Commands()
                let call = try await menu.walk { world in
                    world.fault = { index, command in
                        if index > number { _ = after.note(index, command) }
                        return index == number ? .hungUp : nil
                    }
                }
                #expect(call.ledger.ends.count == 1, "\(whole.all[number])\n\(call)")
                #expect(call.outcome != .failed && call.outcome != .goodbye || whole.all[number].isLast, "\(call)")
                #expect(after.all.allSatisfy { $0.hasPrefix("variable ATTENDANT") }, "\(after.all)\n\(call)")
            }
        }
    }

    @Test("of the connection at every command ends the walk once, and nobody is told anything more")
    func lostAtEveryCommand() async throws {
        for menu in Calls.all {
            let whole = Commands()
            _ = try await menu.walk { $0.fault = whole.note }
            for number in whole.all.indices {
                let after = Commands()
                let call = try await menu.walk { world in
                    world.fault = { index, command in
                        if index > number { _ = after.note(index, command) }
                        return index == number ? .lost : nil
                    }
                }
                #expect(call.ledger.ends.count == 1, "\(whole.all[number])\n\(call)")
                #expect(after.all.isEmpty || whole.all[number].isLast, "\(after.all)\n\(call)")
            }
        }
    }
}

extension String {
    /// Whether a command is one of the last of a call, after which its outcome stands.
    var isLast: Bool { hasPrefix("variable ATTENDANT") || self == "hang up" || self == "name back" }
}
