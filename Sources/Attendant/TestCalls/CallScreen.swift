import Foundation
import MenuFile
import Reception
import Rehearsal

/// A call on a terminal: prompts appear as they are spoken, with their keys lit; everything else has a line of its own.
struct CallScreen: Sendable {
    private let style: TerminalStyle
    /// Whether the last line may be written over: a terminal that can.
    private let isLive: Bool
    private let keyWords: [String: Set<String>]
    private let write: @Sendable (String) -> Void
    private var prompt: SpokenPrompt?
    /// What was noted as said and is not heard as a sound.
    private var unheard: (at: Duration, text: String)?
    private var doing = CallScreen.listening
    private var column = 0
    private var status = ""
    private var latest = Duration.zero
    private var latestSeen = ContinuousClock.now

    /// Seconds and the word for what happened.
    private static let indent = 16
    private static let listening = "0-9 * # are the keys, h hangs up"

    /// - Parameter keyWords: how each key is named in the languages of the menu.
    init(
        _ style: TerminalStyle, isLive: Bool, keyWords: [String: Set<String>],
        write: @escaping @Sendable (String) -> Void
    ) {
        self.style = style
        self.isLive = isLive
        self.keyWords = keyWords
        self.write = write
    }

    private var columns: Int { min(style.columns, 100) - 1 }

    mutating func greet() { line(nil, "", "the keyboard is the keypad: 0-9 * # act at once, h hangs up") { $0 } }

    /// Something that stands in the transcript.
    mutating func notes(_ entry: TranscriptEntry) {
        latest = entry.at
        latestSeen = .now
        if case .said(let text) = entry.what {
            flush()
            unheard = (entry.at, text)
            return
        }
        flush()
        let style = style
        switch entry.what {
        case .said: break
        case .key(let key): line(entry.at, "key", String(key)) { style.lit($0) }
        case .rings(let names):
            doing = "\(names.joined(separator: " & ")) rings, h hangs up"
            line(entry.at, "rings", names.joined(separator: " & ")) { style.cyan($0) }
        case .shows(let text): line(entry.at, "shows", text) { style.cyan($0) }
        case .event(let text):
            doing = Self.doing(in: text)
            line(entry.at, "", text) { style.dim($0) }
        }
    }

    private static func doing(in event: String) -> String {
        if event == "records" { return "you speak, any key ends it" }
        if event.hasSuffix(" answers") { return "you talk, h hangs up" }
        if event.hasPrefix("queue ") { return "you wait, h hangs up" }
        return listening
    }

    /// A sound begins.
    mutating func hears(_ sound: Sound) {
        let at = unheard?.at ?? latest
        unheard = nil
        guard !sound.text.isEmpty else { return }
        doing = Self.listening
        prompt = SpokenPrompt(sound, keyWords)
        clearStatus()
        write(head(at, "says"))
        column = Self.indent
        tick()
    }

    /// Time has passed.
    mutating func tick() {
        if unheard != nil { flush() }
        guard prompt != nil else { return showStatus() }
        while let word = prompt?.next() { put(word) }
        if prompt?.isOver == true { closePrompt() }
    }

    /// A key cuts short what is said.
    mutating func cut() {
        guard let said = prompt else { return clearStatus() }
        if !said.isOver { write(style.dim(" …")) }
        closePrompt()
    }

    mutating func end() {
        flush()
        clearStatus()
    }

    private mutating func flush() {
        if prompt != nil { cut() }
        guard let said = unheard else { return }
        unheard = nil
        line(said.at, "says", said.text) { $0 }
    }

    private mutating func closePrompt() {
        prompt = nil
        write("\n")
    }

    private mutating func put(_ word: SpokenPrompt.Word) {
        let width = PlainText.width(of: word.text)
        if column > Self.indent {
            if column + 1 + width > columns {
                write("\n" + String(repeating: " ", count: Self.indent))
                column = Self.indent
            } else {
                write(" ")
                column += 1
            }
        }
        write(word.before + (word.lit.isEmpty ? "" : style.lit(word.lit)) + word.after)
        column += width
    }

    private mutating func line(_ at: Duration?, _ word: String, _ text: String, _ shown: (String) -> String) {
        clearStatus()
        let lines = WrappedText(PlainText.of(text), columns: columns - Self.indent).lines
        for (index, part) in lines.enumerated() {
            let start = index == 0 ? head(at, word) : String(repeating: " ", count: Self.indent)
            write(start + shown(part) + "\n")
        }
    }

    private func head(_ at: Duration?, _ word: String) -> String {
        let seconds = at.map { String(format: "%6.1f", $0 / .seconds(1)) } ?? "      "
        return style.dim(seconds) + "  " + word + String(repeating: " ", count: max(0, 8 - word.count))
    }

    /// The line that is written over: the seconds, and what the caller can do.
    private mutating func showStatus() {
        guard isLive else { return }
        let seconds = latest + latestSeen.duration(to: .now)
        let text = String(format: "%6.1f  ", seconds / .seconds(1)) + String(PlainText.of(doing).prefix(columns - 8))
        guard text != status else { return }
        status = text
        write("\r\u{1B}[K" + style.dim(text))
    }

    private mutating func clearStatus() {
        guard !status.isEmpty else { return }
        status = ""
        write("\r\u{1B}[K")
    }
}

extension CallScreen {
    /// How the keys of a menu are named in its languages: "*" is "star", "gwiazdka".
    static func keyWords(of menu: MenuDocument) -> [String: Set<String>] {
        let packs = menu.languages.compactMap { LanguagePack.pack(for: $0) }
        var words: [String: Set<String>] = [:]
        for key in "0123456789*#".map(String.init) {
            words[key] = Set([key] + packs.map { $0.spokenKey(key).lowercased() })
        }
        return words
    }
}
