import Foundation
import MenuFile
import Reception
import Rehearsal
import Testing

@Suite("A condition")
struct ConditionTests {
    static let lists =
        ##""callers": { "vip": { "numbers": { "+44 7700 900001": "Ann", "+44 20*": "London" } }, "##
        + ##""staff": { "numbers": ["2xx", "07700 9*"] } }"##

    /// Whether a step with this `when` is done.
    static func holds(
        _ condition: String, _ more: String..., change: (inout Rehearsed.World) -> Void = { _ in },
        _ location: SourceLocation = #_sourceLocation
    ) async throws -> Bool {
        let members = (["\"timezone\": \"Europe/London\""] + more).joined(separator: ", ")
        let call = try await Rehearsed.whole(
            line(#"[{ "when": \#(condition), "say": "Yes." }, { "say": "End." }]"#, members), "", change, location)
        #expect(call.said.last == "Goodbye.", "\(call)", sourceLocation: location)
        return call.said.first == "Yes."
    }

    @Test("on the caller looks at lists and patterns")
    func caller() async throws {
        for condition in [
            #""vip""#, #""staff""#, #""not nobody""#, #"{ "caller": "vip" }"#, #"{ "caller": ["nobody", "staff"] }"#,
            #"{ "caller": "+44 77*" }"#, #"{ "caller": ["+48*", "07700 900001"] }"#, #"{ "caller": "*" }"#,
        ] {
            let lists = Self.lists.dropLast() + #", "nobody": { "numbers": ["+48 22*"] } }"#
            #expect(try await Self.holds(condition, String(lists)), "\(condition)")
            let hidden = try await Self.holds(condition, String(lists)) { $0.isWithheld = true }
            #expect(hidden == condition.contains("not"), "\(condition)")
        }
        #expect(try await !Self.holds(#"{ "caller": "+48*" }"#))
        #expect(try await Self.holds(#""staff""#, Self.lists) { $0.from = "212" })
        #expect(try await !Self.holds(#""vip""#, Self.lists) { $0.from = "212" })
    }

    @Test("on the caller is false without any number")
    func noNumber() async throws {
        #expect(try await !Self.holds(#"{ "caller": "*" }"#) { $0.from = nil })
        #expect(try await Self.holds(#""anonymous""#) { $0.from = nil })
        #expect(try await Self.holds(#""anonymous""#) { $0.isWithheld = true })
        #expect(try await !Self.holds(#""anonymous""#))
        #expect(try await Self.holds(#""not anonymous""#))
    }

    @Test("on the called number compares extensions and numbers", arguments: ["700", "7xx", "7*"])
    func called(pattern: String) async throws {
        #expect(try await Self.holds(#"{ "called": "\#(pattern)" }"#))
        #expect(try await Self.holds(#"{ "called": ["+44*", "\#(pattern)"] }"#))
        #expect(try await !Self.holds(#"{ "called": "8*" }"#))
    }

    @Test("on the language is what the call speaks now")
    func language() async throws {
        let languages = #""language": ["en", "pl", "ru"]"#
        #expect(try await Self.holds(#"{ "language": "en" }"#, languages))
        #expect(try await Self.holds(#"{ "language": ["ru", "en"] }"#, languages))
        #expect(try await !Self.holds(#"{ "language": ["ru", "pl"] }"#, languages))
    }

    @Test(
        "on a holiday is true on days of that name",
        arguments: [("2026-12-25 10:00", true), ("2026-12-24 10:00", false)])
    func holiday(at: String, expected: Bool) async throws {
        let days = #""holidays": { "12-25": "Christmas Day" }"#
        #expect(try await Self.holds(#""holiday""#, days) { $0.at = at } == expected)
        #expect(try await Self.holds(#""not holiday""#, days) { $0.at = at } != expected)
    }

    @Test("on the day's calls counts the earlier ones of the same local day")
    func callsToday() async throws {
        let ledger = MemoryLedger()
        for (number, at) in [("+447700900001", 0), ("+447700900001", -3600), ("+447700900002", 0)] {
            ledger.callStarted(
                CallStart(
                    facts: CallFacts(id: "x"), number: number,
                    at: try LocalDateTime("2026-03-03T00:30:00Z").instant(in: .gmt).addingTimeInterval(Double(at)),
                    menu: "test", version: "", language: "en"))
        }
        for (condition, expected) in [
            (#"{ "calls-today": 1 }"#, true), (#"{ "calls-today": ">= 1" }"#, true),
            (#"{ "calls-today": "> 1" }"#, false),
            (#"{ "calls-today": "< 2" }"#, true), (#"{ "calls-today": "<= 0" }"#, false), (#""called-today""#, true),
            (#"{ "{caller.calls-today}": 1 }"#, true),
        ] {
            let fresh = MemoryLedger()
            for start in ledger.starts { fresh.callStarted(start) }
            #expect(try await Self.holds(condition) { $0.ledger = fresh } == expected, "\(condition)")
        }
        #expect(try await !Self.holds(#""called-today""#))
        #expect(
            try await !Self.holds(#""called-today""#) { world in
                world.ledger = ledger
                world.isWithheld = true
            })
    }

    @Test("on a share holds below the dice", arguments: [(0, true), (29, true), (30, false), (99, false)])
    func share(dice: Int, expected: Bool) async throws {
        #expect(try await Self.holds(#"{ "share": 30 }"#) { $0.dice = dice } == expected)
    }

    @Test("on a share of 0 never holds, of 100 always", arguments: [0, 50, 99])
    func wholeShare(dice: Int) async throws {
        #expect(try await !Self.holds(#"{ "share": 0 }"#) { $0.dice = dice })
        #expect(try await Self.holds(#"{ "share": 100 }"#) { $0.dice = dice })
    }

    @Test("on a share spreads calls evenly by their ids, and keeps each on its side")
    func spread() async throws {
        var held = 0
        for number in 0..<300 {
            let id = "20260303-100000-\(number)"
            let first = try await Self.holds(#"{ "share": 30 }"#) { $0.id = id }
            if number < 20 { #expect(try await Self.holds(#"{ "share": 30 }"#) { $0.id = id } == first) }
            if first { held += 1 }
        }
        // 90 are expected; so far off comes once in some ten thousand hashes, and this one is fixed.
        #expect((60...120).contains(held), "\(held)")
    }

    @Test("on a variable compares its value")
    func variable() async throws {
        let tests: [(String, String?, Bool)] = [
            (#""present""#, "x", true), (#""present""#, nil, false), (#""missing""#, nil, true),
            (#""missing""#, "x", false),
            (#""gold""#, "gold", true), (#""gold""#, "Gold", false), (#""gold""#, nil, false),
            (#"["gold", "silver"]"#, "silver", true), (#"["gold", 7]"#, "7", true), (#"["gold"]"#, "iron", false),
            (#""not gold""#, "iron", true), (#""not gold""#, "gold", false), (#""not gold""#, nil, true),
            ("5", "5", true), ("5", "5.0", true), ("5", "6", false), (#""< 5""#, "4.9", true), (#""< 5""#, "5", false),
            (#""<= 5""#, "5", true), (#""> -1""#, "0", true), (#"">= 10""#, "9", false), (#"">= 10""#, "ten", false),
            (#"">= 10""#, nil, false), (#""< 5""#, "nan", false), (#""< 5""#, "0x3", false), (#""< 5""#, "-inf", false),
            (#"">= 5""#, "1e1", false), (#"">= 5""#, "inf", false), (#""< 5""#, "-2.5", true), (#""< 5""#, "4.", false),
            ("true", "true", true), ("true", "false", false),
        ]
        for (test, value, expected) in tests {
            let holds = try await Self.holds(#"{ "{arg.x}": \#(test) }"#) {
                $0.arguments = value.map { ["x": $0] } ?? [:]
            }
            #expect(holds == expected, "\(test) on \(value ?? "nothing")")
        }
    }

    @Test("on a built-in variable looks at the call")
    func builtIn() async throws {
        #expect(try await Self.holds(#"{ "{called}": "700" }"#))
        #expect(try await Self.holds(#"{ "{caller.number}": "present" }"#))
        #expect(try await Self.holds(#"{ "{caller.list}": "missing" }"#))
        #expect(try await Self.holds(#"{ "{caller.list}": "vip" }"#, Self.lists))
        #expect(try await Self.holds(#"{ "{language}": "en" }"#))
    }

    @Test("of several holds when all do, with `any` when one does, with `not` when it does not")
    func groups() async throws {
        let yes = #"{ "called": "7*" }"#
        let no = #"{ "called": "8*" }"#
        let tests = [
            (#"{ "called": "7*", "{arg.x}": "missing" }"#, true), (#"{ "called": "7*", "{arg.x}": "present" }"#, false),
            (#"{ "any": [\#(no), \#(yes)] }"#, true), (#"{ "any": [\#(no), \#(no)] }"#, false),
            (#"{ "all": [\#(yes), \#(yes)] }"#, true), (#"{ "all": [\#(yes), \#(no)] }"#, false),
            (#"{ "not": \#(no) }"#, true), (#"{ "not": { "any": [\#(no), \#(yes)] } }"#, false),
            (#"{ "any": ["anonymous", { "all": ["not anonymous", { "not": \#(no) }] }] }"#, true),
        ]
        for (condition, expected) in tests { #expect(try await Self.holds(condition) == expected, "\(condition)") }
    }

    @Test("leaves its reason in the rows, but no value of a variable")
    func reason() async throws {
        let call = try await Rehearsed.whole(
            line(#"[{ "when": { "{arg.pin}": "4711" }, "say": "Yes." }, { "when": "anonymous", "say": "Yes." }]"#)
        ) { $0.arguments = ["pin": "0815"] }
        let rows = call.steps.joined(separator: "\n")
        #expect(rows.contains("{arg.pin} is not so"), "\(call)")
        #expect(rows.contains("the number is known"))
        #expect(!rows.contains("0815") && !rows.contains("4711"))
    }

    @Test("on a schedule follows what was switched by hand, everywhere")
    func switched() async throws {
        let hours = #""hours": { "mon-fri": "9-17" }"#
        let closed = HourSwitch(isOpen: false)
        #expect(try await Self.holds(#""open""#, hours))
        #expect(try await !Self.holds(#""open""#, hours) { $0.board.switches["office"] = closed })
        #expect(try await Self.holds(#""closed""#, hours) { $0.board.switches["office"] = closed })
        #expect(try await Self.holds(#""open""#, hours) { $0.board.switches["other"] = closed })
        #expect(
            try await Self.holds(#"{ "open": "office" }"#, hours) { world in
                world.at = "2026-03-07 12:00"
                world.board.switches["office"] = HourSwitch(isOpen: true)
            })
    }

    @Test("on a switched schedule ends with the switch")
    func switchEnds() async throws {
        let hours = #""hours": { "mon-fri": "9-17" }"#
        let until = try LocalDateTime("2026-03-03 12:00").instant(in: .gmt)
        for (at, expected) in [("2026-03-03 11:59", false), ("2026-03-03 12:00", true)] {
            let holds = try await Self.holds(#""open""#, hours) {
                $0.at = at
                $0.board.switches["office"] = HourSwitch(isOpen: false, until: until)
            }
            #expect(holds == expected, "\(at)")
        }
    }
}

@Suite("A schedule switched by hand")
struct SwitchedHoursTests {
    @Test("decides between start and closed, and is what {open.next} and a promise reckon with")
    func whole() async throws {
        let until = try LocalDateTime("2026-03-03 15:00").instant(in: .gmt)
        let menu = line(
            #"{ "say": "Hi." }"#, StepOrderTests.hours,
            #""closed": { "say": "We open {open.next}.", "callback": "office", "thanks": "Until {callback.when}." }"#,
            #""callbacks": { "office": { "within": 3600 } }"#)
        let call = try await Rehearsed.whole(menu, "1") {
            $0.board.switches["office"] = HourSwitch(isOpen: false, until: until)
        }
        #expect(call.said.first == "We open today at 15.", "\(call)")
        #expect(call.said.last == "Until today by 16.")
    }
}
