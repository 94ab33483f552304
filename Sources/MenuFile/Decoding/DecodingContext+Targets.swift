extension DecodingContext {
    /// The most digits of a number: E.164 has 15, and a prefix for the trunk may stand before them.
    static let mostDigits = 20

    /// Decodes one Target or a list of them.
    func targets(_ value: JSONValue, of key: String, inPeople: Bool = false) -> [Target] {
        guard case .array(let elements) = value.content else {
            return target(value, of: key, inPeople: inPeople).map { [$0] } ?? []
        }
        if elements.isEmpty { report(.badValue, at: value.position, "\"\(key)\" needs at least one target") }
        return elements.compactMap { target($0, of: key, inPeople: inPeople) }
    }

    /// Decodes a Target (§3): a person, a number, a dial string, or exactly one variable.
    private func target(_ value: JSONValue, of key: String, inPeople: Bool) -> Target? {
        guard case .string(let string) = value.content else {
            report(
                .wrongType, at: value.position,
                "\"\(key)\" needs a person, a number or a dial string in quotes, not \(value.kindName)")
            return nil
        }
        if string.isEmpty || string.hasControlCharacters {
            report(.badValue, at: value.position, "\(Self.quoted(string)) is no person, number or dial string")
            return nil
        }
        if string.contains("{") { return variableTarget(string, at: value.position) }
        if string.contains("/") { return .dialString(string) }
        if !inPeople, names.people.contains(string) { return person(string, at: value.position) }
        if let number = Self.number(string) { return number }
        reportNoTarget(string, at: value.position, inPeople: inPeople)
        return nil
    }

    private func person(_ name: String, at position: Position) -> Target {
        uses.insert(.person(name))
        if let contact = names.contacts[name], !contact.isRung {
            report(.unknownPerson, at: position, "\(Self.quoted(name)) has no \"ring\" in people")
        }
        return .person(name)
    }

    /// `{variable}` alone; a variable anywhere else in a dial string could dial anything (§4.5).
    private func variableTarget(_ string: String, at position: Position) -> Target? {
        guard let template = try? Template(parsing: string), !template.variables.isEmpty else {
            report(.badValue, at: position, "\(Self.quoted(string)) is no person, number or dial string")
            return nil
        }
        guard case .variable(let name, nil, nil)? = template.parts.first, template.parts.count == 1 else {
            report(
                .dialVariable, at: position,
                "\(Self.quoted(string)): a variable may only be rung as a whole, as in \"{keys}\"")
            return nil
        }
        read(name, at: position, for: .dialled, isGuarded: true)
        return .variable(name)
    }

    private func reportNoTarget(_ string: String, at position: Position, inPeople: Bool) {
        let quoted = Self.quoted(string)
        guard string.unicodeScalars.contains(where: { $0.properties.isAlphabetic }) else {
            return report(.badValue, at: position, "\(quoted) is no number: at most \(Self.mostDigits) digits")
        }
        if inPeople {
            return report(
                .unknownPerson, at: position,
                "\(quoted) is no number or dial string, and people cannot ring other people")
        }
        guard names.people.accepts(string) == false else { return }
        reportUnknown(
            .unknownPerson, at: position, word: string, "\(quoted) is not in people", among: names.people.names)
    }

    /// A number as written by a person: spaces and dashes are ignored; at most six digits without + are inside.
    static func number(_ string: String) -> Target? {
        let digits = string.filter { !" -().\u{A0}".contains($0) }
        let rest = digits.hasPrefix("+") ? digits.dropFirst() : digits[...]
        guard !rest.isEmpty, rest.count <= mostDigits,
            rest.utf8.allSatisfy({ isDigit($0) || $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "#") })
        else { return nil }
        return !digits.hasPrefix("+") && rest.count <= 6 ? .inside(digits) : .outside(digits)
    }

    /// Whom a callback or a message is for: a list of `callbacks` (callbacks only), a person or an address.
    func callbackTarget(_ value: JSONValue, of verb: String, listsToo: Bool) -> CallbackTarget? {
        guard case .string(let string) = value.content else {
            let what = listsToo ? "a callback list, a person or an e-mail address" : "a person or an e-mail address"
            report(.wrongType, at: value.position, "\"\(verb)\" needs \(what), not \(value.kindName)")
            return nil
        }
        if string.contains("@") {
            return isAddress(string, at: value.position) ? .address(string) : nil
        }
        if listsToo, names.callbacks.contains(string) {
            uses.insert(.callbackList(string))
            return .list(string)
        }
        if names.people.contains(string) {
            uses.insert(.person(string))
            return .person(string)
        }
        if names.people.isBroken || (listsToo && names.callbacks.isBroken) { return nil }
        let places = listsToo ? "callbacks or people" : "people"
        reportUnknown(
            .unknownPerson, at: value.position, word: string,
            "\(Self.quoted(string)) is not in \(places), nor an e-mail address",
            among: (listsToo ? names.callbacks.names : []) + names.people.names)
        return nil
    }

    /// Checks an address as far as it can be: one @ with something on both sides, no blanks or control characters.
    func isAddress(_ string: String, at position: Position) -> Bool {
        let halves = string.split(separator: "@", omittingEmptySubsequences: false)
        let isGood =
            halves.count == 2 && halves.allSatisfy { !$0.isEmpty } && string.utf8.count <= 254
            && !string.hasControlCharacters && !string.contains { " ,;<>\"()[]\\{}".contains($0) }
        if !isGood { report(.badValue, at: position, "\(Self.quoted(string)) is no e-mail address") }
        return isGood
    }
}
