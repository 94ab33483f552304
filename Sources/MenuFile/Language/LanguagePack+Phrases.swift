extension LanguagePack {
    /// A built-in phrase with its placeholders filled in. The values are put in as they are, counts in words where
    /// the voice needs them; an empty one counts as missing, and one that is left out is passed over.
    public func phrase(_ id: PhraseID, _ values: [String: String] = [:]) -> String {
        let spoken = values.reduce(into: values) { values, value in
            if Self.counts.contains(value.key) { values[value.key] = spokenNumber(value.value) }
        }
        return switch phrases[id] {
        case .text(let template): template.filled(spoken)
        case .counted(let count, let forms):
            // A value that is no whole number gets the form of many.
            forms[file.plural.category(of: values[count].flatMap { Int($0) } ?? 100)]?.filled(spoken) ?? ""
        case nil: ""
        }
    }

    /// The placeholders that hold a number of something.
    private static let counts: Set = ["place", "waiting"]

    /// The templates of a phrase, one for each plural form that the language needs.
    public func templates(of id: PhraseID) -> [Template] {
        switch phrases[id] {
        case .text(let template): [template]
        case .counted(_, let forms): Array(forms.values)
        case nil: []
        }
    }

    /// "For repairs, press 1." The key is one of a menu, as the file has it.
    public func choice(for text: String, key: String) -> String {
        capitalised(phrase(.choiceFor, ["for": text, "key": spokenKey(key)]))
    }

    /// "To leave a message, press 3."
    public func choice(to text: String, key: String) -> String {
        capitalised(phrase(.choiceTo, ["to": text, "key": spokenKey(key)]))
    }

    /// "For English, press 9", in the language of this pack.
    public func choiceOfLanguage(key: String) -> String { phrase(.choiceLanguage, ["key": spokenKey(key)]) }

    /// A key as it is said: "1", "1 2", "star". A range is "2 0 1 to 2 4 9", a pattern the range that it spans.
    public func spokenKey(_ key: String) -> String {
        guard let pattern = try? KeyPattern(key) else { return spelledKeys(key) }
        switch pattern.kind {
        case .literal: return spelledKeys(key)
        case .range(let low, let high): return spokenRange(low, high)
        case .pattern:
            let low = key.replacing("x", with: "0")
            let first = key.hasPrefix("x") ? "1" + low.dropFirst() : low
            return spokenRange(first, key.replacing("x", with: "9"))
        }
    }

    /// What staff see of "the boiler": "Boiler". A leading article is dropped, unless nothing would be left.
    public func label(from text: String) -> String {
        let text = collapsed(text)
        for article in file.articles where text.lowercased().hasPrefix(article.lowercased()) {
            let rest = text.dropFirst(article.count)
            // "l'" joins the word that follows; "the" stands before a blank.
            if article.hasSuffix("'"), !rest.isEmpty { return capitalised(String(rest)) }
            if rest.first == " ", rest.count > 1 { return capitalised(String(rest.dropFirst())) }
        }
        return capitalised(text)
    }

    private func spokenRange(_ low: String, _ high: String) -> String {
        "\(spelledKeys(low)) \(file.words.upTo) \(spelledKeys(high))"
    }

    private func spelledKeys(_ keys: String) -> String {
        keys.map { file.keys[String($0)] ?? String($0) }.joined(separator: " ")
    }
}

/// A text with a capital at its beginning.
func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

/// A text whose runs of white space are one blank each, with none at its ends.
func collapsed(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
