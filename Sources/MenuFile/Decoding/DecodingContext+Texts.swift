extension Text {
    /// What stands for a text that could not be read, so that the pass can go on.
    static let none = Text.template(Template(parts: []))
}

extension DecodingContext {
    /// Decodes a Text (§3.2). `placeholders` are names that the phrase itself fills in.
    func text(_ value: JSONValue, for purpose: VariableUse.Purpose, placeholders: Set<String> = []) -> Text {
        switch value.content {
        case .string(let string):
            return template(string, at: value.position, for: purpose, placeholders: placeholders).map(Text.template)
                ?? .none
        case .array(let pieces):
            let refused = refuse(.textPieces, at: value.position, "a text of several pieces")
            if pieces.isEmpty { report(.badValue, at: value.position, "a text of pieces needs at least one piece") }
            return inside(refused: refused) {
                .joined(pieces.map { text($0, for: purpose, placeholders: placeholders) })
            }
        case .object(let members): return text(members, of: value, for: purpose, placeholders: placeholders)
        default:
            report(.wrongType, at: value.position, "a text is needed here, not \(value.kindName)")
            return .none
        }
    }

    private func text(
        _ members: [JSONMember], of value: JSONValue, for purpose: VariableUse.Purpose, placeholders: Set<String>
    ) -> Text {
        let own = members.filter { !KeyRule.isComment($0.key) }
        let refused = refuse(.textPieces, at: value.position, "a text that is an object")
        return inside(refused: refused) {
            if let piece = own.first(where: { isPiece($0.key) }) {
                return self.piece(piece.key, members: members, at: value.position, for: purpose)
            }
            if own.isEmpty { report(.badValue, at: value.position, "a text per language needs at least one language") }
            reportMissingLanguages(own, at: value.position)
            return .perLanguage(
                own.compactMap { member in
                    guard language(key: member, orOneOf: LanguageTables.pieceKeys) else { return nil }
                    let text = text(member.value, for: purpose, placeholders: placeholders)
                    return .init(language: member.key, text: text)
                })
        }
    }

    /// Whether a key makes an object a piece; a misspelt one counts when it is no language of the file.
    private func isPiece(_ key: String) -> Bool {
        if LanguageTables.pieceKeys.contains(key) { return true }
        if key == "text" { return true }
        return !names.languages.contains(key)
            && Suggestion.nearest(to: key, among: names.languages.names) == nil
            && Suggestion.probable(for: key, among: LanguageTables.pieceKeys) != nil
    }

    private func piece(
        _ key: String, members: [JSONMember], at position: Position, for purpose: VariableUse.Purpose
    ) -> Text {
        let meant = Suggestion.probable(for: key, among: LanguageTables.pieceKeys)
        switch LanguageTables.pieceKeys.contains(key) ? key : meant ?? "play" {
        case "pause":
            let reader = ObjectReader(self, LanguageTables.pause, members: members, at: position)
            return .pause(reader.number("pause") ?? 0)
        case "tone":
            let reader = ObjectReader(self, LanguageTables.tone, members: members, at: position)
            return .tone(reader.word("tone") ?? "beep")
        case "ssml":
            _ = ObjectReader(self, LanguageTables.ssml, members: members, at: position)
            return .none
        default: return recording(members, at: position, for: purpose)
        }
    }

    private func recording(_ members: [JSONMember], at position: Position, for purpose: VariableUse.Purpose) -> Text {
        let reader = ObjectReader(self, LanguageTables.recording, members: members, at: position)
        let path = reader.plainString("play") ?? ""
        if let value = reader.value("play"), !path.isEmpty {
            checkRecording(path, at: value.position)
            recordings.append(.init(path: path, position: value.position, hasText: reader.has("text")))
        }
        if !reader.has("text") {
            report(
                .recordingUntold, at: position,
                "the recording has no \"text\": nobody can read what it says, and nothing is heard without the file")
        }
        return .recording(path: path, transcript: reader.value("text").map { text($0, for: purpose) })
    }

