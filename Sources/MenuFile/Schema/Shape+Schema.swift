extension Shape {
    /// The schema of a value of this shape.
    var schema: SchemaNode {
        switch self {
        case .any: [:]
        case .bool: ["type": "boolean"]
        case .integer(let range) where range.lowerBound == range.upperBound:
            ["const": .number(Double(range.lowerBound))]
        case .integer(let range):
            [
                "type": "integer", "minimum": .number(Double(range.lowerBound)),
                "maximum": .number(Double(range.upperBound)),
            ]
        case .number(let range), .seconds(let range):
            ["type": "number", "minimum": .number(range.lowerBound), "maximum": .number(range.upperBound)]
        case .word(let words, _): ["enum": .strings(words)]
        case .string(let form): form.schema
        case .text: .reference("text")
        case .step: .reference("step")
        case .condition: .reference("condition")
        case .target: .reference("target")
        case .scalar: ["type": ["string", "number", "boolean"]]
        case .list(let shape, let least): Self.list(of: shape, atLeast: least)
        case .oneOrMany(let shape): ["anyOf": [shape.schema, Self.list(of: shape, atLeast: 1)]]
        case .object(let table): .reference(table.rawValue)
        case .map(.choice, let shape, _): MenuSchema.choices(of: shape)
        case .map(let key, let shape, let least): Self.map(key, shape, atLeast: least)
        case .schedules: Self.hours
        case .either(let shapes): ["anyOf": .array(shapes.map(\.schema))]
        }
    }

    private static func map(_ key: KeyForm, _ shape: Shape, atLeast least: Int) -> SchemaNode {
        let map = key.schema(of: shape.schema)
        return least == 0 ? map : map.with([("minProperties", .number(Double(least)))])
    }

    private static let hours: SchemaNode = {
        let days = Shape.map(.day, .string(.daySpans))
        let named: SchemaNode = [
            "not": ["propertyNames": ["pattern": "^(?:note$|x-)"]],
            "additionalProperties": ["type": "object"], "properties": ["note": [:]], "patternProperties": ["^x-": [:]],
        ]
        return ["type": "object", "if": named, "then": Shape.map(.name, days).schema, "else": days.schema]
    }()

    private static func list(of shape: Shape, atLeast least: Int) -> SchemaNode {
        let list: SchemaNode = ["type": "array", "items": shape.schema]
        return least == 0 ? list : list.with([("minItems", .number(Double(least)))])
    }
}

extension KeyRule {
    /// The schema of the key's value, with its meaning and default.
    var schema: SchemaNode {
        var node: [(String, SchemaNode)] = [("description", .string(doc))]
        switch fallback {
        case .number(let number)?: node.append(("default", .number(number)))
        case .word(let word)?: node.append(("default", .string(word)))
        case .bool(let bool)?: node.append(("default", .bool(bool)))
        case nil: break
        }
        let value: SchemaNode = isNullable ? ["anyOf": [shape.schema, ["type": "null"]]] : shape.schema
        guard case .object(let members) = value else { return .members(node) }
        return SchemaNode.members(node).with(members.map { ($0.key, $0.value) })
    }
}

extension ObjectTable {
    /// The schema of such an object: the keys of this release, comments, nothing else.
    var schema: SchemaNode {
        let known = rules.filter { !$0.isLater }
        var node: [(String, SchemaNode)] = [
            ("type", "object"), ("properties", .members(known.map { ($0.name, $0.schema) } + [("note", [:])])),
            ("patternProperties", ["^x-": [:]]),
        ]
        let required = known.filter(\.isRequired).map(\.name)
        if !required.isEmpty { node.append(("required", .strings(required))) }
        return .members(node + [("additionalProperties", false)])
    }
}
