import Reception

/// A prompt while it is heard: its words, each at its time, the named keys lit.
struct SpokenPrompt: Sendable {
    /// A word, its key lit when it names one.
    struct Word: Sendable, Equatable {
        let before: String
        let lit: String
        let after: String
        let at: Duration

        var text: String { before + lit + after }
    }

    let words: [Word]
    private let began = ContinuousClock.now
    private var shown = 0

    /// - Parameter keyWords: how each key is named.
    init(_ sound: Sound, _ keyWords: [String: Set<String>]) {
        let texts = PlainText.of(sound.text).split(separator: " ")
        let characters = max(1, texts.reduce(0) { $0 + $1.count })
        var namings = sound.namings[...]
        var heard = 0
        words = texts.map { text in
            let at = sound.length * heard / characters
            heard += text.count
            let core = text.trimmed { !$0.isLetter && !$0.isNumber && $0 != "*" && $0 != "#" }
            guard let naming = namings.first, Self.names(core, naming.key, keyWords) else {
                return Word(before: String(text), lit: "", after: "", at: at)
            }
            namings = namings.dropFirst()
            return Word(
                before: String(text[..<core.startIndex]), lit: String(core), after: String(text[core.endIndex...]),
                at: at)
        }
    }

    private static func names(_ word: Substring, _ key: String, _ keyWords: [String: Set<String>]) -> Bool {
        guard !word.isEmpty else { return false }
        return word == key || keyWords[key]?.contains(word.lowercased()) == true
    }

    /// Whether all words are shown.
    var isOver: Bool { shown == words.count }

    /// The next word whose time has come.
    mutating func next() -> Word? {
        guard shown < words.count, words[shown].at <= began.duration(to: .now) else { return nil }
        shown += 1
        return words[shown - 1]
    }
}

extension Substring {
    /// Without the characters at both ends that are not wanted.
    fileprivate func trimmed(_ isUnwanted: (Character) -> Bool) -> Substring {
        var text = drop(while: isUnwanted)
        while let last = text.last, isUnwanted(last) { text.removeLast() }
        return text
    }
}
