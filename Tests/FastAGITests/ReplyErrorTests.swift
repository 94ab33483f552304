import FastAGI
import Testing

@Suite("ReplyError")
struct ReplyErrorTests {
    @Test(
        "says what is wrong and what was expected",
        arguments: [
            (ReplyError.garbage(excerpt: "x"), #"expected a reply like "200 result=0", found "x""#),
            (.unasked(excerpt: "x"), #"a reply that no command has asked for: "x""#),
            (.tooLong(limit: 9), "a reply longer than 9 bytes"),
            (.tooManyUnaskedLines(limit: 9), "more than 9 lines that belong to no command, before the reply"),
        ])
    func messages(error: ReplyError, text: String) { #expect(error.description == text) }
}
