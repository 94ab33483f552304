extension DecodingContext {
    /// The most choices of one menu: each is compared with each.
    static let mostChoices = 500

    func menu(_ value: JSONValue, _ reader: ObjectReader) -> MenuVerb? {
        guard case .object(let members) = value.content else {
            reader.wrongType("menu", value)
            return nil
        }
        let own = members.filter { !KeyRule.isComment($0.key) }
        if own.isEmpty { report(.badValue, at: value.position, "a menu needs at least one choice") }
        if own.count > Self.mostChoices {
            report(.badValue, at: value.position, "a menu has at most \(Self.mostChoices) choices")
        }
        let keys = settings.keys
        return MenuVerb(
            choices: choices(own.prefix(Self.mostChoices)), again: reader.value("again").map { text($0, for: .speech) },
            announce: reader.bool("announce"), wait: reader.seconds("wait", default: keys.wait),
            between: reader.seconds("between", default: keys.between),
            wrong: retry(reader, "wrong", times: keys.wrong), silent: retry(reader, "silent", times: keys.silent))
    }

    private func choices(_ members: ArraySlice<JSONMember>) -> [MenuVerb.Choice] {
        var choices: [MenuVerb.Choice] = []
        for member in members {
            keyPositions["\(path).menu.\(member.key)"] = member.keyPosition
            let step = step(member.value, path: "\(path).menu.\(member.key)")
            guard let key = key(member), !choices.contains(where: { $0.key.text == key.text }) else { continue }
            if let other = choices.first(where: { $0.key.clashes(with: key) }) {
                report(
                    .keyClash, at: member.keyPosition,
                    "\"\(key.text)\" and \"\(other.key.text)\" fit the same keys; which is meant cannot be told")
            }
            choices.append(.init(key: key, step: step))
        }
        return choices
    }

    private func key(_ member: JSONMember) -> KeyPattern? {
        do throws(KeyPatternError) {
            let key = try KeyPattern(member.key)
            if key.delaysZero {
                report(
                    .zeroDelayed, at: member.keyPosition,
                    "\"\(key.text)\" begins with 0: whoever presses 0 for the operator would have to wait")
            }
            return key
        } catch {
            report(.badKey, at: member.keyPosition, Self.cleaned(error.description))
            return nil
        }
    }

    /// A message that quotes the file, cut and without control characters.
    static func cleaned(_ message: String) -> String { String(quoted(message, limit: 300).dropFirst().dropLast()) }

    /// `wrong` or `silent`: a number, a step, or `{times, say, otherwise}` (§3.4, part 10).
    func retry(_ reader: ObjectReader, _ key: String, times: Int) -> RetryRule {
        let plain = RetryRule(times: times, say: nil, otherwise: nil)
        guard let value = reader.value(key) else { return plain }
        switch value.content {
        case .number:
            return RetryRule(times: reader.number(key).map { Int($0) } ?? times, say: nil, otherwise: nil)
        case .object(let members) where isCounter(members):
            return counter(members, at: value.position, key: key, times: times)
        case .object, .string, .array:
            return RetryRule(times: times, say: nil, otherwise: step(value, path: "\(path).\(key)"))
        default:
            report(
                .wrongType, at: value.position,
                "\"\(key)\" needs a number, a step or { times, say, otherwise }, not \(value.kindName)")
            return plain
        }
    }

    private func isCounter(_ members: [JSONMember]) -> Bool {
        let keys = members.map(\.key).filter { !KeyRule.isComment($0) }
        if keys.contains(where: { TableName.verb($0) != nil }) { return false }
        return keys.contains("times") || keys.allSatisfy { LanguageTables.retry[$0] != nil }
            || !keys.contains { LanguageTables.stepWithoutVerb[$0] != nil }
    }

    private func counter(_ members: [JSONMember], at position: Position, key: String, times: Int) -> RetryRule {
        let reader = ObjectReader(self, LanguageTables.retry, members: members, at: position)
        return RetryRule(
            times: reader.integer("times", default: times), say: reader.value("say").map { text($0, for: .speech) },
            otherwise: reader.value("otherwise").map { step($0, path: "\(path).\(key).otherwise") })
    }
}
