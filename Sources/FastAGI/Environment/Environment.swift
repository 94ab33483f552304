/// What Asterisk says about a call before the first command: the block of `agi_…` lines.
///
/// All of it but the dialplan's own fields is text of a stranger: a caller chooses their name, and often their number.
/// It is kept as the bytes that came; strings are made when asked for.
public struct Environment: Sendable, Equatable {
    /// A value of the block: what it is and where it stands in `bytes`.
    struct Field: Sendable, Equatable {
        let key: EnvironmentKey
        let range: Range<Int>
    }

    /// All kept values, one behind the other.
    let bytes: [UInt8]

    let fields: [Field]

    /// Lines with a name this library does not know, in their order, at most `mostExtras`; the rest is dropped.
    public let extras: [Extra]

    /// The most unknown lines that are kept.
    public static let mostExtras = 32

    /// A line with a name this library does not know.
    public struct Extra: Sendable, Equatable {
        /// The name before `: `, with its `agi_`; the whole line when it has none.
        public let name: String
        /// The value behind `: `.
        public let value: String
    }

    func raw(_ key: EnvironmentKey.Known) -> ArraySlice<UInt8>? {
        guard let field = fields.first(where: { $0.key == .known(key) }) else { return nil }
        return bytes[field.range]
    }

    func text(_ key: EnvironmentKey.Known) -> String? {
        raw(key).map { String(lenient: $0) }
    }

    /// Text of a field in which Asterisk writes the word `unknown` for nothing; empty is nothing, too.
    func textUnlessUnknown(_ key: EnvironmentKey.Known) -> String? {
        guard let value = raw(key), !value.isEmpty, !value.elementsEqual("unknown".utf8) else { return nil }
        return String(lenient: value)
    }

    func number(_ key: EnvironmentKey.Known) -> Int? {
        raw(key).flatMap { Int(decimal: $0) }
    }
}
