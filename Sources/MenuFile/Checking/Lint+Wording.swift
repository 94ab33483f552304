extension Lint {
    /// Texts of menus that name keys themselves: the key comes last, and is one of the menu.
    func wording() {
        for step in steps {
            guard case .menu(let menu)? = step.verb else { continue }
            for text in [step.say, menu.again].compactMap({ $0 }) {
                for language in document.languages { wording(text, in: language, menu, at: step) }
            }
            if !menu.announce { unnamedKeys(menu, at: step) }
        }
    }

    private func wording(_ text: Text, in language: String, _ menu: MenuVerb, at step: Step) {
        guard let pack = LanguagePack.pack(for: language), let verb = pack.pressWord else { return }
        for sentence in text.literal(in: language).split(whereSeparator: { ".!?;。！？；".contains($0) }) {
            let named = NamedKeys(in: sentence.lowercased(), after: verb)
            for key in named.keys where key != "0" && !menu.choices.contains(where: { $0.key.matches(key) }) {
                warn(.textDrift, at: step.position, "the text says \"\(verb) \(key)\", which is no choice of this menu")
            }
            if let key = named.keys.first, named.isKeyFirst {
                warn(
                    .keyBeforeLabel, at: step.position,
                    "\"\(verb) \(key)\" comes before what it is for; who hears the key first has forgotten it by then")
            }
        }
    }

    /// With `announce: false` the text names every key. One that names none by figures may do it in words.
    private func unnamedKeys(_ menu: MenuVerb, at step: Step) {
        guard let say = step.say else { return }
        let words = say.literal(in: document.languages[0]).split { !$0.isNumber }.map(String.init)
        guard !words.isEmpty else { return }
        for choice in menu.choices where choice.step.announcement != nil && choice.step.when == nil {
            let key = choice.key.text
            guard case .literal = choice.key.kind, key.allSatisfy(\.isNumber), !words.contains(key) else { continue }
            warn(.textDrift, at: place(of: choice.step), "\"announce\" is false, and the text does not name \(key)")
        }
    }
}

/// The keys that a sentence tells callers to press.
struct NamedKeys {
    /// In the order of the sentence.
    let keys: [String]
    /// Whether the first of them stands before what it is for.
    let isKeyFirst: Bool

    /// - Parameters:
    ///   - sentence: in small letters.
    ///   - verb: what stands before a key: "press".
    init(in sentence: String, after verb: String) {
        var keys: [String] = []
        var isKeyFirst = false
        var before = ""
        var rest = sentence[...]
        while let found = rest.firstRange(of: verb) {
            before += rest[..<found.lowerBound]
            let tail = rest[found.upperBound...].drop(while: \.isWhitespace)
            let key = String(tail.prefix(while: \.isNumber))
            rest = tail.dropFirst(key.count)
            guard !key.isEmpty else { continue }
            if keys.isEmpty {
                let words = { (text: Substring) in text.split { !$0.isLetter }.count }
                isKeyFirst = words(before[...]) <= 1 && words(rest) >= 2
            }
            keys.append(key)
        }
        self.keys = keys
        self.isKeyFirst = isKeyFirst
    }
}

extension LanguagePack {
    /// What stands before the key in an announcement: "press", "naciśnij"; nil: the pack does it otherwise.
    var pressWord: String? {
        guard case .text(let phrase)? = file.phrases[PhraseID.choiceFor.rawValue],
            let from = phrase.firstRange(of: "{for}")?.upperBound, let to = phrase.firstRange(of: "{key}")?.lowerBound,
            from <= to
        else { return nil }
        let word = phrase[from..<to].drop { !$0.isLetter }.lowercased()
        let trimmed = String(word.reversed().drop(while: \.isWhitespace).reversed())
        return trimmed.isEmpty ? nil : trimmed
    }
}
