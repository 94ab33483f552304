import Foundation
import MenuFile
import Reception
import Rehearsal
import Testing

@Suite("A clock that is set back an hour in the middle of a call")
struct ClockBackTests {
    @Test("changes nothing that the caller hears, whenever it is, and the call is as long as ever")
    func heard() async throws {
        let menus = [
            (CallbackTests.office, "1"), (VoicemailTests.menu(), "speak 6, 1"), (line(twoChoices), "1"),
            (line(twoChoices), ""), (RequestTimeTests.menu(#", "timeout": 20"#), "1"),
        ]
        for (menu, script) in menus {
            let plain = try await Self.call(menu, script, nil)
            for second in 0..<Int(plain.length.components.seconds + 1) {
                let back = try await Self.call(menu, script, .seconds(second) + .milliseconds(100))
                #expect(back.story == plain.story, "\(menu), set back after \(second) s\n\(back)")
                #expect(back.length == plain.length)
                #expect(back.outcome == plain.outcome)
            }
        }
    }

    private static func call(_ menu: String, _ script: String, _ back: Duration?) async throws -> Rehearsed {
        try await Rehearsed(menu, script) {
            $0.release = .whole
            $0.rules = [.init("*", takes: .seconds(4))]
            $0.people = ["200": .answers(after: .seconds(2)), "201": .answers(after: .seconds(2))]
            $0.setsBackAt = back
        }
    }

    @Test("the request is of the hour that the clock shows when it is made, and promised from there")
    func promised() async throws {
        let menu = line(
            #"{ "callback": "office" }"#,
            #""callbacks": { "office": { "email": "office@miller.example", "within": 1800 } }"#)
        let call = try await Rehearsed(menu, "1") {
            $0.at = "2026-03-03 10:00"
            $0.setsBackAt = .seconds(1)
        }
        let row = try #require(call.callbacks.first, "\(call)")
        let zone = TimeZone(identifier: "UTC") ?? .current
        #expect(row.at < (try LocalDateTime("2026-03-03 09:01").instant(in: zone)))
        #expect(row.dueAt == (try LocalDateTime("2026-03-03 09:45").instant(in: zone)))
        #expect(call.end?.outcome == .callback)
    }
}
