@testable import FastAGI
import Testing

@Suite("CallerID")
struct CallerIDTests {
    @Test(
        "is one argument that Asterisk's parser takes apart again",
        arguments: [
            (CallerID(name: "Anna Bell", number: "+441632960123"), "\"Anna Bell\" <+441632960123>"),
            (CallerID(name: #"Anna "Ann" \ Bell"#, number: "1"), "\"Anna 'Ann' / Bell\" <1>"),
            (CallerID(name: "a <b> c", number: "1"), "\"a <b> c\" <1>"),
            (CallerID(), "\"\" <>"),
            (CallerID(name: "a\"\u{301} <9>"), "\"a'\u{301} <9>\" <>"),
        ])
    func argument(callerID: CallerID, text: String) throws {
        #expect(try callerID.argument() == text)
    }

    @Test("refuses a number that would end itself", arguments: ["1>", "<1", "1\"2"])
    func badNumber(number: String) {
        #expect(throws: CommandError.badCallerNumber) { try CallerID(number: number).argument() }
    }

    @Test("takes 255 bytes together")
    func length() throws {
        #expect(try CallerID(name: String(repeating: "n", count: 249), number: "1").argument().utf8.count == 255)
        #expect(throws: CommandError.self) {
            try CallerID(name: String(repeating: "n", count: 250), number: "1").argument()
        }
    }
}
