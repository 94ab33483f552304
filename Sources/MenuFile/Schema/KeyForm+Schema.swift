extension KeyForm {
    /// What the keys match, comments aside; nil: they are listed, or anything goes.
    var pattern: String? {
        let name = SchemaPattern.name
        return switch self {
        case .name: name
        case .step: "(?!\(SchemaPattern.oneOf(DecodingContext.reservedSteps))$)\(name)"
        case .callers: "(?!\(SchemaPattern.oneOf(LanguageTables.conditionWords))$)\(name)"
        case .language: SchemaPattern.tag
        case .variable, .assigned:
            "(?!\(SchemaPattern.oneOf(VariableUse.builtIn))$)(?!(?:arg|env)\\.)\(SchemaPattern.variable)"
        case .choice: SchemaPattern.key
        case .day: SchemaPattern.dayKey
        case .date: SchemaPattern.dateKey
        case .pattern: String(SchemaPattern.numbers.dropFirst().dropLast())
        case .header: "[!#$%&'*+.^_`|~0-9A-Za-z-]+"
        case .any, .phrase, .rule: nil
        }
    }

    /// The keys that are known by name, each with its meaning.
    private var listed: [(String, String)] {
        switch self {
        case .phrase: PhraseID.allCases.map { ($0.rawValue, $0.meaning) }
        case .rule:
            RuleID.allCases.filter { $0.severity != .error && $0 != .notSupported }
                .map { ($0.rawValue, $0.meaning) }
        case .day: [("holidays", "A listed holiday: hours, closed, or ignore for an ordinary weekday.")]
        default: []
        }
    }

    /// The schema of an object with such keys.
    func schema(of value: SchemaNode) -> SchemaNode {
        guard self != .any else {
            return ["type": "object", "additionalProperties": value == [:] ? .reference("sent") : value]
        }
        let named = listed.map { key, doc in
            (key, (self == .day ? Self.holidays : value).with([("description", .string(doc))]))
        }
        let comments = isAllData ? [] : [("^x-", SchemaNode.object([]))]
        let patterns =
            (pattern.map { [("^\(isAllData ? "" : SchemaPattern.noComment)\($0)$", value)] } ?? []) + comments
        return [
            "type": "object", "properties": .members(named + (isAllData ? [] : [("note", [:])])),
            "patternProperties": .members(patterns), "additionalProperties": false,
        ]
    }

    private static let holidays: SchemaNode = [
        "type": "string", "pattern": .string("^(?:all day|closed|ignore|\(SchemaPattern.spans))$"),
        "examples": ["closed", "ignore"],
    ]
}
