/// The JSON Schema (2020-12) of menu files, made from the tables that the reader itself uses. Editors complete and
/// check with it as one types; `attendant check` has the last word, for names and ways through the menu are beyond a
/// schema.
public enum MenuSchema {
    /// The name under which menus beside it refer to the schema: `"$schema": "menu.schema.json"`.
    public static let fileName = "menu.schema.json"

    /// The schema as JSON text, with a line end.
    public static let text = root.text() + "\n"

    private static let root: SchemaNode = {
        let head: SchemaNode = [
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": "Attendant menu file, version 1",
            "description": "One file is one telephone reception. Printed by `attendant schema`.",
        ]
        guard case .object(let file) = LanguageTables.file.schema else { return head }
        return head.with(file.map { ($0.key, $0.value) }).with([
            ("dependentRequired", ["hours": ["timezone"]]), ("$defs", .members(definitions)),
        ])
    }()

    private static var definitions: [(String, SchemaNode)] {
        let verbs = TableName.verbs.map { ($0.rawValue + "-step", verbStep($0)) }
        let own: [(String, SchemaNode)] = [
            ("text", text(of: Shape.text)), ("target", target), ("step", step), ("step-object", stepObject),
            ("plain-step", plainStep), ("condition", condition), ("sent", sent),
        ]
        let tables = TableName.ofMenus.filter { !isDescribedElsewhere($0) }.map { ($0.rawValue, $0.table.schema) }
        return own + verbs + tables
    }

    private static func isDescribedElsewhere(_ table: TableName) -> Bool {
        table == .file || table == .step || table == .condition || table == .ssml
            || TableName.verbs.contains(table) || TableName.laterVerbs.contains(table)
    }

    /// At least one key that is no comment.
    private static let hasOwnKey: SchemaNode = ["not": ["propertyNames": ["pattern": "^(?:note$|x-)"]]]

    static func choices(of shape: Shape) -> SchemaNode {
        KeyForm.choice.schema(of: shape.schema).with([("allOf", [hasOwnKey])])
    }
}

extension MenuSchema {
    /// §3.2: a string, a text per language, a piece, or a list of them.
    private static func text(of shape: Shape) -> SchemaNode {
        let pieces: [TableName] = [.recording, .pause, .tone]
        let perLanguage = KeyForm.language.schema(of: shape.schema).with([("allOf", [hasOwnKey])])
        return [
            "anyOf": .array(
                [
                    ["type": "string", "pattern": .string(SchemaPattern.text)],
                    ["type": "array", "items": shape.schema, "minItems": 1],
                ] + pieces.map { .reference($0.rawValue) } + [perLanguage])
        ]
    }

    private static let target: SchemaNode = ["type": "string", "pattern": .string(SchemaPattern.target)]

    /// §3.3: a name, a list, or an object.
    private static let step: SchemaNode = [
        "anyOf": [
            StringForm.stepName.schema, ["type": "array", "items": .reference("step"), "minItems": 1],
            .reference("step-object"),
        ]
    ]

    /// Which keys go together is said per verb; what each of the common ones holds is said here, once.
    private static let stepObject: SchemaNode = {
        let verbs = TableName.verbs.map(\.verbKey)
        let common = LanguageTables.modifiers + verbs.compactMap { LanguageTables.verbs[$0] }
        let branches = TableName.verbs.map { verb -> SchemaNode in
            ["if": ["required": .strings([verb.verbKey])], "then": .reference(verb.rawValue + "-step")]
        }
        let none: SchemaNode = [
            "if": ["not": ["anyOf": .array(verbs.map { ["required": .strings([$0])] })]],
            "then": .reference("plain-step"),
        ]
        return [
            "type": "object", "properties": .members(common.map { ($0.name, $0.schema) }),
            "dependentSchemas": ["for": ["properties": ["to": ["not": [:]]]]], "allOf": .array(branches + [none]),
        ]
    }()

    private static func verbStep(_ verb: TableName) -> SchemaNode {
        let common = LanguageTables.modifiers.map(\.name) + [verb.verbKey]
        let fields = verb.table.rules.filter { !$0.isLater && !common.contains($0.name) }
        return closed(common.map { ($0, [:]) } + fields.map { ($0.name, $0.schema) })
    }

    /// A step without a verb speaks, or leads on.
    private static let plainStep = closed(LanguageTables.modifiers.map { ($0.name, [:]) }).with([
        ("anyOf", .array(["say", "then", "otherwise"].map { ["required": .strings([$0])] }))
    ])

    private static func closed(_ properties: [(String, SchemaNode)]) -> SchemaNode {
        [
            "properties": .members(properties + [("note", [:])]), "patternProperties": ["^x-": [:]],
            "additionalProperties": false,
        ]
    }

    /// JSON that is sent; its strings may hold variables.
    private static let sent: SchemaNode = [
        "anyOf": [
            StringForm.template.schema, ["type": ["number", "boolean", "null"]],
            ["type": "array", "items": .reference("sent")],
            ["type": "object", "additionalProperties": .reference("sent")],
        ]
    ]

    /// §3.6: words, or an object of tests.
    private static let condition: SchemaNode = {
        let known = LanguageTables.condition.rules.map { ($0.name, $0.schema) }
        let test: SchemaNode = [
            "anyOf": [
                ["type": "string", "pattern": .string(SchemaPattern.variableTest)], ["type": ["number", "boolean"]],
                Shape.list(.scalar, atLeast: 1).schema,
            ]
        ]
        let words = LanguageTables.conditionWords.flatMap { [$0, "not \($0)"] }
        return [
            "anyOf": [
                ["type": "string", "examples": .strings(words)],
                [
                    "type": "object", "properties": .members(known + [("note", [:])]),
                    "patternProperties": .members([
                        ("^x-", [:]), ("^\\{ *\(SchemaPattern.readVariable) *\\}$", test),
                    ]),
                    "additionalProperties": false, "allOf": [hasOwnKey],
                ],
            ]
        ]
    }()
}
