import Reception
import Rehearsal
import Testing

@Suite("What staff see")
struct LabelTests {
    static func taken(_ menu: String, _ script: String, _ change: (inout Rehearsed.World) -> Void = { _ in })
        async throws
        -> Rehearsed
    {
        try await Rehearsed(menu, script) {
            $0.people = ["201": .answers(after: .zero), "202": .answers(after: .zero)]
            change(&$0)
        }
    }

    @Test("is the name of the line before any choice")
    func nameOfTheLine() async throws {
        let call = try await Self.taken(line(#"{ "ring": "201" }"#), "")
        #expect(call.shown == ["Miller Heating: +447700900001"], "\(call)")
    }

    @Test("is the choice's `for` with a capital and without its article")
    func fromFor() async throws {
        let call = try await Self.taken(line(#"{ "menu": { "1": { "for": "the new boiler", "ring": "201" } } }"#), "1")
        #expect(call.shown == ["New boiler: +447700900001"], "\(call)")
    }

    @Test("is the choice's `to` likewise")
    func fromTo() async throws {
        let call = try await Self.taken(line(#"{ "menu": { "1": { "to": "order oil", "ring": "201" } } }"#), "1")
        #expect(call.shown == ["Order oil: +447700900001"], "\(call)")
    }

    @Test("is the choice's explicit label first of all")
    func explicit() async throws {
        let call = try await Self.taken(
            line(#"{ "menu": { "1": { "for": "bills", "label": "Bill", "ring": "201" } } }"#), "1")
        #expect(call.shown == ["Bill: +447700900001"], "\(call)")
        #expect(call.variables["__ATTENDANT_PATH"] == "1 Bill")
    }

    @Test("is the last step's explicit label")
    func lastStep() async throws {
        let call = try await Self.taken(
            line(#"{ "menu": { "1": { "for": "bills", "do": [{ "label": "Urgent", "ring": "201" }] } } }"#), "1")
        #expect(call.shown == ["Urgent: +447700900001"], "\(call)")
    }

    @Test("is the deeper choice, while the path holds both")
    func deeper() async throws {
        let call = try await Self.taken(
            line(JumpTests.nested(#"{ "for": "the boiler", "ring": "202" }"#)), "1, 2")
        #expect(call.shown == ["Boiler: +447700900001"], "\(call)")
        #expect(call.variables["__ATTENDANT_PATH"] == "1 A › 2 Boiler")
        #expect(call.end?.path == "1 A › 2 Boiler")
        #expect(call.end?.label == "Boiler")
    }

    @Test("has only the key in the path for a choice without a label")
    func keyOnly() async throws {
        let call = try await Self.taken(line(#"{ "menu": { "7": { "ring": "201" } } }"#), "7")
        #expect(call.variables["__ATTENDANT_PATH"] == "7", "\(call)")
        #expect(call.shown == ["Miller Heating: +447700900001"])
    }

    @Test("has in the path the present stack of choices, not those that were gone back from")
    func stack() async throws {
        let call = try await Self.taken(
            line(
                #"{ "menu": { "1": { "for": "a", "say": "Sub.", "menu": { "2": { "for": "b", "say": "B." } } }, "#
                    + #""3": { "for": "c", "ring": "201" } } }"#), "1, 2, *, 3")
        #expect(call.variables["__ATTENDANT_PATH"] == "3 C", "\(call)")
    }

    @Test("has the keys that were typed for a range in the path")
    func typed() async throws {
        let call = try await Self.taken(line(#"{ "menu": { "201-249": { "ring": "{keys}" } } }"#), "202")
        #expect(call.variables["__ATTENDANT_PATH"] == "202", "\(call)")
        #expect(call.rang == ["202"])
    }

    @Test(
        "is `show` of the ring, else of the file",
        arguments: zip(["ring", "file"], ["From ring 201", "File +447700900001"]))
    func show(place: String, expected: String) async throws {
        let own = place == "ring" ? #", "show": "From  ring {keys} 201 ""# : ""
        let call = try await Self.taken(
            line(#"{ "ring": "201"\#(own) }"#, #""show": " File {caller.number} ""#), "")
        #expect(call.shown == [expected], "\(call)")
    }

    @Test("names the caller as the network does")
    func callerName() async throws {
        let call = try await Self.taken(line(#"{ "ring": "201" }"#), "") { $0.name = "Hotel Bristol" }
        #expect(call.shown == ["Miller Heating: Hotel Bristol"], "\(call)")
    }

    @Test("calls a withheld number anonymous")
    func anonymous() async throws {
        let call = try await Self.taken(line(#"{ "ring": "201" }"#), "") {
            $0.isWithheld = true
            $0.name = "Secret"
        }
        #expect(call.shown == ["Miller Heating: anonymous"], "\(call)")
    }
}
