extension Template {
    /// The text with its variables filled in.
    ///
    /// - Parameters:
    ///   - pack: The language in which dates, times, numbers and money are put.
    ///   - today: The local day, from which `day` reckons.
    ///   - use: What the text is for, and so how values are made harmless.
    ///   - isForeign: The pack stands in for one of a language that has none: formats then give digits, not words.
    ///   - nationalDigits: Makes the national form of a telephone number for `phone`; digits as they are unless given.
    ///   - values: The value of a variable; nil or an empty one is missing and gives way to its "if missing" text.
    public func render(
        pack: LanguagePack, today: CivilDate, use: TextUse = .speech, isForeign: Bool = false,
        nationalDigits: (String) -> String = { $0 }, values: (String) -> TextValue?
    ) -> String {
        let pieces = parts.map { part in
            switch part {
            case .literal(let text): return text
            case .variable(let name, let format, let ifMissing):
                guard let value = values(name)?.cleaned(name, for: use, and: pack.wordForAnd) else {
                    return ifMissing ?? ""
                }
                return use.encoded(
                    pack.spoken(value, format, today: today, isForeign: isForeign, nationalDigits: nationalDigits))
            }
        }
        return use.finished(pieces.joined())
    }

    /// The variables that have no value and no "if missing" text either, for the log.
    public func missingVariables(values: (String) -> TextValue?) -> [String] {
        parts.compactMap { part in
            guard case .variable(let name, _, nil) = part, (values(name)?.text ?? "").isEmpty else { return nil }
            return name
        }
    }
}

extension TextValue {
    /// The value made harmless; nil when nothing is left of it.
    fileprivate func cleaned(_ name: String, for use: TextUse, and: String) -> TextValue? {
        guard case .text(let text) = self else { return self }
        let clean = use.cleaned(text, of: name, and: and)
        return clean.isEmpty ? nil : .text(clean)
    }
}
