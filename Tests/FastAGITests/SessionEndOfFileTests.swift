import FastAGI
import Testing

@Suite("Session, end of file")
struct SessionEndOfFileTests {
    /// A recorded call, as commands and answers.
    private static let recorded: [(Command, String)] = [
        (.answer, "200 result=0\n"),
        (.streamFile("demo-congrats", escape: .all), "200 result=49 endpos=13760\n"),
        (
            .gosub(context: "sub", extension: "s", priority: .number(1)),
            "100 result=0 Trying...\n200 result=0 Gosub complete\n"
        ),
        (.raw(words: ["STREAM", "FILE"]), ReplyText.usage("Send the given file.\nIt sets:")),
        (.getData(file: "beep", timeout: .after(.seconds(4)), mostDigits: 10), "200 result=5551234\n"),
        (.streamFile("demo-congrats"), "HANGUP\n200 result=-1 endpos=25280\n"),
        (.getVariable(name: "CHANNEL(state)"), "HANGUP\n200 result=1 (Up)\n"),
    ]

    @Test("a connection that ends at any byte of a recorded call ends the session there, with a typed error")
    func everyByte() async throws {
        let total = Self.recorded.map(\.1.utf8.count).reduce(0, +)
        for bytes in 0..<total {
            let asterisk = ScriptedAsterisk(answers: Self.answers(upTo: bytes))
            let session = try #require(try await Session.begin(over: asterisk))
            let (replies, error) = await Self.play(session)
            #expect(error == .disconnected(reason: nil))
            #expect(replies == Self.wholeAnswers(upTo: bytes))
            #expect(session.ending == error && asterisk.isClosed)
            await #expect(throws: SessionError.disconnected(reason: nil)) { try await session.send(.noop()) }
        }
        let whole = try #require(try await Session.begin(over: ScriptedAsterisk(answers: Self.recorded.map(\.1))))
        let (replies, error) = await Self.play(whole)
        #expect(replies == Self.recorded.count && error == nil)
    }

    private static func answers(upTo bytes: Int) -> [String] {
        var left = bytes
        return recorded.map { _, answer in
            defer { left = max(0, left - answer.utf8.count) }
            return String(decoding: answer.utf8.prefix(left), as: UTF8.self)
        }
    }

    private static func wholeAnswers(upTo bytes: Int) -> Int {
        var end = 0
        return recorded.count { _, answer in
            end += answer.utf8.count
            return end <= bytes
        }
    }

    private static func play(_ session: Session) async -> (replies: Int, error: SessionError?) {
        var replies = 0
        for (command, _) in recorded {
            do { _ = try await session.send(command) } catch { return (replies, error) }
            replies += 1
        }
        return (replies, nil)
    }
}
