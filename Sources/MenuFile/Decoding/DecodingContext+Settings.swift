extension DecodingContext {
    /// `language`: decoded first, for every text depends on it.
    func languages(_ reader: ObjectReader) -> NameList {
        var list = NameList()
        for value in reader.oneOrMany("language") {
            guard case .string(let tag) = value.content else {
                reader.wrongType("language", value)
                list.isBroken = true
                continue
            }
            checkTag(tag, at: value.position, isRepeated: list.contains(tag))
            list.add(tag)
        }
        if list.names.isEmpty { list.add("en") }
        if list.names.count > 1, let member = reader.member("language") {
            refuse(.severalLanguages, at: member.keyPosition, "\"language\" with more than one tag")
        }
        return list
    }

    private func checkTag(_ tag: String, at position: Position, isRepeated: Bool) {
        let parts = tag.split(separator: "-", omittingEmptySubsequences: false)
        let isTag =
            parts.allSatisfy { (1...8).contains($0.utf8.count) && $0.utf8.allSatisfy(Self.isLetterOrDigit) }
            && (2...3).contains(parts[0].utf8.count) && parts[0].utf8.allSatisfy { (97...122).contains($0) }
        if isRepeated {
            report(.badValue, at: position, "\(Self.quoted(tag)) stands twice in \"language\"")
        } else if tag == "ask" {
            report(.reservedName, at: position, "\"ask\" is no language: the verb \"language\" asks which by this word")
        } else if !isTag {
            reportUnknown(
                .unknownLanguage, at: position, word: tag, "\(Self.quoted(tag)) is no language tag such as \"en\"",
                among: ["en", "pl", "ru", "id", "zh", "de", "fr", "es"])
        }
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        isDigit(byte) || (65...90).contains(byte) || (97...122).contains(byte)
    }

    /// `voice`: one voice for the first language, or one per language.
    func voices(_ reader: ObjectReader) -> [String: VoiceSettings] {
        guard let value = reader.value("voice") else { return [:] }
        if case .string = value.content {
            return [names.languages.names[0]: VoiceSettings(voice: voiceName(value))]
        }
        guard case .object = value.content else {
            reader.wrongType("voice", value)
            return [:]
        }
        var voices: [String: VoiceSettings] = [:]
        for member in Self.entries(value) ?? [] where language(key: member) { voices[member.key] = voice(member.value) }
        return voices
    }

    private func voice(_ value: JSONValue) -> VoiceSettings {
        guard case .object(let members) = value.content else { return VoiceSettings(voice: voiceName(value)) }
        let reader = ObjectReader(self, LanguageTables.voice, members: members, at: value.position)
        let number = { (key: String) in reader.number(key).map { Int($0) } }
        return VoiceSettings(
            voice: reader.value("voice").flatMap { voiceName($0) }, speed: number("speed"), pitch: number("pitch"),
            gap: number("gap"), volume: number("volume"))
    }

    /// A name such as "en-us+f2" or "mb/mb-pl1"; it becomes part of a path inside eSpeak NG.
    private func voiceName(_ value: JSONValue) -> String? {
        guard case .string(let name) = value.content else {
            report(.wrongType, at: value.position, "a voice needs a name or an object, not \(value.kindName)")
            return nil
        }
        let isGood =
            !name.isEmpty && name.utf8.count <= 64 && !name.contains("..") && !name.hasPrefix("/")
            && name.utf8.allSatisfy { Self.isLetterOrDigit($0) || "+-_/!".utf8.contains($0) }
        if !isGood {
            report(.badValue, at: value.position, "\(Self.quoted(name)) is no voice such as \"en-us+f2\"")
        }
        return name
    }

    func keys(_ reader: ObjectReader) -> KeySettings {
        guard let inner = object(reader, "keys", LanguageTables.keys) else { return .standard }
        return KeySettings(
            wait: inner.seconds("wait"), between: inner.seconds("between"), wrong: inner.integer("wrong"),
            silent: inner.integer("silent"), impatient: inner.integer("impatient"))
    }

    func limits(_ reader: ObjectReader) -> CallLimits {
        guard let inner = object(reader, "limits", LanguageTables.limits) else { return .standard }
        return CallLimits(
            call: inner.seconds("call"), steps: inner.integer("steps"), returns: inner.integer("returns"),
            mistakes: inner.integer("mistakes"), depth: inner.integer("depth"))
    }

    /// A reader of a key that must be an object of a table; nil when it is absent or something else.
    func object(_ reader: ObjectReader, _ key: String, _ table: ObjectTable) -> ObjectReader? {
        guard let value = reader.value(key) else { return nil }
        guard case .object(let members) = value.content else {
            reader.wrongType(key, value)
            return nil
        }
        return ObjectReader(self, table, members: members, at: value.position)
    }

    func dial(_ reader: ObjectReader) -> DialTemplates {
        guard let inner = object(reader, "dial", LanguageTables.dial) else {
            return DialTemplates(inside: nil, outside: nil)
        }
        return DialTemplates(inside: dialTemplate(inner, "inside"), outside: dialTemplate(inner, "outside"))
    }

    private func dialTemplate(_ reader: ObjectReader, _ key: String) -> String? {
        guard let string = reader.plainString(key), let value = reader.value(key) else { return nil }
        let variables = (try? Template(parsing: string))?.variables ?? []
        if let other = variables.first(where: { $0 != "number" }) {
            report(.dialVariable, at: value.position, "{\(other)} must not stand in a dial string, only {number}")
        } else if !isTemplate(string) {
            report(
                .badValue, at: value.position,
                "\"\(key)\" must be a dial string with {number} in it once, such as \"PJSIP/{number}\"")
        }
        return string
    }

    /// Whether `{number}` stands in a dial string once, as it is.
    private func isTemplate(_ string: String) -> Bool {
        let number = Template.Part.variable(name: "number", format: nil, ifMissing: nil)
        let parts = (try? Template(parsing: string))?.parts ?? []
        return parts.count { $0 == number } == 1 && string.contains("/")
    }
}
