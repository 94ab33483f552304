import Foundation
import MenuFile
import Reception
import Rehearsal
import Testing

@Suite("A notice")
struct NoticeTests {
    static func call(
        _ notices: String, _ script: String = "", start: String = #"{ "say": "Hi." }"#, _ more: String...,
        change: (inout Rehearsed.World) -> Void = { _ in }
    ) async throws -> Rehearsed {
        try await Rehearsed.whole(
            line(start, (more + [#""notices": { \#(notices) }"#]).joined(separator: ", ")), script, change)
    }

    static func at(_ text: String) throws -> Date { try LocalDateTime(text).instant(in: .gmt) }

    @Test("that is on is heard first, those of the file in its order, then those made at run time")
    func order() async throws {
        let call = try await Self.call(
            #""b": { "say": "B.", "on": true }, "a": { "say": "A.", "on": true }, "off": { "say": "Off." }"#
        ) {
            $0.board.notices = [
                NoticeSwitch(name: "water", say: "Water main burst.", isOn: true),
                NoticeSwitch(name: "snow", say: "Snow.", isOn: true),
                NoticeSwitch(name: "old", say: "Old.", isOn: false),
            ]
        }
        #expect(call.said == ["B.", "A.", "Water main burst.", "Snow.", "Hi.", "Goodbye."], "\(call)")
    }

    @Test(
        "is on by `on`, or by its times where `on` is not written",
        arguments: [
            (#""on": true"#, true), (#""on": false"#, false), (#""on": false, "from": "2026-03-03 09:00""#, false),
            (#""from": "2026-03-03 10:00""#, true), (#""from": "2026-03-03 10:01""#, false),
            (#""until": "2026-03-03T10:00""#, false), (#""until": "2026-03-03T10:01""#, true),
            (#""on": true, "until": "2026-03-03 09:00""#, false), (#""on": true, "from": "2026-03-04 09:00""#, false),
            (#""from": "2026-03-01 00:00", "until": "2026-03-05 00:00""#, true), (#""note": "never""#, false),
        ])
    func times(fields: String, expected: Bool) async throws {
        let call = try await Self.call(#""a": { "say": "A.", \#(fields) }"#)
        #expect(call.said.contains("A.") == expected, "\(call)")
    }

    @Test("has its times in the zone of the file")
    func zone() async throws {
        for (at, expected) in [("2026-07-01 17:59", true), ("2026-07-01 18:00", false)] {
            let call = try await Self.call(
                #""a": { "say": "A.", "until": "2026-07-01 18:00" }"#, "", start: #"{ "say": "Hi." }"#,
                #""timezone": "Europe/Warsaw""#
            ) { $0.at = at }
            #expect(call.said.contains("A.") == expected, "\(at)\n\(call)")
        }
    }

    @Test("of the file is switched by hand, with its own text or another, until a moment")
    func switched() async throws {
        let menu = #""gas": { "say": "Gas is off.", "on": false }, "ice": { "say": "Ice.", "on": true }"#
        let switches = [
            NoticeSwitch(name: "gas", isOn: true, until: try Self.at("2026-03-03 12:00")),
            NoticeSwitch(name: "ice", isOn: false),
        ]
        let on = try await Self.call(menu) { $0.board.notices = switches }
        let later = try await Self.call(menu) {
            $0.board.notices = switches
            $0.at = "2026-03-03 12:00"
        }
        let reworded = try await Self.call(menu) {
            $0.board.notices = [NoticeSwitch(name: "gas", say: "Gas is off until six.", isOn: true)]
        }
        #expect(on.said.first == "Gas is off." && !on.said.contains("Ice."), "\(on)")
        #expect(later.said.first == "Hi.", "\(later)")
        #expect(reworded.said.prefix(2) == ["Gas is off until six.", "Ice."], "\(reworded)")
    }

    @Test("made at run time is gone when its time is over")
    func runTimeEnds() async throws {
        let until = try Self.at("2026-03-03 12:00")
        for (at, expected) in [("2026-03-03 11:59", true), ("2026-03-03 12:00", false)] {
            let call = try await Rehearsed.whole(line(#"{ "say": "Hi." }"#)) {
                $0.at = at
                $0.board.notices = [NoticeSwitch(name: "x", say: "Water.", isOn: true, until: until)]
            }
            #expect(call.said.contains("Water.") == expected, "\(call)")
        }
    }

    @Test("made at run time is text and never markup or a variable")
    func runTimeText() async throws {
        let call = try await Rehearsed.whole(line(#"{ "say": "Hi." }"#)) {
            $0.board.notices = [NoticeSwitch(name: "x", say: "No {caller.number} here.", isOn: true)]
        }
        #expect(call.said.first == "No {caller.number} here.", "\(call)")
    }

    @Test("is ended by a key, which is kept, and passes over the other notices and prompts")
    func interrupted() async throws {
        let call = try await Self.call(
            #""a": { "say": "A notice of some length.", "on": true }, "b": { "say": "B.", "on": true }"#,
            "wait 1, 1 now",
            start: twoChoices)
        #expect(call.said.first == "A notice of some length.", "\(call)")
        #expect(!call.said.contains("B."))
        #expect(call.rang.first == "201")
    }

    @Test("is heard by callers on a list, before the list's step")
    func lists() async throws {
        let call = try await Self.call(
            #""a": { "say": "A.", "on": true }"#, "", start: #"{ "say": "Hi." }"#,
            #""callers": { "vip": { "numbers": ["*"], "go": "x" } }"#, #""steps": { "x": { "say": "X." } }"#)
        #expect(call.said == ["A.", "X.", "Goodbye."], "\(call)")
    }

    @Test("before a step is heard each time that the step is entered, and not at the start")
    func before() async throws {
        let call = try await Self.call(
            #""a": { "say": "A.", "on": true, "before": "x" }"#, "1, 1, hang up at 9",
            start: #"{ "say": "Hi.", "menu": { "1": { "for": "x", "go": "x" } } }"#,
            #""steps": { "x": { "say": "X." } }"#)
        #expect(
            call.said.filter { !$0.hasPrefix("For") && !$0.hasPrefix("Hi") } == ["A.", "X.", "A.", "X."], "\(call)")
        #expect(call.said.first?.hasPrefix("Hi.") == true)
    }

    @Test("may stand before start, closed or the operator")
    func beforeReserved() async throws {
        for (name, script) in [("start", ""), ("operator", "0 now")] {
            let call = try await Self.call(#""a": { "say": "A.", "on": true, "before": "\#(name)" }"#, script)
            #expect(call.said.contains("A."), "\(call)")
        }
        let closed = try await Self.call(
            #""a": { "say": "A.", "on": true, "before": "closed" }"#, "", start: #"{ "say": "Hi." }"#,
            StepOrderTests.hours, #""closed": { "say": "Closed." }"#
        ) { $0.at = "2026-03-07 10:00" }
        #expect(closed.said.prefix(2) == ["A.", "Closed."], "\(closed)")
    }

    @Test("can be asked by `when`, as it was switched")
    func condition() async throws {
        let start =
            #"[{ "when": { "notice": "gas" }, "say": "On." }, { "when": { "not": { "notice": "gas" } }, "say": "Off." }]"#
        let menu = #""gas": { "say": "Gas.", "on": false, "before": "start" }"#
        let off = try await Self.call(menu, "", start: start)
        let on = try await Self.call(menu, "", start: start) {
            $0.board.notices = [NoticeSwitch(name: "gas", isOn: true)]
        }
        #expect(off.said.first == "Off.", "\(off)")
        #expect(on.said.prefix(2) == ["Gas.", "On."], "\(on)")
    }

    @Test("that cannot be spoken is passed over")
    func silent() async throws {
        let call = try await Self.call(#""a": { "say": "A.", "on": true }"#) {
            $0.prompts = HeardPrompts { $0 == "A." }
        }
        #expect(call.said == ["Hi.", "Goodbye."], "\(call)")
    }
}
