import MenuFile

/// Texts and phrases of one call in one language, made into prompts.
struct PromptBuilder {
    let language: String
    let pack: LanguagePack
    let voice: Prompt.Voice
    /// Fills in the variables of a template.
    let render: (Template, TextUse) -> String

    /// A text of the file as a prompt.
    func prompt(_ text: Text) -> Prompt {
        switch text {
        case .template(let template): speech(render(template, .speech))
        case .perLanguage(let texts): chosen(texts).map { prompt($0) } ?? Prompt([])
        case .joined(let texts): Prompt(texts.flatMap { prompt($0).pieces })
        case .recording(let path, let transcript):
            Prompt([.recording(path: path, text: transcript.map { prompt($0).text } ?? "", voice)])
        case .pause(let seconds): Prompt([.pause(.milliseconds(Int64(seconds * 1000)))])
        case .tone(let name): Prompt([.tone(name)])
        }
    }

    /// A built-in phrase, its sentences and clauses apart.
    func phrase(_ id: PhraseID, _ values: [String: String] = [:]) -> Prompt {
        Prompt(clauses(pack.phrase(id, values))).naming(id.namedKeys, in: pack)
    }

    /// "For repairs, press 1."
    func choice(_ announcement: Announcement, key: String) -> Prompt {
        switch announcement {
        case .for(let text): Prompt(clauses(pack.choice(for: spoken(text), key: key))).naming(key)
        case .to(let text): Prompt(clauses(pack.choice(to: spoken(text), key: key))).naming(key)
        }
    }

    /// Thanks of ours, after which the line hangs up.
    func withGoodbye(_ thanks: Prompt) -> Prompt {
        Prompt.joined([thanks, phrase(.goodbye)], pause: Prompt.betweenSentences)
    }

    /// A text on one line, for labels and displays: pauses and tones drop out, white space is one blank.
    func line(_ text: Text) -> String {
        words(of: text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private func words(of text: Text) -> String {
        switch text {
        case .template(let template): render(template, .display)
        case .perLanguage(let texts): chosen(texts).map { words(of: $0) } ?? ""
        case .joined(let texts): texts.map { words(of: $0) }.joined(separator: " ")
        case .recording(_, let transcript): transcript.map { words(of: $0) } ?? ""
        case .pause, .tone: ""
        }
    }

    private func spoken(_ text: Text) -> String { prompt(text).text }

    private func speech(_ text: String) -> Prompt {
        text.allSatisfy(\.isWhitespace) ? Prompt([]) : Prompt([.speech(text, voice)])
    }

    private func chosen(_ texts: [Text.Localized]) -> Text? {
        (texts.first { $0.language == language } ?? texts.first)?.text
    }
}

extension PromptBuilder {
    /// Clauses of a built-in phrase as pieces of their own with a real pause between: digits and keys are the hardest
    /// to follow on the telephone (DESIGN, Prompts).
    private func clauses(_ phrase: String) -> [Prompt.Piece] {
        var pieces: [Prompt.Piece] = []
        for (clause, end) in Clauses.split(phrase) {
            if let last = pieces.last, case .speech = last { pieces.append(.pause(Prompt.beforeKey)) }
            pieces.append(.speech(clause, voice))
            if end == .sentence { pieces.append(.pause(Prompt.betweenSentences)) }
        }
        if case .pause = pieces.last { pieces.removeLast() }
        return pieces
    }
}

/// A sentence taken apart where a speaker would breathe.
enum Clauses {
    /// What ends a clause.
    enum End { case clause, sentence }

    static func split(_ text: String) -> [(String, End)] {
        var clauses: [(String, End)] = []
        var clause = ""
        var rest = text[...]
        while let character = rest.popFirst() {
            clause.append(character)
            guard let end = end(character), isBreak(after: character, rest) else { continue }
            add(clause, end, to: &clauses)
            clause = ""
        }
        add(clause, .clause, to: &clauses)
        return clauses
    }

    private static func add(_ clause: String, _ end: End, to clauses: inout [(String, End)]) {
        let text = clause.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if !text.isEmpty { clauses.append((text, end)) }
    }

    private static func end(_ character: Character) -> End? {
        switch character {
        case ",", ":", ";", "，", "：", "；", "、": .clause
        case ".", "!", "?", "。", "！", "？": .sentence
        default: nil
        }
    }

    /// "8.30" and "12:00" are no ends; full-width marks need no blank after them.
    private static func isBreak(after mark: Character, _ rest: Substring) -> Bool {
        !mark.isASCII || (rest.first?.isWhitespace ?? true)
    }
}
