extension DecodingContext {
    func callbackLists(_ reader: ObjectReader) -> [CallbackList] {
        entries(reader, "callbacks").compactMap { member in
            checkName(member)
            keyPositions["callbacks.\(member.key)"] = member.keyPosition
            path = "callbacks.\(member.key)"
            return entry(member, "a callback list", LanguageTables.callbackList).map { list(member.key, $0) }
        }
    }

    private func list(_ id: String, _ reader: ObjectReader) -> CallbackList {
        let hours = reader.string("hours")
        if let hours, let value = reader.value("hours") { checkSchedule(hours, at: value.position) }
        return CallbackList(
            id: id, email: reader.oneOrMany("email").flatMap { mail($0, reader) }, webhook: webhook(reader),
            within: reader.optionalSeconds("within"), hours: hours, accept: accepted(reader),
            deny: patterns(reader, "deny", reader.list("deny")), expires: reader.seconds("expires"),
            attempts: reader.integer("attempts"), every: reader.seconds("every"))
    }

    /// A person's addresses, or an address.
    private func mail(_ value: JSONValue, _ reader: ObjectReader) -> [String] {
        guard case .string(let string) = value.content else {
            reader.wrongType("email", value)
            return []
        }
        if string.contains("@") { return isAddress(string, at: value.position) ? [string] : [] }
        guard let contact = names.contacts[string] else {
            if !names.people.isBroken {
                reportUnknown(
                    .unknownPerson, at: value.position, word: string,
                    "\(Self.quoted(string)) is not in people, nor an e-mail address", among: names.people.names)
            }
            return []
        }
        uses.insert(.person(string))
        if contact.email.isEmpty, !contact.isBroken {
            report(.unknownPerson, at: value.position, "\(Self.quoted(string)) has no \"email\" in people")
        }
        return contact.email
    }

    private func webhook(_ reader: ObjectReader) -> String? {
        guard let string = reader.plainString("webhook"), let value = reader.value("webhook") else { return nil }
        guard let url = try? Template(parsing: string), checkURL(url, at: value.position) else { return string }
        if !url.variables.isEmpty || string.contains(" ") {
            report(.badValue, at: value.position, "a webhook is a URL without blanks and variables")
        }
        return string
    }

    /// Countries as two capital letters, or prefixes such as "+4420".
    private func accepted(_ reader: ObjectReader) -> [String] {
        reader.list("accept").compactMap { value in
            guard case .string(let string) = value.content else {
                reader.wrongType("accept", value)
                return nil
            }
            if string.hasPrefix("+") {
                let digits = string.dropFirst().filter { $0 != " " }
                if digits.isEmpty || digits.count > 15 || !digits.utf8.allSatisfy(isDigit) {
                    report(.badValue, at: value.position, "\(Self.quoted(string)) is no prefix such as \"+4420\"")
                }
                return "+" + digits
            }
            checkCountry(string, at: value.position)
            return string
        }
    }
}
