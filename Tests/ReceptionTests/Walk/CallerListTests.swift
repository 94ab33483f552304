import MenuFile
import Reception
import Rehearsal
import Testing

@Suite("A list of callers")
struct CallerListTests {
    static func menu(_ lists: String, _ more: String...) -> String {
        line(
            #"{ "say": "Hello {caller.name}.", "ring": "201" }"#, #""callers": { \#(lists) }"#,
            (more + [#""steps": { "fitters": { "say": "Fitters.", "ring": "202" } }"#]).joined(separator: ", "))
    }

    static let vip = #""vip": { "numbers": { "+44 7700 900001": "Hotel Bristol" }, "label": "VIP", "go": "fitters" }"#

    @Test("sends its callers where it says, before everything, also when closed")
    func go() async throws {
        let call = try await Rehearsed.whole(
            Self.menu(Self.vip, StepOrderTests.hours, #""closed": { "say": "Closed." }"#)
        ) {
            $0.at = "2026-03-03 23:10"
            $0.arguments = ["step": "closed"]
        }
        #expect(call.said.first == "Fitters.", "\(call)")
        #expect(call.shown.first == "VIP: Hotel Bristol")
    }

    @Test("does not concern others, nor the withheld")
    func others() async throws {
        let other = try await Rehearsed.whole(Self.menu(Self.vip)) { $0.from = "+447700900009" }
        let hidden = try await Rehearsed.whole(Self.menu(Self.vip)) { $0.isWithheld = true }
        #expect(other.said.first == "Hello +447700900009.", "\(other)")
        #expect(hidden.said.first == "Hello anonymous.", "\(hidden)")
        #expect(other.shown.first == "Miller Heating: +447700900009")
    }

    @Test("that hangs up does so before the call is answered, and it is noted")
    func hangup() async throws {
        let call = try await Rehearsed.whole(
            Self.menu(
                #""pests": { "numbers": ["07700 900001"], "go": "hangup" }"#,
                #""notices": { "a": { "say": "Notice.", "on": true } }"#))
        #expect(call.story == ["(the line hangs up)"], "\(call)")
        #expect(call.outcome == .goodbye)
        #expect(call.end?.label == "Pests")
        #expect(call.ledger.starts.count == 1)
        #expect(call.steps == ["start: on the list pests"])
    }

    @Test("is the first in the file that matches")
    func first() async throws {
        let lists = #""a": { "numbers": ["+44*"] }, "b": { "numbers": ["+447700900001"], "go": "hangup" }"#
        let call = try await Rehearsed.whole(Self.menu(lists))
        #expect(call.said.first?.hasPrefix("Hello") == true, "\(call)")
        #expect(call.shown.first == "A: +447700900001")
    }

    @Test("names its callers before the network does, and has its own label or its name with a capital")
    func names() async throws {
        let named = try await Rehearsed.whole(
            Self.menu(#""good-friends": { "numbers": { "+44 7700 900001": "Ann", "*": "" } }"#)
        ) { $0.name = "NETWORK" }
        #expect(named.said.first == "Hello Ann.", "\(named)")
        #expect(named.shown.first == "Good-friends: Ann")
        let unnamed = try await Rehearsed.whole(Self.menu(#""all": { "numbers": { "*": "" } }"#)) {
            $0.name = "NETWORK"
        }
        #expect(unnamed.said.first == "Hello NETWORK.", "\(unnamed)")
    }

    @Test("may send its callers to the operator, to start or to closed")
    func reserved() async throws {
        for (go, said) in [("operator", nil), ("start", "Hello +447700900001."), ("closed", "Closed.")] {
            let call = try await Rehearsed.whole(
                Self.menu(
                    #""all": { "numbers": ["*"], "go": "\#(go)" }"#, StepOrderTests.hours,
                    #""closed": { "say": "Closed." }"#)
            ) { $0.at = "2026-03-03 \(go == "start" ? "23" : "10"):00" }
            if let said {
                #expect(call.said.first == said, "\(call)")
            } else {
                #expect(call.rang.first == "200", "\(call)")
            }
        }
    }

    @Test("gives the label until something is chosen")
    func label() async throws {
        let menu = line(twoChoices, #""callers": { "vip": { "numbers": ["*"], "label": "VIP {caller.number}" } }"#)
        let chosen = try await Rehearsed.whole(menu, "1")
        let hungUp = try await Rehearsed.whole(menu, "hang up at 1")
        #expect(chosen.shown.first == "Repairs: +447700900001", "\(chosen)")
        #expect(hungUp.end?.label == "VIP +447700900001")
    }

    @Test("is {caller.list}")
    func variable() async throws {
        let menu = line(
            #"{ "say": "List {caller.list|none}." }"#, #""callers": { "vip": { "numbers": ["+447700900001"] } }"#)
        #expect(try await Rehearsed.whole(menu).said.first == "List vip.")
        #expect(try await Rehearsed.whole(menu) { $0.from = "201" }.said.first == "List none.")
    }
}
