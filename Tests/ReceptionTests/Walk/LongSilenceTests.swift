import Reception
import Rehearsal
import Testing

@Suite("What takes us long is not waited for in silence")
struct LongSilenceTests {
    private static let moment = "One moment, please."
    private static let apology = "I am sorry, I could not note that."

    /// The moments of a text, in seconds from the end of the walk's last command before them.
    private func moments(_ call: Rehearsed, of text: String) -> [Duration] {
        call.transcript.filter { $0.what == .said(text) }.map(\.at)
    }

    @Test("a request that is not on disk in time: a word after a second and a half, the sentence, the operator")
    func commit() async throws {
        let call = try await Rehearsed(CallbackTests.office, "1") {
            $0.ledger = MemoryLedger(refusing: .overdue)
            $0.prompts = HeardPrompts(isReady: true)
            $0.takes = .seconds(3)
            $0.people = ["200": .answers(after: .zero)]
        }
        #expect(call.said == [CallbackTests.offer, Self.moment, Self.apology], "\(call)")
        #expect(call.rang == ["200"])
        let key = try #require(call.transcript.first { "\($0.what)".contains("key") }?.at)
        let word = try #require(moments(call, of: Self.moment).first)
        let sentence = try #require(moments(call, of: Self.apology).first)
        #expect(word - key <= .seconds(2) && sentence - word <= .seconds(3), "\(call)")
    }

    @Test("a request that is on disk at last is thanked for; a quick one needs no word")
    func late() async throws {
        for (takes, words) in [(Duration.milliseconds(2_900), [Self.moment]), (.milliseconds(900), [])] {
            let call = try await Rehearsed(CallbackTests.office, "1") {
                $0.prompts = HeardPrompts(isReady: true)
                $0.takes = takes
            }
            #expect(call.said == [CallbackTests.offer] + words + [CallbackTests.thanks], "\(call)")
            #expect(call.outcome == .callback)
        }
    }

    @Test("a message that is not kept in time, as well")
    func message() async throws {
        let call = try await Rehearsed(VoicemailTests.menu(), "speak 6, 1") {
            $0.ledger = MemoryLedger(refusing: .overdue)
            $0.prompts = HeardPrompts(isReady: true)
            $0.takes = .seconds(3)
            $0.people = ["200": .answers(after: .zero)]
        }
        #expect(call.said == [VoicemailTests.ask, VoicemailTests.review, Self.moment, Self.apology], "\(call)")
        #expect(call.rang == ["200"])
    }

    @Test("a sound that cannot be made in time: a word, then the operator")
    func sound() async throws {
        let call = try await Rehearsed(line(twoChoices)) {
            $0.slowText = "Good day."
            $0.takes = .milliseconds(2_300)
            $0.people = ["200": .answers(after: .zero)]
        }
        #expect(call.said == [Self.moment], "\(call)")
        #expect(call.rang == ["200"])
        let word = try #require(moments(call, of: Self.moment).first)
        #expect(word <= .seconds(2), "\(call)")
    }

    @Test("a key that was typed ahead is not talked over, and is kept")
    func typedAhead() async throws {
        let call = try await Rehearsed(CallbackTests.office, "1, 0 now") {
            $0.ledger = MemoryLedger(refusing: .overdue)
            $0.prompts = HeardPrompts(isReady: true)
            $0.takes = .seconds(3)
            $0.people = ["200": .answers(after: .zero)]
        }
        #expect(call.said == [CallbackTests.offer, Self.apology], "\(call)")
        #expect(call.rang == ["200"])
    }

    @Test("where the word itself has no sound, the line listens on")
    func noWord() async throws {
        let call = try await Rehearsed(CallbackTests.office, "1") { $0.takes = .seconds(3) }
        #expect(call.said == [CallbackTests.offer, CallbackTests.thanks], "\(call)")
    }
}
