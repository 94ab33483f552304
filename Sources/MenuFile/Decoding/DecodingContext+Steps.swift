extension DecodingContext {
    /// Decodes a step (§3.3): a name, a list or an object with at most one verb.
    func step(_ value: JSONValue, path: String) -> Step {
        let outer = self.path
        self.path = path
        defer { self.path = outer }
        switch value.content {
        case .string(let name):
            return Step(path: path, position: value.position, verb: destination(name, at: value.position).map(Verb.go))
        case .array(let elements):
            let verb = Verb.sequence(steps(elements, at: value.position, path: path))
            return Step(path: path, position: value.position, verb: verb)
        case .object(let members): return step(members, at: value.position)
        default:
            report(.wrongType, at: value.position, "a step needs a name, a list or an object, not \(value.kindName)")
            return Step(path: path, position: value.position)
        }
    }

    /// Decodes the steps of a list.
    func steps(_ elements: [JSONValue], at position: Position, path: String) -> [Step] {
        if elements.isEmpty { report(.badValue, at: position, "a list of steps needs at least one step") }
        return elements.enumerated().map { step($1, path: "\(path)[\($0)]") }
    }

    private func step(_ members: [JSONMember], at position: Position) -> Step {
        let path = self.path
        let (verb, rest) = pickVerb(of: members)
        let table = verb.map(\.table) ?? LanguageTables.stepWithoutVerb
        let reader = ObjectReader(self, table, members: rest, at: position)
        checkDoesSomething(reader, verb: verb, all: members)
        return Step(
            path: path, position: position, when: reader.value("when").flatMap { condition($0) },
            say: reader.value("say").map { text($0, for: .speech) }, interrupt: reader.bool("interrupt"),
            announcement: announcement(reader), label: reader.value("label").map { text($0, for: .label) },
            verb: verb.flatMap { self.verb($0, reader) },
            then: reader.value("then").map { step($0, path: "\(path).then") },
            otherwise: reader.value("otherwise").map { step($0, path: "\(path).otherwise") })
    }

    private func announcement(_ reader: ObjectReader) -> Announcement? {
        if reader.has("for"), let value = reader.value("to") {
            report(.badValue, at: value.position, "a choice has either \"for\" or \"to\", not both")
        }
        if let value = reader.value("for") { return .for(text(value, for: .speech)) }
        return reader.value("to").map { .to(text($0, for: .speech)) }
    }

    private func checkDoesSomething(_ reader: ObjectReader, verb: TableName?, all: [JSONMember]) {
        let hasLaterVerb = all.contains { member in TableName.laterVerbs.contains { $0.verbKey == member.key } }
        let acts = verb != nil || ["say", "then", "otherwise"].contains { reader.has($0) }
        if acts || reader.hasUnknownKeys || hasLaterVerb { return }
        let verbs = TableName.verbs.map(\.verbKey).joined(separator: ", ")
        report(.noVerb, at: reader.position, "this step does nothing: it needs \"say\" or one of \(verbs)")
    }

    /// Finds the verb of a step, and the members that are to be read with it: those of a second verb are told once.
    private func pickVerb(of members: [JSONMember]) -> (TableName?, [JSONMember]) {
        let verbs = members.filter { TableName.verb($0.key) != nil }
        guard let first = verbs.first, let verb = TableName.verb(first.key) else {
            let verb = misspeltVerb(of: members)
            return (verb, verb == nil ? withoutOrphans(members) : members)
        }
        if verbs.count > 1 {
            let second = verbs[1]
            report(
                .twoVerbs, at: second.keyPosition,
                "a step has one verb, and \"\(first.key)\" is it; put \"\(second.key)\" into a step of its own")
        }
        let others = Set(verbs.dropFirst().map(\.key))
        let isLater = TableName.laterVerbs.contains(verb)
        if isLater { report(.unknownKey, at: first.keyPosition, "\"\(first.key)\" comes with a later release") }
        let known = isLater ? LanguageTables.stepWithoutVerb : verb.table
        let rest = members.filter { member in
            if others.contains(member.key) || (isLater && member.key == first.key) { return false }
            if known[member.key] != nil || KeyRule.isComment(member.key) { return true }
            return !isLater && !others.contains { TableName.verb($0)?.table[member.key] != nil }
        }
        return (isLater ? nil : verb, rest)
    }

    /// Where a key is unknown everywhere, it was to be the verb, and the fields of that verb are no faults of their own.
    private func withoutOrphans(_ members: [JSONMember]) -> [JSONMember] {
        let isField = { (member: JSONMember) in
            LanguageTables.fields.values.contains { $0.contains { $0.name == member.key } }
        }
        let isForeign = members.contains { member in
            !KeyRule.isComment(member.key) && LanguageTables.stepWithoutVerb[member.key] == nil && !isField(member)
        }
        return isForeign ? members.filter { !isField($0) } : members
    }

    private func misspeltVerb(of members: [JSONMember]) -> TableName? {
        let known = LanguageTables.modifiers.map(\.name) + TableName.verbs.map(\.verbKey)
        for member in members where !KeyRule.isComment(member.key) && !known.contains(member.key) {
            if let meant = Suggestion.probable(for: member.key, among: known), let verb = TableName.verb(meant) {
                return verb
            }
        }
        return nil
    }
}

extension DecodingContext {
    /// The names that `steps` may not define.
    static let reservedSteps = ["start", "closed", "operator", "back", "again", "hangup"]

    /// Where a name leads.
    func destination(_ name: String, at position: Position) -> Destination? {
        switch name {
        case "start": return .start
        case "operator": return .operator
        case "back": return .back
        case "again": return .again
        case "hangup": return .hangup
        case "closed" where names.hasClosed: return .closed
        default:
            if names.steps.contains(name) { return .step(name) }
            if !names.steps.isBroken { reportNoStep(name, at: position) }
            return nil
        }
    }

    private func reportNoStep(_ name: String, at position: Position) {
        let quoted = Self.quoted(name)
        if name == "closed" { return report(.unknownStep, at: position, "there is no \"closed\" in this file") }
        let isTarget = names.people.contains(name) || name.contains("/") || Self.number(name) != nil
        let hint = isTarget ? "; to ring it, write { \"ring\": \(quoted) }" : ""
        reportUnknown(
            .unknownStep, at: position, word: name, "\(quoted) is not in steps",
            among: names.steps.names + Self.reservedSteps.filter { $0 != "closed" || names.hasClosed },
            otherwise: hint)
    }

    /// A step's name under a key.
    func destination(_ reader: ObjectReader, _ key: String) -> Destination? {
        guard let name = reader.string(key), let value = reader.value(key) else { return nil }
        return destination(name, at: value.position)
    }
}
