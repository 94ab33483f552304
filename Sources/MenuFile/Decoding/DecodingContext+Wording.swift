extension DecodingContext {
    /// `phrases`: own wording by language and phrase id.
    func phrases(_ reader: ObjectReader) -> [String: [String: Text]] {
        let refused = reader.refuse("phrases")
        return inside(refused: refused) {
            var phrases: [String: [String: Text]] = [:]
            for member in entries(reader, "phrases") where language(key: member) {
                guard let entries = Self.entries(member.value) else {
                    report(
                        .wrongType, at: member.value.position,
                        "the phrases of a language need an object, not \(member.value.kindName)")
                    continue
                }
                path = "phrases.\(member.key)"
                for entry in entries { phrases[member.key, default: [:]][entry.key] = phrase(entry) }
            }
            return phrases
        }
    }

    private func phrase(_ member: JSONMember) -> Text? {
        guard let phrase = PhraseID(rawValue: member.key) else {
            reportUnknown(
                .unknownKey, at: member.keyPosition, word: member.key, "\(Self.quoted(member.key)) is no phrase",
                among: PhraseID.allCases.map(\.rawValue))
            return nil
        }
        return text(member.value, for: .speech, placeholders: phrase.placeholders)
    }

    /// `variables`: constants and channel imports.
    func variableImports(_ reader: ObjectReader) -> [VariableImport] {
        let refused = reader.refuse("variables")
        if let value = reader.value("variables"), Self.entries(value) == nil { variables.isIncomplete = true }
        return inside(refused: refused) {
            entries(reader, "variables").map { member in
                path = "variables"
                if case .object(let members) = member.value.content, isImport(members) {
                    return channelImport(member, members)
                }
                write(member.key, at: member.keyPosition, by: .file)
                return VariableImport(
                    name: member.key, source: .text(text(member.value, for: .sent)), sensitive: false)
            }
        }
    }

    private func isImport(_ members: [JSONMember]) -> Bool {
        members.contains { member in
            LanguageTables.variable[member.key] != nil
                || (!names.languages.contains(member.key)
                    && Suggestion.nearest(to: member.key, among: LanguageTables.variable.names) != nil)
        }
    }

    private func channelImport(_ member: JSONMember, _ members: [JSONMember]) -> VariableImport {
        let reader = ObjectReader(self, LanguageTables.variable, members: members, at: member.value.position)
        let sensitive = reader.bool("sensitive")
        write(member.key, at: member.keyPosition, by: .file, isSensitive: sensitive)
        let channel = reader.string("channel") ?? ""
        if let value = reader.value("channel"), case .string = value.content {
            checkChannelVariable(channel, at: value.position)
        }
        let fallback = reader.value("default").map { text($0, for: .sent) }
        return VariableImport(name: member.key, source: .channel(channel, default: fallback), sensitive: sensitive)
    }

    /// `lint`: thresholds, and rules that are ignored for a reason.
    func lint(_ reader: ObjectReader) -> LintSettings {
        let refused = reader.refuse("lint")
        return inside(refused: refused) {
            guard let inner = object(reader, "lint", LanguageTables.lint) else { return .standard }
            var ignored: [RuleID: String] = [:]
            for member in entries(inner, "ignore") {
                guard let rule = rule(member), case .string(let reason) = member.value.content else { continue }
                ignored[rule] = reason
            }
            return LintSettings(
                reachSeconds: inner.seconds("reach-seconds"), humanSeconds: inner.seconds("human-seconds"),
                ignored: ignored)
        }
    }

    private func rule(_ member: JSONMember) -> RuleID? {
        let quoted = Self.quoted(member.key)
        let rules = RuleID.allCases.filter { $0.severity != .error }
        guard let rule = RuleID(rawValue: member.key) else {
            reportUnknown(
                .unknownKey, at: member.keyPosition, word: member.key, "\(quoted) is no rule",
                among: rules.map(\.rawValue))
            return nil
        }
        guard case .string(let reason) = member.value.content else {
            report(.wrongType, at: member.value.position, "a reason needs a string, not \(member.value.kindName)")
            return nil
        }
        if rule.severity == .error {
            report(.badValue, at: member.value.position, "\(quoted) is an error and cannot be ignored")
        } else if !reason.contains(where: { !$0.isWhitespace }) {
            report(.badValue, at: member.value.position, "a rule is only ignored for a reason; write it here")
        }
        return rule
    }
}
