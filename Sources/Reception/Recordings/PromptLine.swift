import Foundation

/// A line of a prompt: what a speaker says in one go. Its words are never cut where a key is named, but between the
/// sentences of a menu, so that a changed choice costs one new line and not the whole menu.
public struct PromptLine: Sendable, Hashable {
    /// The language in which it is said.
    public let language: String
    /// The words.
    public let text: String

    /// A line.
    public init(language: String, text: String) {
        self.language = language
        self.text = text
    }

    /// Eight hexadecimal digits that stand for language and words: the end of the name of its recording. Other words
    /// have other digits, so a recording is never heard in place of words that were changed since.
    public var mark: String {
        let words = SecureHash.words(of: Array("\(language)\u{0}\(text)".utf8))
        let digits = String(words[0], radix: 16)
        return String(repeating: "0", count: 8 - digits.count) + digits
    }

    /// The name of its recording without ending, `for-repairs-press-1-0a1b2c3d`: its first words, which are for people
    /// only, and its mark.
    public var fileName: String {
        let plain = text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
        var words: [String] = []
        for word in plain.split(whereSeparator: { !Self.isPlain($0) }).prefix(5) {
            guard words.joined(separator: "-").count + word.count < 40 else { break }
            words.append(String(word))
        }
        return (words + [mark]).joined(separator: "-")
    }

    private static func isPlain(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber)
    }
}

extension Prompt {
    /// A line, and where it stands among the prompt's pieces.
    struct PlacedLine {
        let pieces: Range<Int>
        let line: PromptLine
        let voice: Voice
    }

    /// The lines of the prompt, in order. Pauses between sentences, tones and recordings of the file stand between them.
    var placedLines: [PlacedLine] {
        var lines: [PlacedLine] = []
        var start = 0
        while start < pieces.count {
            guard case .speech(_, let voice) = pieces[start] else {
                start += 1
                continue
            }
            let end = endOfLine(from: start, voice)
            let words = pieces[start..<end].compactMap { piece in
                if case .speech(let text, _) = piece { text.split(whereSeparator: \.isWhitespace) } else { nil }
            }.flatMap { $0 }.joined(separator: " ")
            let line = PromptLine(language: voice.language, text: words)
            lines.append(PlacedLine(pieces: start..<end, line: line, voice: voice))
            start = end
        }
        return lines
    }

    /// Behind the last piece that one voice says, the short pauses before keys included.
    private func endOfLine(from start: Int, _ voice: Voice) -> Int {
        var end = start + 1
        for place in pieces.indices.dropFirst(start + 1) {
            switch pieces[place] {
            case .speech(_, voice): end = place + 1
            case .pause(Self.beforeKey): continue
            default: return end
            }
        }
        return end
    }
}
