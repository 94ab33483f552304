import Reception
import Rehearsal
import Testing

@Suite("A collect")
struct CollectTests {
    static let ask = "Please key in your invoice number."
    static let people: [String: Rehearsal.World.Telephone] = [
        "201": .answers(after: .seconds(1)), "200": .answers(after: .seconds(1)),
    ]

    /// A line that collects `invoice` with these fields and then rings 201.
    static func menu(_ fields: String, _ more: String...) -> String {
        let step = #"{ "say": "\#(ask)", "collect": "invoice", \#(fields) }"#
        let start = #"[\#(step), { "ring": "201", "show": "{invoice|nothing}" }]"#
        return more.isEmpty ? line(start) : line(start, more.joined(separator: ", "))
    }

    static func call(
        _ fields: String, _ script: String, _ change: (inout Rehearsed.World) -> Void = { _ in }
    ) async throws -> Rehearsed {
        try await Rehearsed.whole(menu(fields), script) { world in
            world.people = people
            change(&world)
        }
    }

    @Test("takes the largest count at once", arguments: ["12345", "1234567"])
    func fullCount(keys: String) async throws {
        let call = try await Self.call(#""digits": \#(keys.count)"#, keys)
        #expect(call.shown == [keys], "\(call)")
        #expect(call.when("(rings 201)") == call.when("[\(keys.last ?? "0")]"))
        #expect(call.outcome == .talked)
    }

    @Test("takes fewer keys by #, or 3 s after the last one")
    func ends() async throws {
        let pound = try await Self.call(#""digits": "3-8""#, "1234#")
        let pause = try await Self.call(#""digits": "3-8""#, "1234")
        #expect(pound.shown == ["1234"], "\(pound)")
        #expect(pound.when("(rings 201)") == pound.when("[#]"))
        let last = try #require(pause.when("[4]"))
        #expect(pause.shown == ["1234"], "\(pause)")
        #expect(pause.when("(rings 201)") == last + .seconds(3))
    }

    @Test("keeps the timers of its step")
    func ownTimers() async throws {
        let between = try await Self.call(#""digits": "3-8", "between": 1.5"#, "1234")
        let last = try #require(between.when("[4]"))
        #expect(between.when("(rings 201)") == last + .milliseconds(1500), "\(between)")
        let wait = try await Self.call(#""digits": 3, "wait": 2, "silent": 1"#, "")
        let end = try #require(wait.transcript.first { $0.what == .said(Self.ask) }?.at)
        let asked = Duration.milliseconds(Self.ask.count * 1000 / EstimatedPrompts.charactersPerSecond)
        #expect(wait.when("(rings 200)") == end + asked + .seconds(2), "\(wait)")
    }

    @Test("ends an entry after `total` seconds, whatever is still being typed")
    func total() async throws {
        let keys = (0..<9).map { _ in "7 at 2" }.joined(separator: ", ")
        let call = try await Self.call(#""digits": "3-20", "total": 10"#, "7, " + keys)
        let first = try #require(call.when("[7]"))
        #expect(call.shown.first?.count == 5, "\(call)")
        #expect(call.when("(rings 201)") == first - SimulatedPhone.reaction + .seconds(10))
    }

    @Test("asks again after a refused entry, with its own words where it has some")
    func wrongEntry() async throws {
        let plain = try await Self.call(#""digits": 5"#, "12#, 12345")
        #expect(
            plain.said.prefix(2) == [Self.ask, "Sorry, that does not look right. Please try again. \(Self.ask)"],
            "\(plain)")
        #expect(plain.shown == ["12345"])
        let own = try await Self.call(
            #""digits": 5, "again": "Five digits, please.", "wrong": { "say": "No." }"#, "12#, 12345")
        #expect(own.said[1] == "No. Five digits, please.", "\(own)")
    }

    @Test("leads to the operator after three refused entries, or as often as its step says")
    func wrongLimit() async throws {
        let three = try await Self.call(#""digits": 5"#, "1#, 2#, 3#")
        #expect(three.said.count == 3, "\(three)")
        #expect(three.rang == ["200"])
        let one = try await Self.call(#""digits": 5, "wrong": 1"#, "1#")
        #expect(one.rang == ["200"], "\(one)")
    }

    @Test("asks again after silence, and leads to the operator after the second")
    func silence() async throws {
        let call = try await Self.call(#""digits": 5"#, "")
        #expect(call.said == [Self.ask, Self.ask], "\(call)")
        #expect(call.rang == ["200"])
        let own = try await Self.call(#""digits": 5, "silent": { "times": 3, "say": "Hello?" }"#, "")
        #expect(own.said == [Self.ask, "Hello? \(Self.ask)", "Hello? \(Self.ask)"], "\(own)")
    }

    @Test("counts refused entries and silences apart")
    func apart() async throws {
        let call = try await Self.call(#""digits": 5"#, "1#, silence, 2#, 12345")
        #expect(call.shown == ["12345"], "\(call)")
    }

    @Test("takes # alone for silence")
    func endAlone() async throws {
        let call = try await Self.call(#""digits": 5"#, "#, #")
        #expect(call.said.count == 2, "\(call)")
        #expect(call.rang == ["200"])
    }

    @Test("that is optional goes on without a value by silence or # alone", arguments: ["", "#"])
    func optional(script: String) async throws {
        let call = try await Self.call(#""digits": "5-6", "optional": true"#, script)
        #expect(call.shown == ["nothing"], "\(call)")
        #expect(call.said == [Self.ask])
        #expect(call.variables["__ATTENDANT_V_INVOICE"] == nil)
    }

    @Test("that is optional refuses a wrong entry all the same")
    func optionalWrong() async throws {
        let call = try await Self.call(#""digits": "5-6", "optional": true"#, "12#, 12345#")
        #expect(call.said.count == 2, "\(call)")
        #expect(call.shown == ["12345"])
    }

    @Test("goes where `wrong`, `silent`, and then its step's `otherwise` say, and its list goes on")
    func otherwise() async throws {
        let fields =
            #""digits": 5, "wrong": { "times": 1, "otherwise": { "say": "Wrong." } }, "silent": { "times": 1 }, "#
        let wrong = try await Self.call(fields + #""otherwise": { "say": "Else." }"#, "1#")
        let silent = try await Self.call(fields + #""otherwise": { "say": "Else." }"#, "")
        #expect(wrong.said == [Self.ask, "Wrong."], "\(wrong)")
        #expect(wrong.shown == ["nothing"])
        #expect(silent.said == [Self.ask, "Else."], "\(silent)")
        #expect(silent.shown == ["nothing"])
    }

    @Test("runs its `then` when it is done, also when it was not needed")
    func then() async throws {
        let typed = try await Self.call(#""digits": 3, "then": { "say": "Thank you." }"#, "123")
        #expect(typed.said == [Self.ask, "Thank you."], "\(typed)")
        let known = try await Rehearsed.whole(
            Self.menu(#""digits": 3, "then": { "say": "Thank you." }"#, #""variables": { "invoice": "{arg.invoice}" }"#)
        ) { $0.arguments = ["invoice": "123"] }
        #expect(known.said.first == "Thank you.", "\(known)")
    }

    @Test("is cleared by *, and an empty one goes back to the menu")
    func clear() async throws {
        let cleared = try await Self.call(#""digits": "3-5""#, "99*123#")
        #expect(cleared.shown == ["123"], "\(cleared)")
        let choice = #"{ "for": "bills", "say": "Number?", "collect": "invoice", "digits": 5 }"#
        let menu = line(#"{ "say": "Hi.", "menu": { "1": \#(choice) } }"#)
        let back = try await Rehearsed.whole(menu, "1, *, hang up at 3")
        #expect(
            back.said == [
                "Hi. For bills, press 1. For the operator, press 0.", "Number?",
                "For bills, press 1. For the operator, press 0.",
            ], "\(back)")
        let twice = try await Rehearsed.whole(menu, "1, 12*, 12*, *, hang up at 3")
        #expect(twice.said.last == "For bills, press 1. For the operator, press 0.", "\(twice)")
    }

    @Test("outside a menu begins again by *, until that was often enough")
    func starAtTop() async throws {
        let call = try await Self.call(#""digits": 5"#, "*, *, *, *, *, *")
        #expect(call.said == Array(repeating: Self.ask, count: 6), "\(call)")
        #expect(call.rang == ["200"])
    }

    @Test("may have other keys that end and clear, or none")
    func ownKeys() async throws {
        let swapped = try await Self.call(##""digits": "2-5", "end": "*", "clear": "#""##, "99#123*")
        #expect(swapped.shown == ["123"], "\(swapped)")
        let none = try await Self.call(#""digits": "2-5", "end": "", "clear": """#, "*1#")
        #expect(none.shown == ["*1#"], "\(none)")
        let clearing = try await Self.call(#""digits": "2-5", "clear": "7""#, "123712#")
        #expect(clearing.shown == ["12"], "\(clearing)")
    }

    @Test("counts refused entries among the call's mistakes")
    func mistakes() async throws {
        let call = try await Self.call(
            #""digits": 5, "wrong": 20"#, "1#, 2#, 3#, 4#, 5#, 12345")
        #expect(call.said.count == 5, "\(call)")
        #expect(call.rang == ["200"])
    }

    @Test("notes its keys and what came of it")
    func row() async throws {
        let call = try await Self.call(#""digits": 3"#, "123")
        let row = try #require(call.ledger.steps.first { $0.path == "start[0]" })
        #expect(row.keys == "123", "\(call)")
        #expect(row.result == "done")
    }

    @Test("whose prompt has no sound leads to the operator")
    func silentPrompt() async throws {
        let call = try await Self.call(#""digits": 3"#, "123") {
            $0.prompts = HeardPrompts { $0.hasPrefix("Please key") }
        }
        #expect(call.rang == ["200"], "\(call)")
    }

    @Test("that must be heard to the end keeps the keys that were pressed")
    func uninterrupted() async throws {
        let call = try await Self.call(#""digits": 3, "interrupt": false"#, "123 now")
        let length = Duration.milliseconds(Self.ask.count * 1000 / EstimatedPrompts.charactersPerSecond)
        #expect(call.shown == ["123"], "\(call)")
        let rings = try #require(call.when("(rings 201)"))
        #expect(rings >= length)
    }
}
