/// Reads one object by its table: tells unknown and missing keys once, then hands out values by key.
struct ObjectReader {
    let context: DecodingContext
    let table: ObjectTable
    /// The object's `{`.
    let position: Position
    /// The members by their key, misspelt keys under the key that was meant.
    private let members: [String: JSONMember]
    /// The members of the table, in the order of the file.
    let ordered: [JSONMember]
    /// Whether a key was found that is not known.
    let hasUnknownKeys: Bool

    init(_ context: DecodingContext, _ table: ObjectTable, members all: [JSONMember], at position: Position) {
        self.context = context
        self.table = table
        self.position = position
        var known: [String: JSONMember] = [:]
        var unknown: [JSONMember] = []
        for member in all where !KeyRule.isComment(member.key) && known[member.key] == nil {
            if let rule = table[member.key], !rule.isLater {
                known[member.key] = member
            } else {
                unknown.append(member)
            }
        }
        var misspelt: Set<String> = []
        for member in unknown {
            guard let meant = Self.reportUnknown(member, table, context), known[meant] == nil else { continue }
            misspelt.insert(meant)
            // A value of another kind was meant for something else; it is not blamed for that.
            guard table[meant]?.shape.mayBe(member.value) == true else { continue }
            known[meant] = JSONMember(key: meant, keyPosition: member.keyPosition, value: member.value)
        }
        members = known
        ordered = known.values.sorted { $0.keyPosition < $1.keyPosition }
        hasUnknownKeys = !unknown.isEmpty
        for rule in table.rules where rule.isRequired && known[rule.name] == nil && !misspelt.contains(rule.name) {
            reportMissing(rule)
        }
    }

    /// The member of a key; nil when it is absent. A part of the language that is not there yet is refused.
    func member(_ key: String) -> JSONMember? { members[key] }

    /// The value of a key.
    func value(_ key: String) -> JSONValue? { members[key]?.value }

    /// Whether the key is there.
    func has(_ key: String) -> Bool { members[key] != nil }

    private func reportMissing(_ rule: KeyRule) {
        if rule.name == "operator" {
            context.report(
                .operatorMissing, at: position,
                "\"operator\" is missing: say what 0, silence and failures lead to, such as a number to ring")
        } else {
            context.report(.missingKey, at: position, "\"\(rule.name)\" is missing in \(table.title)")
        }
    }

    /// Tells an unknown key; returns the key that was probably meant.
    static func reportUnknown(_ member: JSONMember, _ table: ObjectTable, _ context: DecodingContext) -> String? {
        let key = DecodingContext.quoted(member.key)
        if table[member.key]?.isLater == true {
            context.report(.unknownKey, at: member.keyPosition, "\(key) in \(table.title) comes with a later release")
            return nil
        }
        let meant = Suggestion.probable(for: member.key, among: table.names)
        let isVerb = meant.flatMap { TableName.verb($0) }.map { table.title == "\"\($0.verbKey)\"" } ?? false
        let message = "\(key) is not known in \(isVerb ? "a step" : table.title)"
        let owners = TableName.verbs.filter { LanguageTables.fields[$0]?.contains { $0.name == member.key } == true }
        let hint =
            owners.isEmpty
            ? " (perhaps a newer release knows it)"
            : " (it belongs to " + owners.map { "\"\($0.verbKey)\"" }.joined(separator: ", ") + ")"
        context.reportUnknown(
            .unknownKey, at: member.keyPosition, word: member.key, message, among: table.names, otherwise: hint)
        return meant
    }
}
