import FastAGI
import Testing

@Suite("CommandError")
struct CommandErrorTests {
    @Test(
        "says what is wrong and what was expected",
        arguments: [
            (
                CommandError.forbiddenByte(10),
                "a text with byte 10 cannot be sent: CR, LF and NUL would change the command line"
            ),
            (.lineTooLong(bytes: 3_000, limit: 2_046), "the command line has 3000 bytes, this Asterisk takes 2046"),
            (.tooManyWords(count: 200, limit: 127), "the command line has 200 words, Asterisk takes 127"),
            (.noWords, "a command needs a first word"),
            (.beginsWithFailure, "a line that begins with \"failure\" ends the AGI"),
            (.outOfRange(argument: "a priority", allowed: "1 to 9"), "a priority is out of range, expected 1 to 9"),
            (.notDigits, "SAY DIGITS takes the digits 0 to 9, at least one"),
            (.labelLikeNumber, "a priority's label must not be empty or begin like a number"),
            (.badCallerNumber, "a caller's number must not hold <, > or \""),
        ])
    func messages(error: CommandError, text: String) {
        #expect(error.description == text)
    }
}
