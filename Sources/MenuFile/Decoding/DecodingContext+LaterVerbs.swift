extension DecodingContext {
    func queue(_ reader: ObjectReader) -> QueueVerb? {
        let name = reader.plainString("queue")
        if let name, let value = reader.value("queue") { checkArgument(name, at: value.position) }
        let music = reader.plainString("music")
        if let music, let value = reader.value("music") { checkArgument(music, at: value.position) }
        let offer = offer(reader)
        let show = reader.value("show").map { text($0, for: .staff) }
        let whisper = whisper(reader)
        let verb = QueueVerb(
            queue: name ?? "", max: reader.seconds("max"), position: reader.bool("position"), music: music,
            priority: reader.integer("priority"), offer: offer, show: show, whisper: whisper)
        return name == nil ? nil : verb
    }

    /// What stands in an argument of a dialplan application must hold nothing that ends or fills one.
    private func checkArgument(_ string: String, at position: Position) {
        if string.contains(where: { ",|&()${}\"\\;".contains($0) }) {
            report(.badValue, at: position, "\(Self.quoted(string)) holds a character that Asterisk gives a meaning")
        }
    }

    private func offer(_ reader: ObjectReader) -> QueueVerb.Offer? {
        guard let value = reader.value("offer") else { return nil }
        guard case .object(let members) = value.content else {
            reader.wrongType("offer", value)
            return nil
        }
        let inner = ObjectReader(self, LanguageTables.offer, members: members, at: value.position)
        let list = inner.value("callback").flatMap { callbackTarget($0, of: "callback", listsToo: true) }
        let waiting = inner.integer("waiting")
        return list.map { .init(callback: $0, waiting: waiting) }
    }

    func assignments(_ value: JSONValue, _ reader: ObjectReader) -> [VariableAssignment]? {
        guard case .object(let members) = value.content else {
            reader.wrongType("set", value)
            return nil
        }
        if members.isEmpty { report(.badValue, at: value.position, "\"set\" needs at least one variable") }
        return members.map { member in
            write(member.key, at: member.keyPosition, by: .set)
            return VariableAssignment(variable: member.key, value: text(member.value, for: .sent))
        }
    }

    func language(_ value: JSONValue, _ reader: ObjectReader) -> LanguageVerb? {
        guard let tag = reader.string("language") else { return nil }
        if tag == "ask" { return .ask }
        checkLanguage(tag, at: value.position, besides: ["ask"])
        return .to(tag)
    }

    /// "context,exten,prio".
    func location(_ reader: ObjectReader, _ key: String) -> DialplanLocation? {
        guard let string = reader.string(key), let value = reader.value(key) else { return nil }
        let parts = string.split(separator: ",", omittingEmptySubsequences: false).map { String(trimmed($0)) }
        let isGood = parts.allSatisfy { part in
            !part.isEmpty && !part.hasControlCharacters && !part.contains { " |&${}()\"\\".contains($0) }
        }
        guard parts.count == 3, isGood else {
            report(.badValue, at: value.position, "\"\(key)\" must be \"context,exten,prio\"")
            return nil
        }
        return DialplanLocation(context: parts[0], exten: parts[1], priority: parts[2])
    }

    func gosub(_ reader: ObjectReader) -> GosubVerb? {
        var arguments: [Text] = []
        if let value = reader.value("args") {
            if case .array(let elements) = value.content {
                arguments = elements.map { text($0, for: .sent) }
            } else {
                reader.wrongType("args", value)
            }
        }
        let kept = kept(reader) { checkChannelVariable($0, at: $1) }
        return location(reader, "gosub").map { GosubVerb(location: $0, arguments: arguments, keep: kept) }
    }

    /// `keep`: variables and where they come from.
    func kept(
        _ reader: ObjectReader, sensitive: Set<String> = [], check: (String, Position) -> Void
    ) -> [RequestVerb.Kept] {
        guard let value = reader.value("keep") else { return [] }
        guard case .object(let members) = value.content else {
            reader.wrongType("keep", value)
            return []
        }
        return members.compactMap { member in
            write(member.key, at: member.keyPosition, by: .keep, isSensitive: sensitive.contains(member.key))
            guard case .string(let source) = member.value.content else {
                report(.wrongType, at: member.value.position, "\"keep\" needs strings, not \(member.value.kindName)")
                return nil
            }
            check(source, member.value.position)
            return .init(variable: member.key, source: source)
        }
    }

    /// A channel variable, or a dialplan function with its argument: `ACCOUNT`, `CALLERID(num)`.
    func checkChannelVariable(_ name: String, at position: Position) {
        let isWord = { (text: Substring) in
            guard let first = text.utf8.first, !isDigit(first) else { return false }
            return text.utf8.allSatisfy { isDigit($0) || (65...90).contains($0) || (97...122).contains($0) || $0 == 95 }
        }
        let parts = name.split(separator: "(", maxSplits: 1, omittingEmptySubsequences: false)
        let argument = parts.count == 2 ? parts[1] : "a)"
        let isGoodArgument =
            argument.hasSuffix(")") && !argument.dropLast().contains { "()${}\"\\".contains($0) }
        if !isWord(parts[0]) || !isGoodArgument || name.hasControlCharacters {
            report(.badValue, at: position, "\(Self.quoted(name)) is no channel variable such as \"ACCOUNT\"")
        }
    }
}
