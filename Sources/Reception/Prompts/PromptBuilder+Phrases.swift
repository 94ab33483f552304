import MenuFile

/// Built-in phrases, in the pack's words or in the file's own (§3.1, phrases).
extension PromptBuilder {
    /// A built-in phrase, its sentences and clauses apart.
    func phrase(_ id: PhraseID, _ values: [String: String] = [:]) -> Prompt {
        guard let own = phrases[id.rawValue] else {
            return Prompt(clauses(pack.phrase(id, values))).naming(id.namedKeys, in: pack)
        }
        // What the phrase itself fills in is passed over when it is left out, never looked for among the variables.
        let none = Dictionary(id.placeholders.map { ($0, "") }, uniquingKeysWith: { first, _ in first })
        return withPauses(prompt(own.filling(none.merging(values) { $1 }))).naming(id.namedKeys, in: pack)
    }

    /// "For repairs, press 1."
    func choice(_ announcement: Announcement, key: String) -> Prompt {
        switch announcement {
        case .for(let text): choice(.choiceFor, "for", text, key) { pack.choice(for: $0, key: key) }
        case .to(let text): choice(.choiceTo, "to", text, key) { pack.choice(to: $0, key: key) }
        }
    }

    private func choice(
        _ id: PhraseID, _ placeholder: String, _ text: Text, _ key: String, _ builtIn: (String) -> String
    ) -> Prompt {
        let named = prompt(text)
        // A recording is heard in its place in the phrase; words become part of the sentence and keep its melody.
        let isSpoken = named.pieces.allSatisfy { if case .speech = $0 { true } else { false } }
        let words = isSpoken ? named.text : String(Self.mark)
        var prompt =
            phrases[id.rawValue] == nil
            ? Prompt(clauses(builtIn(words))) : phrase(id, [placeholder: words, "key": pack.spokenKey(key)])
        if case .speech(let first, let voice) = prompt.pieces.first {
            prompt.pieces[0] = .speech(first.prefix(1).uppercased() + first.dropFirst(), voice)
        }
        if !isSpoken { prompt.pieces = prompt.pieces.flatMap { filled($0, named.pieces) } }
        prompt.isSensitive = prompt.isSensitive || named.isSensitive
        return prompt.naming(key)
    }

    /// Stands for pieces that are no words, until they are put in its place; no text of a file holds it.
    private static let mark: Character = "\u{F8FF}"

    private func filled(_ piece: Prompt.Piece, _ pieces: [Prompt.Piece]) -> [Prompt.Piece] {
        guard case .speech(let text, let voice) = piece, let place = text.firstIndex(of: Self.mark) else {
            return [piece]
        }
        let sides = [text[..<place], text[text.index(after: place)...]].map { side in
            // A comma or full stop alone is nothing to speak.
            side.contains { $0.isLetter || $0.isNumber } ? [Prompt.Piece.speech(Self.trimmed(side), voice)] : []
        }
        return sides[0] + pieces + sides[1]
    }

    private static func trimmed(_ text: Substring) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Thanks of ours, after which the line hangs up.
    func withGoodbye(_ thanks: Prompt) -> Prompt {
        Prompt.joined([thanks, phrase(.goodbye)], pause: Prompt.betweenSentences)
    }
}

extension PromptBuilder {
    private func withPauses(_ prompt: Prompt) -> Prompt {
        var paused = prompt
        paused.pieces = prompt.pieces.flatMap { piece -> [Prompt.Piece] in
            guard case .speech(let text, let voice) = piece else { return [piece] }
            return clauses(text, voice)
        }
        return paused
    }

    /// Clauses of a built-in phrase as pieces of their own with a real pause between: digits and keys are the hardest
    /// to follow on the telephone (DESIGN, Prompts).
    private func clauses(_ phrase: String, _ spoken: Prompt.Voice? = nil) -> [Prompt.Piece] {
        var pieces: [Prompt.Piece] = []
        for (clause, end) in Clauses.split(phrase) {
            if let last = pieces.last, case .speech = last { pieces.append(.pause(Prompt.beforeKey)) }
            pieces.append(.speech(clause, spoken ?? voice))
            if end == .sentence { pieces.append(.pause(Prompt.betweenSentences)) }
        }
        if case .pause = pieces.last { pieces.removeLast() }
        return pieces
    }
}

extension Text {
    /// The text with some variables filled in for good.
    func filling(_ values: [String: String]) -> Text {
        switch self {
        case .template(let template): .template(template.filling(values))
        case .perLanguage(let texts):
            .perLanguage(texts.map { Localized(language: $0.language, text: $0.text.filling(values)) })
        case .joined(let texts): .joined(texts.map { $0.filling(values) })
        case .recording(let path, let transcript):
            .recording(path: path, transcript: transcript.map { $0.filling(values) })
        case .pause, .tone: self
        }
    }
}
