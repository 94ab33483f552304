/// The JSON Schema (2020-12) of call tests, `heating.test.json`, made from the tables that their reader uses. Names of
/// people, lists and steps are beyond a schema; `attendant check` has the last word.
public enum CallTestSchema {
    /// The name under which call tests beside it refer to the schema: `"$schema": "test.schema.json"`.
    public static let fileName = "test.schema.json"

    /// The schema as JSON text, with a line end.
    public static let text = root.text() + "\n"

    private static let root: SchemaNode = {
        let head: SchemaNode = [
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": "Attendant call tests, version 1",
            "description": "Calls with which a menu is tried. Printed by `attendant schema --tests`.",
        ]
        guard case .object(let file) = LanguageTables.testFile.schema else { return head }
        let definitions = TableName.ofCallTests.filter { $0 != .testFile }.map { ($0.rawValue, schema(of: $0)) }
        return head.with(file.map { ($0.key, $0.value) }).with([("$defs", .members(definitions))])
    }()

    private static func schema(of table: TableName) -> SchemaNode {
        switch table {
        case .callTest: table.table.schema.refining(["script": script, "people": people])
        case .expectation: table.table.schema.refining(["variables": variables])
        default: table.table.schema
        }
    }

    private static let seconds = "(?:[0-9]+[.]?[0-9]*|[.][0-9]+)"

    /// What the lines of a script and the telephones of a world look like is said by their reader, not by a table.
    private static let script: SchemaNode = {
        let acts = [
            "press [0-9*#]{1,64}(?: now| at \(seconds))?", "silence", "speak \(seconds)", "hang up(?: at \(seconds))?",
            "(?:not )?hear .*[^ \\t\\n\\r].*",
        ]
        let line: SchemaNode = [
            "type": "string", "pattern": .string("^(?:\(acts.joined(separator: "|")))$"),
            "examples": ["press 1", "silence", "speak 6", "hang up", "hear ", "not hear "],
        ]
        return ["type": "array", "items": line, "maxItems": .number(Double(CallTestLoader.mostLines))]
    }()

    private static let people: SchemaNode = [
        "type": "object",
        "additionalProperties": [
            "type": "string", "pattern": .string("^(?:answers(?: after \(seconds))?|busy|offline|no-answer)$"),
            "examples": ["answers", "answers after 6", "busy", "offline", "no-answer"],
        ],
    ]

    private static let variables: SchemaNode = KeyForm.variable.schema(of: ["type": ["string", "null"]])
}

extension SchemaNode {
    /// The schema of an object with more said of some of its properties; their descriptions stay.
    fileprivate func refining(_ properties: [String: SchemaNode]) -> SchemaNode {
        guard case .object(let members) = self else { return self }
        return .object(
            members.map { member in
                guard member.key == "properties", case .object(let known) = member.value else { return member }
                return Member(key: member.key, value: .object(known.map { $0.refined(by: properties[$0.key]) }))
            })
    }
}

extension SchemaNode.Member {
    fileprivate func refined(by node: SchemaNode?) -> SchemaNode.Member {
        guard case .object(let own) = value, case .object(let better)? = node else { return self }
        return Self(key: key, value: .object(own.filter { $0.key == "description" } + better))
    }
}
