import Foundation
import MenuFile
import Reception
import Rehearsal
import Testing

@Suite("The start of a call")
struct StartTests {
    static let steps = #""steps": { "reminder": { "say": "This is a reminder." } }"#
    static let closed = #""closed": { "say": "We open {open.next}." }"#

    @Test("answers, waits a moment so that the first syllable is heard, then speaks")
    func answers() async throws {
        let call = try await Rehearsed(line(#"{ "say": "Hi." }"#))
        #expect(call.story.first == "(answered)", "\(call)")
        #expect(call.when("Hi.") == .milliseconds(300))
    }

    @Test("with `answer` false is heard before it is answered")
    func progress() async throws {
        let call = try await Rehearsed(line(#"{ "say": "Hi." }"#, #""answer": false"#))
        #expect(call.story.first == "(heard before the answer)", "\(call)")
    }

    @Test("leads to `start` when the office is open, to `closed` when it is closed")
    func startOrClosed() async throws {
        let menu = line(#"{ "say": "Hi." }"#, Self.closed, StepOrderTests.hours)
        let day = try await Rehearsed(menu) { $0.at = "2026-03-03 10:00" }
        let night = try await Rehearsed(menu) { $0.at = "2026-03-06 20:00" }
        #expect(day.said.first == "Hi.", "\(day)")
        #expect(night.said.first == "We open on Monday at 9.", "\(night)")
    }

    @Test("leads to `start` when the office is closed and the file has no `closed`")
    func noClosed() async throws {
        let call = try await Rehearsed(line(#"{ "say": "Hi." }"#, StepOrderTests.hours)) { $0.at = "2026-03-06 20:00" }
        #expect(call.said.first == "Hi.", "\(call)")
    }

    @Test("decides between start and closed once")
    func decidedOnce() async throws {
        let call = try await Rehearsed(line(twoChoices, Self.closed, StepOrderTests.hours), "#, #, #, hang up at 1") {
            $0.at = "2026-03-03 16:59:50"
        }
        #expect(call.said.allSatisfy { $0.hasSuffix(twoChoicesAgain) }, "\(call)")
    }

    @Test("leads to the step that the URL names, also when closed")
    func namedStep() async throws {
        let call = try await Rehearsed(
            line(#"{ "say": "Hi." }"#, Self.steps, Self.closed, StepOrderTests.hours)
        ) {
            $0.arguments = ["step": "reminder"]
            $0.at = "2026-03-06 20:00"
        }
        #expect(call.said == ["This is a reminder.", "Goodbye."], "\(call)")
    }

    @Test("with an unknown step in the URL is an ordinary one", arguments: ["nobody", "back", "", "hangup"])
    func unknownStep(name: String) async throws {
        let call = try await Rehearsed(line(#"{ "say": "Hi." }"#, Self.steps)) { $0.arguments = ["step": name] }
        #expect(call.said.first == "Hi.", "\(call)")
    }

    @Test("may be told start, closed or operator by the URL")
    func reservedSteps() async throws {
        let menu = line(#"{ "say": "Hi." }"#, Self.closed, StepOrderTests.hours)
        let start = try await Rehearsed(menu) {
            $0.arguments = ["step": "start"]
            $0.at = "2026-03-06 20:00"
        }
        let closed = try await Rehearsed(menu) { $0.arguments = ["step": "closed"] }
        let person = try await Rehearsed(menu) {
            $0.arguments = ["step": "operator"]
            $0.people = ["200": .answers(after: .zero)]
        }
        #expect(start.said.first == "Hi.", "\(start)")
        #expect(closed.said.first?.hasPrefix("We open") == true, "\(closed)")
        #expect(person.shown == ["Operator: +447700900001"], "\(person)")
    }

    @Test("speaks the file's language where the channel's is none of it", arguments: ["", "fr", "pl"])
    func language(channel: String) async throws {
        let call = try await Rehearsed(line(twoChoices)) { $0.language = channel }
        #expect(call.ledger.starts.map(\.language) == ["en"], "\(call)")
    }

    @Test("takes `?language=` before the channel's language, compared by the part before _ or -")
    func severalLanguages() async throws {
        let menu = line(twoChoices, #""language": ["en", "pl", "ru"]"#)
        let channel = try await Rehearsed(menu) {
            $0.release = .whole
            $0.language = "pl_PL"
        }
        let url = try await Rehearsed(menu) {
            $0.release = .whole
            $0.language = "pl_PL"
            $0.arguments = ["language": "ru-RU"]
        }
        #expect(channel.ledger.starts.map(\.language) == ["pl"], "\(channel)")
        #expect(url.ledger.starts.map(\.language) == ["ru"], "\(url)")
        #expect(url.end?.language == "ru")
    }

    @Test("is noted with what is known of the caller")
    func row() async throws {
        let call = try await Rehearsed(line(#"{ "say": "Hi." }"#)) { $0.from = "07700900001" }
        let start = try #require(call.ledger.starts.first)
        #expect(start.number == "+447700900001", "\(call)")
        #expect(start.facts.dialled == "700")
        #expect(start.menu == "test")
        #expect(start.version == "0123456789ab")
        #expect(start.at == Date(timeIntervalSince1970: 1_772_532_000))
    }

    @Test("of a withheld caller is noted without a number")
    func withheldRow() async throws {
        let call = try await Rehearsed(line(#"{ "say": "Hi." }"#)) { $0.isWithheld = true }
        #expect(call.ledger.starts.map(\.number) == [nil], "\(call)")
    }
}
