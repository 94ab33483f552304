@testable import FastAGI
import Testing

@Suite("SpeechResult")
struct SpeechResultTests {
    private func result(_ text: String) throws -> SpeechResult? {
        SpeechResult(try Reply(parsing: Array(text.utf8)[...]))
    }

    @Test("reads what was heard, best first")
    func matches() throws {
        let line = #"200 result=1 (speech) endpos=80 results=2 score0=90 text0="yes please" grammar0=yesno"#
        let result = try result(line + #" score1=10 text1="no" grammar1=yesno"#)
        #expect(result?.endpos == 80)
        #expect(
            result?.outcome
                == .speech([
                    .init(score: 90, text: "yes please", grammar: "yesno"),
                    .init(score: 10, text: "no", grammar: "yesno"),
                ]))
    }

    @Test("a text with quotes and brackets stays whole")
    func quotes() throws {
        let line = #"200 result=1 (speech) endpos=0 results=1 score0=5 text0="a "b") results=9" grammar0=g h"#
        #expect(try result(line)?.outcome == .speech([.init(score: 5, text: #"a "b") results=9"#, grammar: "g h")]))
    }

    @Test("a match that Asterisk cut off is left out")
    func cutOff() throws {
        let line = #"200 result=1 (speech) endpos=0 results=2 score0=5 text0="a" grammar0=g score1=4 text1="b"#
        #expect(try result(line)?.outcome == .speech([.init(score: 5, text: "a", grammar: "g")]))
        #expect(try result("200 result=1 (speech) endpos=0 results=0 ")?.outcome == .speech([]))
        #expect(try result("200 result=1 (speech) endpos=0 results=99999999999 score0=")?.outcome == .speech([]))
        #expect(try result("200 result=1 (speech) endpos=0 results=-4")?.outcome == .speech([]))
    }

    @Test(
        "reads the other endings",
        arguments: [
            ("200 result=1 (digit) digit=5 endpos=8", SpeechResult.Outcome.key(.five)),
            ("200 result=1 (digit) digit=# endpos=8", .key(.pound)), ("200 result=1 (timeout) endpos=8", .timedOut),
            ("200 result=1 (hangup) endpos=8", .hangup), ("200 result=0 endpos=8", .failed),
        ])
    func endings(line: String, outcome: SpeechResult.Outcome) throws {
        #expect(try result(line)?.outcome == outcome)
        #expect(try result(line)?.endpos == 8)
    }

    @Test("anything else is none", arguments: ["200 result=1", "200 result=1 (digit) digit=x", "200 result=1 (what)"])
    func none(line: String) throws { #expect(try result(line) == nil) }

    @Test("listening and the recogniser's other commands")
    func session() async throws {
        let asterisk = ScriptedAsterisk(answers: [
            "200 result=1\n", "200 result=0\n", "200 result=1 (timeout) endpos=1\n",
        ])
        let session = try #require(try await Session.begin(over: asterisk))
        #expect(try await session.speech(.create(engine: "lumenvox")))
        #expect(try await !session.speech(.activateGrammar(name: "g")))
        #expect(try await session.recognizeSpeech(prompt: "a", timeout: .after(.seconds(4))).outcome == .timedOut)
        #expect(asterisk.lines.last == #"SPEECH RECOGNIZE "a" 4"#)
    }
}
