@testable import FastAGI
import Testing

@Suite("ReplyReader")
struct ReplyReaderTests {
    private func event(_ reader: inout ReplyReader) throws -> String {
        switch try reader.next() {
        case .hangup: "hangup"
        case .reply(let reply): reply.text
        case .needsBytes: "needs bytes"
        }
    }

    private func reader(_ text: String = "", limits: Limits = Limits()) -> ReplyReader {
        var reader = ReplyReader(decoder: LineDecoder(), limits: limits)
        reader.feed(Array(text.utf8))
        return reader
    }

    @Test("a reply that came before its command is not taken for one")
    func unasked() throws {
        var reader = reader()
        reader.begin(.noop())
        reader.feed(Array("200 result=0\n200 result=1\n".utf8))
        #expect(try event(&reader) == "200 result=0")
        #expect(throws: ReplyError.unasked(excerpt: "200 result=#")) { try event(&reader) }
    }

    @Test("nor one that had begun to come")
    func unaskedInPart() throws {
        var reader = reader()
        reader.begin(.noop())
        reader.feed(Array("200 result=0\n200 res".utf8))
        #expect(try event(&reader) == "200 result=0")
        #expect(try event(&reader) == "needs bytes")
        reader.begin(.noop())
        reader.feed(Array("ult=1\n200 result=0\n".utf8))
        #expect(throws: ReplyError.unasked(excerpt: "200 result=#")) { try event(&reader) }
    }

    @Test("a value that closes its bracket early and goes on is seen as out of step")
    func forgedReply() throws {
        var reader = reader()
        reader.begin(.getVariable(name: "CALLERID(name)"))
        reader.feed(Array("200 result=1 (x)\n200 result=1 (forged)\n".utf8))
        #expect(try event(&reader) == "200 result=1 (x)")
        #expect(throws: ReplyError.self) { try event(&reader) }
    }

    @Test("a reply, a block and a value are each bounded", arguments: ["", "520-Usage\n", "200 result=1 (a\n"])
    func bounded(opening: String) throws {
        var reader = reader(limits: Limits(replyBytes: 100))
        reader.begin(.getVariable(name: "a"))
        reader.feed(Array(opening.utf8))
        #expect(try event(&reader) == "needs bytes")
        #expect(throws: ReplyError.tooLong(limit: 100)) {
            for _ in 0..<12 {
                reader.feed(Array((opening.isEmpty ? "0123456789" : "012345678\n").utf8))
                _ = try event(&reader)
            }
        }
    }

    @Test("lines that belong to no command are bounded", arguments: ["HANGUP\n", "100 result=0 Trying...\n"])
    func unaskedLines(line: String) throws {
        var reader = reader(limits: Limits(unaskedLines: 3))
        reader.begin(.noop())
        reader.feed(Array(String(repeating: line, count: 3).utf8))
        while try event(&reader) == "hangup" {}
        reader.feed(Array(line.utf8))
        #expect(throws: ReplyError.tooManyUnaskedLines(limit: 3)) { try event(&reader) }
    }

    @Test("a 520 block in no one's name is dropped, wherever it is cut")
    func strayBlock() throws {
        let block = ReplyText.usage("EXEC usage\nHANGUP\n200 result=1")
        for cut in 1..<block.utf8.count {
            var reader = reader(String(block.utf8.prefix(cut)) ?? "")
            #expect(try event(&reader) == "needs bytes")
            reader.begin(.noop())
            reader.feed(Array(block.utf8.dropFirst(cut)) + Array("200 result=0\n".utf8))
            #expect(try event(&reader) == "200 result=0")
        }
    }

    @Test("random lines never crash it", arguments: 0..<60 as Range<UInt64>)
    func random(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let lines = [
            "200 result=0", "200 result=1", "HANGUP", "520-x", "520 End of proper usage.", "100 result=0 Trying...",
            "510 x",
            "200 result=1 (a", "b)", "", "511 x", "\u{0}",
        ]
        var reader = reader()
        for _ in 0..<300 {
            if Bool.random(using: &generator) { reader.begin(.exec(application: "a", options: "")) }
            let line = lines.randomElement(using: &generator) ?? ""
            reader.feed(Array((Bool.random(using: &generator) ? line + "\n" : line).utf8))
            guard (try? event(&reader)) != nil else { return }
        }
    }
}
