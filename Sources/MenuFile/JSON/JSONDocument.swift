/// A parsed JSON text.
public struct JSONDocument: Sendable {
    /// The outermost value.
    public let root: JSONValue
    /// Keys that stand twice in one object: the later ones, in the order of the text.
    public let duplicates: [DuplicateKey]

    /// A key that its object has already.
    public struct DuplicateKey: Sendable, Hashable {
        /// The key.
        public let key: String
        /// The opening quote of the repeated key.
        public let position: Position
        /// The opening quote of the key's first appearance.
        public let first: Position
    }

    /// Parses a JSON text (RFC 8259), strictly: UTF-8, a byte order mark accepted, no comments, no trailing commas.
    ///
    /// - Throws: the first thing that is wrong. A repeated key is no syntax error; it is listed in `duplicates`.
    public static func parse(
        _ bytes: [UInt8], limits: JSONLimits = .standard
    ) throws(JSONSyntaxError) -> JSONDocument {
        var parser = JSONParser(bytes: bytes, limits: limits)
        return try parser.parse()
    }
}
