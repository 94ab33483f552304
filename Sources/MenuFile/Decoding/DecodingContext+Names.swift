extension DecodingContext {
    /// Gathers the names that the file defines, before anything uses them. `all` holds repeated keys, too: what a
    /// repeated key defines is not missing.
    func gatherNames(_ reader: ObjectReader, all: [JSONMember]) {
        names.hasClosed = reader.has("closed")
        names.steps = list(reader, "steps", all)
        names.people = list(reader, "people", all)
        names.callbacks = list(reader, "callbacks", all)
        names.callers = list(reader, "callers", all)
        names.notices = list(reader, "notices", all)
        for member in values(reader, "people", all).flatMap({ Self.entries($0) ?? [] }) {
            names.contacts[member.key] = Self.contact(member.value)
        }
        names.schedules = schedules(reader)
    }

    /// The values of a key: of all its appearances.
    private func values(_ reader: ObjectReader, _ key: String, _ all: [JSONMember]) -> [JSONValue] {
        let repeated = all.filter { $0.key == key }.map(\.value)
        return repeated.isEmpty ? reader.value(key).map { [$0] } ?? [] : repeated
    }

    private func list(_ reader: ObjectReader, _ key: String, _ all: [JSONMember]) -> NameList {
        var list = NameList()
        for value in values(reader, key, all) {
            guard let entries = Self.entries(value) else {
                list.isBroken = true
                continue
            }
            for entry in entries { list.add(entry.key) }
        }
        return list
    }

    /// The members that are no comments; nil when it is no object.
    static func entries(_ value: JSONValue) -> [JSONMember]? {
        guard case .object(let members) = value.content else { return nil }
        var seen: Set<String> = []
        return members.filter { !KeyRule.isComment($0.key) && seen.insert($0.key).inserted }
    }

    private func schedules(_ reader: ObjectReader) -> NameList {
        guard let value = reader.value("hours") else { return NameList() }
        var list = NameList()
        guard let entries = Self.entries(value) else {
            list.isBroken = true
            return list
        }
        for name in Self.areSchedules(entries) ? entries.map(\.key) : ["office"] { list.add(name) }
        return list
    }

    /// Whether the entries of `hours` are named schedules: all are objects (part 10).
    static func areSchedules(_ entries: [JSONMember]) -> Bool {
        !entries.isEmpty && entries.allSatisfy { if case .object = $0.value.content { true } else { false } }
    }

    private static func contact(_ value: JSONValue) -> FileNames.Contact {
        var contact = FileNames.Contact()
        guard let entries = entries(value) else {
            contact.isRung = true
            return contact
        }
        // A misspelt key is told where it stands; the person is not to blame for it.
        let isComplete = entries.allSatisfy { LanguageTables.person[$0.key] != nil }
        contact.isRung = !isComplete || entries.contains { $0.key == "ring" }
        contact.hasMailbox = !isComplete || entries.contains { $0.key == "mailbox" }
        if let email = entries.first(where: { $0.key == "email" }) {
            contact.email = strings(email.value)
        }
        contact.isBroken = !isComplete
        return contact
    }

    /// The strings of a value that is one or a list of them.
    static func strings(_ value: JSONValue) -> [String] {
        let values = if case .array(let elements) = value.content { elements } else { [value] }
        return values.compactMap { if case .string(let string) = $0.content { string } else { nil } }
    }

    /// Checks the name of an entry of the file.
    func checkName(_ member: JSONMember, reserved: [String] = [], _ why: String = "") {
        let name = member.key
        let first = name.utf8.first.map { (97...122).contains($0) } ?? false
        let isName = first && name.utf8.allSatisfy { (97...122).contains($0) || isDigit($0) || $0 == 45 }
        if reserved.contains(name) {
            report(.reservedName, at: member.keyPosition, "\(Self.quoted(name)) \(why)")
        } else if !isName || name.utf8.count > 64 {
            report(
                .badName, at: member.keyPosition,
                "\(Self.quoted(name)) is no name: use a-z, 0-9 and -, beginning with a letter, at most 64")
        }
    }

    /// The entries of a key that must be an object; none when it is absent or something else.
    func entries(_ reader: ObjectReader, _ key: String) -> [JSONMember] {
        guard let value = reader.value(key) else { return [] }
        reader.refuse(key)
        guard let entries = Self.entries(value) else {
            reader.wrongType(key, value)
            return []
        }
        return entries
    }
}
