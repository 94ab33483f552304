import Testing

@testable import Speech

@Suite struct SpokenTextTests {
    @Test(
        "leaves nothing in a text that an engine could obey",
        arguments: [
            ("For repairs, press 1.", "For repairs, press 1."),
            ("\u{1}300S hello", "300S hello"),
            ("\u{E001} 300S hello", "300S hello"),
            ("a\u{0}b", "a b"),
            ("line\r\nline\ttab", "line  line tab"),
            ("[[h@l'oU]]", "[ [h@l'oU] ]"),
            ("[[[x]]]", "[ [ [x] ] ]"),
            ("<speak>hi &amp; bye</speak>", "speak hi  amp; bye /speak"),
            ("hello\u{202E}world\u{2066}\u{200B}\u{FEFF}", "helloworld"),
            ("نمی\u{200C}خواهم", "نمی\u{200C}خواهم"),
            ("dzień dobry 😀", "dzień dobry 😀"),
            ("  \u{7}\u{2028} ", ""),
            ("", ""),
        ])
    func plain(text: String, wanted: String) {
        #expect(SpokenText.plain(text) == wanted)
    }

    @Test(
        "spells an A among letters and leaves the article alone",
        arguments: [
            ("A B 1", "eh B 1"), ("1 A 2", "1 eh 2"), ("B A", "B eh"), ("A 1 2", "eh 1 2"),
            ("A 5 minute wait", "A 5 minute wait"),
            ("A man. A", "A man. A"), ("A", "A"), ("", ""), ("a b", "a b"),
        ])
    func lettered(text: String, wanted: String) {
        #expect(SpokenText.lettered(text) == wanted)
    }

    @Test("breaks a word that no engine's buffer holds")
    func longWords() {
        let plain = SpokenText.plain(String(repeating: "a", count: 10_000))
        #expect(plain.split(separator: " ").allSatisfy { $0.count <= SpokenText.longestWord })
        #expect(plain.filter { $0 == "a" }.count == 10_000)
        let stacked = SpokenText.plain("e" + String(repeating: "\u{301}", count: 1000))
        #expect(stacked.unicodeScalars.split(separator: " ").allSatisfy { $0.count <= SpokenText.longestWord })
    }

    @Test("makes of any ASCII the same as without the short way for plain texts")
    func shortWay() {
        for _ in 0..<3_000 {
            let bytes = (0..<Int.random(in: 0...90)).map { _ in
                Bool.random() ? UInt8.random(in: 0x00...0x7F) : UInt8.random(in: 0x61...0x7A)
            }
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(SpokenText.plain(text) == SpokenText.made(text))
        }
        let long = String(repeating: "a", count: SpokenText.longestWord)
        #expect(SpokenText.plain(long) == SpokenText.made(long))
    }

    @Test("leaves a sentence of a script without blanks alone")
    func scriptsWithoutBlanks() {
        let text = String(repeating: "欢迎致电我们的诊所", count: 20)
        #expect(SpokenText.plain(text) == text)
    }
}
