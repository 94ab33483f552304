/// A caller's name and number, as `SET CALLERID` takes them.
public struct CallerID: Sendable, Hashable {
    /// The most bytes Asterisk keeps of name and number together (`tmp[256]` of `handle_setcallerid`).
    public static let mostBytes = 255

    /// The name to show.
    public var name: String

    /// The number to show; spaces, brackets, dots and dashes are taken out by Asterisk.
    public var number: String

    /// Makes a caller id; an empty name or number is shown as none.
    public init(name: String = "", number: String = "") {
        self.name = name
        self.number = number
    }

    /// The one argument of `SET CALLERID`: `"Name" <number>`.
    ///
    /// Asterisk takes the name from the first `"` to the next one without any escape, and the number from the last `<` to
    /// the next `>` (`ast_callerid_parse`). So a `"` in a name becomes `'`, and a number that holds one of the three is
    /// refused; a backslash in a name becomes `/`, for whoever reads the name next may take it as an escape.
    ///
    /// - Throws: `CommandError.badCallerNumber`, or `.outOfRange` when both are longer than `mostBytes` together.
    func argument() throws(CommandError) -> String {
        guard !number.utf8.contains(where: { Self.delimiters.contains($0) }) else { throw .badCallerNumber }
        // Scalars, for a quote with an accent on it is another Character, but the same byte.
        let shown = String(
            String.UnicodeScalarView(name.unicodeScalars.map { $0 == "\"" ? "'" : $0 == "\\" ? "/" : $0 }))
        let argument = "\"\(shown)\" <\(number)>"
        guard argument.utf8.count <= Self.mostBytes else {
            throw .outOfRange(argument: "caller id", allowed: "at most \(Self.mostBytes) bytes")
        }
        return argument
    }

    private static let delimiters: [UInt8] = [UInt8(ascii: "<"), UInt8(ascii: ">"), Byte.quote]
}
