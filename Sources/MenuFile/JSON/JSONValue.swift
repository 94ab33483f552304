/// A JSON value with the place where it stands; the members of objects keep the order of the text.
public struct JSONValue: Sendable, Hashable {
    /// The first character of the value; for a string its opening quote.
    public let position: Position
    /// What it is.
    public let content: Content

    /// The seven kinds of JSON values, true and false being one.
    public enum Content: Sendable, Hashable {
        /// `null`.
        case null
        /// `true` or `false`.
        case bool(Bool)
        /// A number as it is written: "8", "-0.5", "1e3". Its size is not limited here.
        case number(String)
        /// A string, escapes resolved.
        case string(String)
        /// A list.
        case array([JSONValue])
        /// An object, its members in the order of the text, duplicates included.
        case object([JSONMember])
    }

    /// A value at a place.
    public init(position: Position, content: Content) {
        self.position = position
        self.content = content
    }

    /// The kind as it is named in messages: "a string", "an object".
    public var kindName: String {
        switch content {
        case .null: "null"
        case .bool(let value): value ? "true" : "false"
        case .number: "a number"
        case .string: "a string"
        case .array: "a list"
        case .object: "an object"
        }
    }
}

/// One member of a JSON object.
public struct JSONMember: Sendable, Hashable {
    /// The key, escapes resolved.
    public let key: String
    /// The opening quote of the key.
    public let keyPosition: Position
    /// The value.
    public let value: JSONValue

    /// A member.
    public init(key: String, keyPosition: Position, value: JSONValue) {
        self.key = key
        self.keyPosition = keyPosition
        self.value = value
    }
}