    /// A recording lies beside the menu file or below it, and its name never comes from a variable (§4.5).
    private func checkRecording(_ path: String, at position: Position) {
        let folders = path.split(separator: "/", omittingEmptySubsequences: false)
        if path.hasPrefix("/") || folders.contains("..") || path.contains("{") || path.contains("\\") {
            report(
                .badValue, at: position,
                "\(Self.quoted(path)) must be a path below the menu file's folder, without .., \\ and variables")
        }
    }

    private func reportMissingLanguages(_ members: [JSONMember], at position: Position) {
        let missing = names.languages.names.filter { tag in !members.contains { $0.key == tag } }
        if missing.isEmpty || names.languages.isBroken { return }
        let tags = missing.map { Self.quoted($0) }.joined(separator: ", ")
        report(.languageMissing, at: position, "the text is missing in \(tags); the first language is heard instead")
    }

    /// Checks the key of a text per language.
    func language(key member: JSONMember, orOneOf others: [String] = []) -> Bool {
        if names.languages.accepts(member.key) { return true }
        reportUnknown(
            .unknownLanguage, at: member.keyPosition, word: member.key,
            "\(Self.quoted(member.key)) is not in \"language\"", among: names.languages.names + others)
        return false
    }
}

extension DecodingContext {
    /// Decodes a string with `{…}` in it, and notes the variables that it reads.
    func template(
        _ string: String, at position: Position, for purpose: VariableUse.Purpose, placeholders: Set<String> = []
    ) -> Template? {
        if string.unicodeScalars.contains(where: { $0.value < 0x20 && !"\t\n\r".unicodeScalars.contains($0) }) {
            report(.badValue, at: position, "a text must not hold control characters")
            return nil
        }
        do throws(TemplateError) {
            let template = try Template(parsing: string)
            for case .variable(let name, _, let ifMissing) in template.parts where !placeholders.contains(name) {
                read(name, at: position, for: purpose, isGuarded: ifMissing != nil)
            }
            return template
        } catch {
            report(error, at: position)
            return nil
        }
    }

    private func report(_ error: TemplateError, at position: Position) {
        guard case .unknownFormat(let format) = error else {
            return report(.badValue, at: position, Self.cleaned(error.description))
        }
        let words = ValueFormat.words.map { $0.hasPrefix("money") ? "money" : $0 }
        let fix = Suggestion.nearest(to: format, among: words)
        let hint = fix.map { "; did you mean \(Self.quoted($0))?" } ?? ""
        report(.unknownFormat, at: position, Self.cleaned(error.description) + hint, fix: fix)
    }

    /// Notes that a variable is read.
    func read(_ name: String, at position: Position, for purpose: VariableUse.Purpose, isGuarded: Bool) {
        if VariableUse.builtInLater.contains(name) || VariableUse.isExternal(name) {
            refuse(.moreVariables, at: position, "{\(name)}")
        }
        variables.reads.append(
            .init(name: name, position: position, path: path, purpose: purpose, isGuarded: isGuarded))
    }

    /// Notes that a variable is set here, and checks its name.
    func write(_ name: String, at position: Position, by kind: VariableUse.Kind, isSensitive: Bool = false) {
        let quoted = Self.quoted(name)
        let isNamed = Template.isVariableName(name) && !VariableUse.isExternal(name)
        if !isNamed {
            report(
                .badName, at: position,
                "\(quoted) cannot name a variable: use words of a-z, 0-9 and - joined by dots, such as visit.date")
        } else if VariableUse.builtIn.contains(name) {
            report(.reservedName, at: position, "\(quoted) is a built-in variable and cannot be set")
        }
        variables.writes.append(
            .init(name: name, position: position, path: path, isSensitive: isSensitive, kind: kind, isNamed: isNamed))
    }
}
