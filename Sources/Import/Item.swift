import MenuFile

/// A JSON value in the making; the members of an object keep their order.
indirect enum Item: Sendable, Equatable {
    case text(String)
    case number(Int)
    case bool(Bool)
    case list([Item])
    case object([Member])

    struct Member: Sendable, Equatable {
        let key: String
        let value: Item
    }

    static func object(_ members: KeyValuePairs<String, Item?>) -> Item {
        .object(members.compactMap { key, value in value.map { Member(key: key, value: $0) } })
    }

    /// The value on as few lines as are easy to read: what fits on one stays on one.
    func formatted(_ indent: Int = 0) -> String {
        let short = oneLine
        if short.count + indent <= 100, indent > 0 { return short }
        let pad = String(repeating: " ", count: indent + 2)
        let end = String(repeating: " ", count: indent)
        switch self {
        case .list(let items) where !items.isEmpty:
            return "[\n" + items.map { pad + $0.formatted(indent + 2) }.joined(separator: ",\n") + "\n\(end)]"
        case .object(let members) where !members.isEmpty:
            let lines = members.map { "\(pad)\(Self.quoted($0.key)): \($0.value.formatted(indent + 2))" }
            return "{\n" + lines.joined(separator: ",\n") + "\n\(end)}"
        default: return short
        }
    }

    private var oneLine: String {
        switch self {
        case .text(let text): Self.quoted(text)
        case .number(let number): "\(number)"
        case .bool(let value): value ? "true" : "false"
        case .list(let items): "[" + items.map(\.oneLine).joined(separator: ", ") + "]"
        case .object(let members) where members.isEmpty: "{}"
        case .object(let members):
            "{ " + members.map { "\(Self.quoted($0.key)): \($0.value.oneLine)" }.joined(separator: ", ") + " }"
        }
    }

    private static func quoted(_ text: String) -> String { JSONValue.quoted(text) }
}
