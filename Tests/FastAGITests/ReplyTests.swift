@testable import FastAGI
import Testing

@Suite("Reply")
struct ReplyTests {
    private func reply(_ text: String) throws -> Reply { try Reply(parsing: Array(text.utf8)[...]) }

    /// What stands in one reply.
    struct Shape: Sendable, CustomTestStringConvertible {
        let line: String
        var value = "0"
        var result: Int? = 0
        var data: String?
        var word: String?
        var endpos: Int?
        var note = ""

        var testDescription: String { line }
    }

    @Test("reads every shape that Asterisk 22.10 was seen to send", arguments: ReplyTable.shapes)
    func shapes(shape: Shape) throws {
        let reply = try reply(shape.line)
        #expect(reply.code == .success)
        #expect(reply.text == shape.line)
        #expect(reply.value == shape.value)
        #expect(reply.result == shape.result)
        #expect(reply.data == shape.data)
        #expect(reply.word == shape.word)
        #expect(reply.endpos == shape.endpos)
        #expect(reply.note == shape.note)
    }

    @Test(
        "reads every code but 200",
        arguments: [
            ("100 result=0 Trying...", Reply.Code.trying), ("503 result=-2 Memory allocation failure", .outOfMemory),
            ("510 Invalid or unknown command", .unknownCommand),
            ("511 Command Not Permitted on a dead channel or intercept routine", .deadChannel),
            ("520 Invalid command syntax.  Proper usage not available.", .badSyntax), ("510", .unknownCommand),
        ])
    func codes(line: String, code: Reply.Code) throws {
        let reply = try reply(line)
        #expect(reply.code == code)
        #expect(reply.text == line)
        #expect(reply.result == nil && reply.value == "" && reply.data == nil && reply.usage == "")
    }

    @Test("refuses what is none", arguments: ReplyTable.garbage)
    func garbage(line: String) {
        let error = #expect(throws: ReplyError.self) { try reply(line) }
        guard case .garbage(let excerpt) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(excerpt.utf8.count <= 64 * 4 + 3)
    }

    @Test("an excerpt is printable, short, and hides digits a caller may have typed")
    func excerpts() {
        let error = #expect(throws: ReplyError.self) { try reply("301 pin 5551234\u{7}\u{1b}[2J") }
        #expect(error == .garbage(excerpt: #"301 pin #######\x07\x1B[#J"#))
        let long = #expect(throws: ReplyError.self) { try reply(String(repeating: "x", count: 1_000)) }
        #expect(long == .garbage(excerpt: String(repeating: "x", count: 64) + "…"))
    }

    @Test("looks for a word only in the brackets behind the value")
    func words() throws {
        #expect(try reply("200 result=12 (timeout)").hasWord("timeout"))
        #expect(try !reply("200 result=12 (timeouts)").hasWord("timeout"))
        #expect(try !reply("200 result=1 x (timeout)").hasWord("timeout"))
        #expect(try !reply("200 result=0").hasWord(""))
    }

    @Test("random replies never crash it", arguments: 0..<60 as Range<UInt64>)
    func random(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let palette = Array("200 result=1 () endpos=-9 (speech) results=3 score0=1 text0=\"a\" grammar0=".utf8)
        for _ in 0..<200 {
            let tail = (0..<Int.random(in: 0...60, using: &generator)).map { _ in
                palette.randomElement(using: &generator) ?? 0
            }
            guard let reply = try? Reply(parsing: (Array("200 result=".utf8) + tail)[...]) else { continue }
            _ = (reply.data, reply.word, reply.endpos, reply.note, reply.usage, SpeechResult(reply))
            _ = (RecordResult(reply), GetDataResult(reply), GosubResult(reply), ReceiveCharResult(reply))
            #expect(reply.text.utf8.count >= 11)
        }
    }
}
