import MenuFile

/// `language`: another language from now on, named or asked for.
extension CallWalk {
    func language(_ verb: LanguageVerb) async throws(WalkStop) -> VerbOutcome {
        switch verb {
        case .to(let tag): try await speak(in: tag)
        case .ask: try await askLanguage()
        }
        return .done
    }

    /// Speaks that language, and tells Asterisk, for its own sounds and for whoever has the channel next.
    private func speak(in tag: String) async throws(WalkStop) {
        language = tag
        steps.mark(.decision, "speaks \(tag)", services)
        let name = tag.replacing("-", with: "_")
        _ = try await command { phone throws(PhoneError) in try await phone.setVariable("CHANNEL(language)", name) }
    }

    /// As many as there are keys from 1 on.
    static let mostLanguages = 9

    /// Each language of the file by a key from 1 on, in its own voice. Two silences or wrong keys, of either kind, mean
    /// the first one (part 10).
    private func askLanguage() async throws(WalkStop) {
        let tags = document.languages.prefix(Self.mostLanguages)
        guard tags.count > 1, let first = tags.first else { return }
        keys.between = document.keys.between
        let question = Prompt.languageQuestion(tags) { self.builder($0) }
        var failures = 0
        while failures < 2 {
            try checkTime()
            try await speak(question, interruptible: true)
            let key = try await nextKey(within: document.keys.wait)
            if key == .zero { throw .jump(.operator) }
            if key == .pound { continue }
            if let number = key?.character.wholeNumberValue, tags.indices.contains(number - 1) {
                return try await speak(in: tags[number - 1])
            }
            failures += 1
            guard key != nil else { continue }
            try unknownKey(at: keys.pressed)
            try countMistake()
        }
        try await speak(in: first)
    }
}

extension Prompt {
    /// The question which language, each choice in itself.
    static func languageQuestion(_ tags: ArraySlice<String>, _ builder: (String) -> PromptBuilder) -> Prompt {
        let choices = tags.enumerated().map { index, tag in builder(tag).languageChoice(key: String(index + 1)) }
        return joined(choices, pause: betweenSentences)
    }
}

extension PromptBuilder {
    /// "For English, press 9", in the language and voice of this builder.
    func languageChoice(key: String) -> Prompt {
        phrase(.choiceLanguage, ["key": pack.spokenKey(key)]).naming(key)
    }
}

extension Step {
    /// The language that the step changes to; nil: it does something else.
    var languageTag: String? { if case .language(.to(let tag)) = verb { tag } else { nil } }
}
