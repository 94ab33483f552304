import FastAGI
import Testing

@Suite("SessionError")
struct SessionErrorTests {
    @Test(
        "says what went wrong",
        arguments: [
            (SessionError.hungUp, "the caller has hung up"),
            (.command(.noWords), "command not sent: a command needs a first word"),
            (.commandInFlight, "command not sent: another one still waits for its reply"),
            (.rejected(verb: "EXEC", code: .badSyntax), "EXEC: Asterisk answered 520, expected 200"),
            (.unexpectedReply(verb: "EXEC"), "EXEC: Asterisk's reply is none of those known for it"),
            (.cancelled, "the task that waited was cancelled"),
            (.disconnected(reason: nil), "the connection to Asterisk has ended"),
            (.disconnected(reason: "reset"), "the connection to Asterisk has ended: reset"),
            (.closed, "the session was closed"),
            (.reply(.tooLong(limit: 9)), "out of step with Asterisk: a reply longer than 9 bytes"),
            (.environment(.tooManyLines(limit: 9)), "environment: more than 9 lines before the blank one that ends it"),
        ])
    func messages(error: SessionError, text: String) { #expect(error.description == text) }
}
