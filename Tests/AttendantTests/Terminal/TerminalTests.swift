import Reception
import Rehearsal
import Synchronization
import Testing

@testable import Attendant

@Suite("A call on a terminal")
struct TerminalTests {
    @Test("what callers, networks and menus wrote never moves the cursor")
    func hostile() {
        let text = "a\u{1B}[2Jb\u{9B}31mc\u{202E}d\r\ne\u{7}f\u{2028}g"
        #expect(PlainText.of(text) == "a[2Jb31mcd ef g")
        let written = Mutex("")
        var screen = CallScreen(.plain, isLive: false, keyWords: [:]) { text in written.withLock { $0 += text } }
        var sound = Sound(path: "", length: .zero, text: text)
        sound.namings = [.init(key: "1", at: .zero)]
        screen.hears(sound)
        screen.notes(.init(at: .zero, what: .shows(text)))
        screen.notes(.init(at: .zero, what: .event(text)))
        let seen = written.withLock { $0 }
        #expect(seen.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
    }

    @Test("keys are lit where they are named, and nowhere else")
    func lit() {
        var sound = Sound(path: "", length: .seconds(4), text: "For 1 call, press 1. To go back, press star.")
        sound.namings = [.init(key: "1", at: .seconds(2)), .init(key: "*", at: .seconds(4))]
        let prompt = SpokenPrompt(sound, ["*": ["star"]])
        #expect(prompt.words.filter { !$0.lit.isEmpty }.map(\.lit).last == "star")
        #expect(prompt.words.map(\.text).joined(separator: " ") == sound.text)
        #expect(prompt.words.map(\.at) == prompt.words.map(\.at).sorted())
    }

    @Test("lines fit 80 columns, wide characters count twice")
    func wraps() {
        let text = String(repeating: "重要なお知らせ ", count: 30) + String(repeating: "x", count: 300)
        let lines = WrappedText(text, columns: 60).lines
        #expect(lines.allSatisfy { PlainText.width(of: $0) <= 60 })
        #expect(lines.joined().filter { $0 == "x" }.count == 300)
    }

    @Test("arrow and function keys are no digits")
    func sequences() {
        var reader = KeyReader()
        #expect(reader.keys(of: Array("1\u{1B}[3~2\u{1B}[A3\u{1B}OP4".utf8)) == Array("1234".utf8))
        #expect(reader.keys(of: [0x1B]) == [] && reader.keys(of: Array("[1".utf8)) == [])
        #expect(reader.keys(of: Array("5~6".utf8)) == Array("6".utf8))
    }

    @Test("colours only on a terminal that has them")
    func colours() {
        #expect(!TerminalStyle(descriptor: -1, environment: ["TERM": "xterm"]).isColoured)
        #expect(TerminalStyle.plain.lit("1") == "1")
        #expect(TerminalStyle(isColoured: true, columns: 80).lit("1") == "\u{1B}[1;7m1\u{1B}[0m")
    }
}
