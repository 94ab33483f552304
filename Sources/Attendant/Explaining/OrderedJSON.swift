import MenuFile

/// JSON whose members stand in the order in which they were given, as people write test files.
indirect enum OrderedJSON: Sendable, Equatable {
    case null
    case bool(Bool)
    case number(String)
    case string(String)
    /// JSON text as it stands.
    case raw(String)
    case list([OrderedJSON])
    case object([Member])

    /// A key and its value.
    struct Member: Sendable, Equatable {
        let key: String
        let value: OrderedJSON

        init(_ key: String, _ value: OrderedJSON) {
            self.key = key
            self.value = value
        }
    }

    /// Strings by key, sorted.
    static func strings(_ values: [String: String]) -> OrderedJSON {
        .object(values.sorted { $0.key < $1.key }.map { Member($0.key, .string($0.value)) })
    }

    /// Seconds with as many decimals as they need, two at most.
    static func seconds(_ value: Double) -> OrderedJSON { .number(Self.text(seconds: value)) }

    static func text(seconds: Double) -> String {
        let hundredths = Int((max(0, seconds) * 100).rounded())
        let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
        if rest == 0 { return "\(whole)" }
        return rest % 10 == 0 ? "\(whole).\(rest / 10)" : "\(whole).\(rest < 10 ? "0" : "")\(rest)"
    }

    /// On one line.
    var compact: String {
        switch self {
        case .null: "null"
        case .bool(let value): value ? "true" : "false"
        case .number(let text): text
        case .string(let text): Self.quoted(text)
        case .raw(let text): text
        case .list(let elements): "[" + elements.map(\.compact).joined(separator: ", ") + "]"
        case .object(let members):
            members.isEmpty
                ? "{}"
                : "{ " + members.map { "\(Self.quoted($0.key)): \($0.value.compact)" }.joined(separator: ", ") + " }"
        }
    }

    /// On one line where that fits, else a member or an element a line.
    ///
    /// - Parameters:
    ///   - indent: the blanks before the line that it stands on.
    ///   - used: the columns of that line that are used already.
    func text(indent: Int, used: Int = 0) -> String {
        let short = compact
        if indent + used + short.count <= Self.columns { return short }
        let inner = String(repeating: " ", count: indent + 2)
        let outer = String(repeating: " ", count: indent)
        switch self {
        case .list(let elements) where !elements.isEmpty:
            let lines = elements.map { inner + $0.text(indent: indent + 2) }
            return "[\n" + lines.joined(separator: ",\n") + "\n\(outer)]"
        case .object(let members) where !members.isEmpty:
            let lines = members.map { member in
                let key = Self.quoted(member.key) + ": "
                return inner + key + member.value.text(indent: indent + 2, used: key.count)
            }
            return "{\n" + lines.joined(separator: ",\n") + "\n\(outer)}"
        default: return short
        }
    }

    /// Longer lines are broken.
    private static let columns = 116

    static func quoted(_ text: String) -> String { JSONValue.quoted(text) }
}
