import FastAGI
import Testing

@Suite("CommandWords")
struct CommandWordsTests {
    @Test(
        "takes a line apart as Asterisk does",
        arguments: [
            ("ANSWER", ["ANSWER"]),
            ("  a \t b  ", ["a", "b"]),
            (#"STREAM FILE "a b" """#, ["STREAM", "FILE", "a b", ""]),
            (#""a""b""#, ["ab"]),
            (#"a"b c"d"#, ["ab cd"]),
            (#"a\"b"#, [#"a"b"#]),
            (#""a\\b\"c""#, [#"a\b"c"#]),
            (#"a\nb"#, ["anb"]),
            (#"a\ b"#, ["a b"]),
            (#"\a"#, ["a"]),
            (#""open end"#, ["open end"]),
            ("a\\", ["a"]),
            ("ANSWER\r", ["ANSWER\r"]),
            ("NOOP a\0b", ["NOOP", "a"]),
            ("", []),
            ("\"\" \"\"", ["", ""]),
        ] as [(String, [String])])
    func words(line: String, words: [String]) {
        #expect(CommandWords(line: line.utf8).strings == words)
    }

    @Test("drops what comes after 127 words, quoted or not")
    func tooMany() {
        let plain = String(repeating: "a ", count: 200)
        let quoted = String(repeating: "\"a\" ", count: 200)
        #expect(CommandWords(line: plain.utf8).words.count == 127)
        #expect(CommandWords(line: quoted.utf8).words.count == 127)
    }

    @Test("random bytes never crash it", arguments: 0..<40 as Range<UInt64>)
    func random(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let line = (0..<500).map { _ in [34, 92, 32, 9, 97, 0xFF].randomElement(using: &generator) ?? UInt8(0) }
        #expect(CommandWords(line: line).words.count <= 127)
    }
}
