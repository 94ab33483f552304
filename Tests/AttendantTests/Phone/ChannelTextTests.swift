import Testing

@testable import Attendant

@Suite("Text on its way into channel variables and displays")
struct ChannelTextTests {
    @Test(
        "what would begin another line or end a string is dropped, the rest stays",
        arguments: [
            ("Jo Miller", "Jo Miller"),
            ("", ""),
            ("Jo\r\nHANGUP", "JoHANGUP"),
            ("a\u{0}b\u{1B}[31mc\u{7F}d\u{85}e", "ab[31mcde"),
            ("a\u{2028}b\u{2029}c", "abc"),
            ("say \"hello\" \\ 'x'", "say \"hello\" \\ 'x'"),
            ("${SHELL(id)}", "${SHELL(id)}"),
            ("שלום 2 Bills › 1 Copy", "שלום 2 Bills › 1 Copy"),
            ("👩‍👩‍👧‍👦 home", "👩‍👩‍👧‍👦 home"),
        ])
    func plain(raw: String, expected: String) {
        #expect(ChannelText(raw).text == expected)
    }

    @Test("one character of ten thousand marks leaves its letter")
    func marks() {
        #expect(ChannelText("e" + String(repeating: "\u{301}", count: 10_000) + "x").text == "e")
    }

    @Test("80 bytes are kept, cut at a character", arguments: ["x", "é", "漢", "👍🏽", "👩‍👩‍👧‍👦", "e\u{301}"])
    func cut(character: String) {
        let raw = String(repeating: character, count: 10_000)
        let kept = ChannelText(raw).text
        let size = character.utf8.count
        #expect(kept.utf8.count <= ChannelText.mostBytes)
        #expect(kept.utf8.count > ChannelText.mostBytes - size)
        #expect(kept == String(repeating: character, count: ChannelText.mostBytes / size))
    }

    @Test("what ends exactly at the limit is whole")
    func exact() {
        let raw = String(repeating: "a", count: 79) + "b"
        #expect(ChannelText(raw).text == raw)
        #expect(ChannelText(raw + "c").text == raw)
        #expect(ChannelText(String(repeating: "a", count: 79) + "é").text == String(repeating: "a", count: 79))
    }

    @Test("a character longer than all there is room for leaves nothing behind it either")
    func endless() {
        #expect(ChannelText("a" + "e" + String(repeating: "\u{301}", count: 200) + "b").text == "a")
    }
}
