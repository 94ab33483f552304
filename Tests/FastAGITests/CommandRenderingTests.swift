import FastAGI
import Testing

@Suite("Command, rendered")
struct CommandRenderingTests {
    private func text(_ command: Command, limit: Int = 2_046) throws -> String {
        String(decoding: try command.line(limit: limit), as: UTF8.self)
    }

    @Test("each command has exactly this line", arguments: CommandTable.lines)
    func lines(command: Command, line: String) throws {
        #expect(try text(command) == line + "\n")
    }

    @Test("each line's verb is what Asterisk finds in it", arguments: CommandTable.lines)
    func verbs(command: Command, line: String) throws {
        let words = CommandWords(line: line.utf8).strings
        if case .raw = command {
            #expect(command.verb == "raw")
        } else {
            #expect(KnownCommand(words: words)?.verb == command.verb)
        }
    }

    @Test("quotes every text so that Asterisk reads it back")
    func quoting() throws {
        #expect(try text(.sendText(#"say "hi" \ there"#)) == #"SEND TEXT "say \"hi\" \\ there""# + "\n")
        #expect(try text(.sendText("")) == #"SEND TEXT """# + "\n")
        #expect(try text(.sendText("a\tb  c")) == "SEND TEXT \"a\tb  c\"\n")
        #expect(try text(.sendText(#"\"#)) == #"SEND TEXT "\\""# + "\n")
    }

    @Test("refuses CR, LF and NUL in any text", arguments: ["\r", "\n", "\0", "\r\n"], CommandTable.withText)
    func forbidden(bytes: String, command: @Sendable (String) -> Command) {
        for text in [bytes, "x \(bytes)EXEC System rm", "ü\(bytes)"] {
            let expected = CommandError.forbiddenByte(bytes.utf8.first ?? 1)
            #expect(throws: expected) { try command(text).line() }
        }
    }

    @Test("refuses a line the peer would cut in two, and sends the longest one it takes", arguments: [2_046, 8_190])
    func longLines(limit: Int) throws {
        let room = limit - #"SEND TEXT """#.utf8.count
        #expect(try text(.sendText(String(repeating: "x", count: room)), limit: limit).utf8.count == limit + 1)
        #expect(throws: CommandError.lineTooLong(bytes: limit + 1, limit: limit)) {
            try Command.sendText(String(repeating: "x", count: room + 1)).line(limit: limit)
        }
        let quotes = String(repeating: "\"", count: room / 2 + 1)
        #expect(throws: CommandError.lineTooLong(bytes: limit + 2 - room % 2, limit: limit)) {
            try Command.sendText(quotes).line(limit: limit)
        }
    }

    @Test("takes 127 words and no more")
    func words() throws {
        let most = Array(repeating: "a", count: 127)
        #expect(CommandWords(line: try text(.raw(words: most)).dropLast().utf8).words.count == 127)
        #expect(throws: CommandError.tooManyWords(count: 128, limit: 127)) {
            try Command.raw(words: most + ["a"]).line()
        }
    }

    @Test(
        "refuses a raw line that is none, or would end the AGI",
        arguments: [
            ([], CommandError.noWords), ([""], .noWords), (["", "x"], .noWords), (["failure"], .beginsWithFailure),
            (["FAILURE"], .beginsWithFailure), (["Failures", "x"], .beginsWithFailure),
        ])
    func rawErrors(words: [String], error: CommandError) {
        #expect(throws: error) { try Command.raw(words: words).line() }
    }

    @Test("a raw word that only looks like failure is sent")
    func nearFailure() throws {
        #expect(try text(.raw(words: ["fail", "ure"])) == "fail ure\n")
        #expect(try text(.raw(words: ["failure "])) == "\"failure \"\n")
    }

    @Test("refuses what Asterisk would not understand", arguments: CommandTable.outOfRange)
    func outOfRange(command: Command) {
        let error = #expect(throws: CommandError.self) { try command.line() }
        guard case .outOfRange = error else {
            Issue.record("\(command.verb): \(String(describing: error))")
            return
        }
    }

    @Test("refuses to say digits that are none", arguments: ["", "#1", "*2", "12a", "-1", "+44", "1 2", "١"])
    func notDigits(text: String) {
        #expect(throws: CommandError.notDigits) { try Command.say(.digits(text)).line() }
    }

    @Test("refuses a label that Asterisk reads as a number", arguments: ["", "2nd", "-x", "+1", " 1"])
    func labels(label: String) {
        #expect(throws: CommandError.labelLikeNumber) { try Command.set(.priority(.label(label))).line() }
        #expect(throws: CommandError.labelLikeNumber) {
            try Command.gosub(context: "a", extension: "s", priority: .label(label)).line()
        }
    }

    @Test("uses the room of a buffer again, and nothing that stood in it")
    func reuse() throws {
        var buffer = Array("leftover of the line before".utf8)
        buffer.reserveCapacity(300)
        let line = try Command.answer.line(reusing: buffer)
        #expect(String(decoding: line, as: UTF8.self) == "ANSWER\n")
        #expect(line.capacity >= 300)
    }

    @Test("any text comes back as it was from Asterisk's parser", arguments: 0..<200 as Range<UInt64>)
    func roundTrip(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let palette: [Character] = ["\"", "\\", " ", "\t", "a", "ü", "你", "'", "n", "(", ")", "%", "$", "{"]
        for _ in 0..<100 {
            let words = (0..<Int.random(in: 1...6, using: &generator)).map { _ in
                String(
                    (0..<Int.random(in: 0...12, using: &generator)).map { _ in
                        palette.randomElement(using: &generator) ?? "x"
                    })
            }
            let line = try Command.raw(words: ["NOOP"] + words).line(limit: 8_190)
            #expect(CommandWords(line: line.dropLast()).strings == ["NOOP"] + words)
        }
    }
}
