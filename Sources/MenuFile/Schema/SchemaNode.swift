/// A JSON value of a schema. The members of objects keep their order, so that the schema reads like the tables.
indirect enum SchemaNode: Sendable, Equatable {
    case string(String)
    case number(Double)
    case bool(Bool)
    case array([SchemaNode])
    case object([Member])

    /// One member of an object.
    struct Member: Sendable, Equatable {
        let key: String
        let value: SchemaNode
    }
}

extension SchemaNode: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    init(stringLiteral value: String) { self = .string(value) }
    init(booleanLiteral value: Bool) { self = .bool(value) }
    init(integerLiteral value: Int) { self = .number(Double(value)) }
    init(arrayLiteral elements: SchemaNode...) { self = .array(elements) }
    init(dictionaryLiteral elements: (String, SchemaNode)...) {
        self = .object(elements.map { Member(key: $0, value: $1) })
    }
}

extension SchemaNode {
    /// An object with these members after its own. What is no object stays as it is.
    func with(_ more: [(String, SchemaNode)]) -> SchemaNode {
        guard case .object(let members) = self else { return self }
        return .object(members + more.map { Member(key: $0, value: $1) })
    }

    /// An object of members that are computed.
    static func members(_ members: [(String, SchemaNode)]) -> SchemaNode {
        .object(members.map { Member(key: $0, value: $1) })
    }

    /// A list of strings.
    static func strings(_ strings: [String]) -> SchemaNode { .array(strings.map(SchemaNode.string)) }

    /// Where a part of the schema stands that is used in several places.
    static func reference(_ name: String) -> SchemaNode { ["$ref": .string("#/$defs/\(name)")] }
}

extension SchemaNode {
    /// The longest line that a value is written on as a whole.
    private static let longestLine = 100

    /// The value as JSON text, indented by `depth` steps where it needs several lines.
    func text(depth: Int = 0) -> String {
        let line = self.line
        if line.count <= Self.longestLine { return line }
        let indent = String(repeating: "  ", count: depth + 1)
        let end = "\n" + String(repeating: "  ", count: depth)
        switch self {
        case .array(let elements):
            return "[\n" + elements.map { indent + $0.text(depth: depth + 1) }.joined(separator: ",\n") + end + "]"
        case .object(let members):
            let lines = members.map { "\(indent)\(Self.quoted($0.key)): \($0.value.text(depth: depth + 1))" }
            return "{\n" + lines.joined(separator: ",\n") + end + "}"
        default: return line
        }
    }

    private var line: String {
        switch self {
        case .string(let string): Self.quoted(string)
        case .number(let number): number.rounded() == number ? String(Int(number)) : String(number)
        case .bool(let bool): String(bool)
        case .array(let elements): "[" + elements.map(\.line).joined(separator: ", ") + "]"
        case .object(let members) where members.isEmpty: "{}"
        case .object(let members):
            "{ " + members.map { "\(Self.quoted($0.key)): \($0.value.line)" }.joined(separator: ", ") + " }"
        }
    }

    /// The strings of a schema are our own and hold no control characters.
    private static func quoted(_ string: String) -> String {
        "\"" + string.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
