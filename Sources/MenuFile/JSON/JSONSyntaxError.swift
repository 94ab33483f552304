/// Why a text is no JSON: the first thing that is wrong, and where.
public struct JSONSyntaxError: Error, Equatable, Sendable {
    /// The first character that cannot continue a JSON text (menu-format, part 10).
    public let position: Position
    /// What is wrong.
    public let problem: Problem

    /// The ways in which a text fails to be JSON.
    public enum Problem: Equatable, Sendable {
        /// The text ends where more is needed.
        case endOfFile(Needed)
        /// Something else is needed here.
        case unexpected(Unicode.Scalar, needed: Needed)
        /// A comma stands before `}` or `]`.
        case trailingComma(before: Character)
        /// A comment.
        case comment
        /// A string that is not closed before the text ends.
        case unterminatedString
        /// A control character that must be escaped, such as the end of a line, in a string.
        case controlCharacter(UInt8)
        /// An escape that JSON does not have.
        case badEscape
        /// Half of a surrogate pair alone.
        case loneSurrogate
        /// Bytes that are not UTF-8.
        case notUTF8
        /// A text in UTF-16 or UTF-32.
        case otherEncoding
        /// Lists and objects nest deeper than this.
        case tooDeep(limit: Int)
        /// The text has more bytes than this.
        case tooLarge(limit: Int)
    }

    /// What JSON needs at a place.
    public enum Needed: Equatable, Sendable {
        /// Any value.
        case value
        /// A key in double quotes.
        case key
        /// A key, or the end of the object.
        case keyOrEnd
        /// A colon after a key.
        case colon
        /// A comma, or the end of the object.
        case commaOrBrace
        /// A comma, or the end of the list.
        case commaOrBracket
        /// A value, or the end of the list.
        case valueOrEnd
        /// The rest of a number.
        case digit
        /// The rest of `true`, `false` or `null`.
        case literal(String)
        /// Nothing more.
        case nothing
    }
}

extension JSONSyntaxError {
    /// What is wrong, as a message says it.
    public var message: String {
        switch problem {
        case .endOfFile(let needed): "the file ends here, but \(needed.text)"
        case .unexpected(let scalar, let needed): "\(needed.text)\(Self.hint(scalar, needed))"
        case .trailingComma(let bracket):
            bracket == "}"
                ? "a key in double quotes is needed here (a comma before } is not allowed)"
                : "a value is needed here (a comma before ] is not allowed)"
        case .comment: "JSON has no comments; write them as the value of the key \"note\""
        case .unterminatedString: "this string is not closed by a double quote"
        case .controlCharacter(let byte): Self.controlText(byte)
        case .badEscape: "\\ must be followed by one of \" \\ / b f n r t or by u and four hexadecimal digits"
        case .loneSurrogate: "this is half of a surrogate pair; write the character itself"
        case .notUTF8: "these bytes are not UTF-8; save the file as UTF-8"
        case .otherEncoding: "the file is not UTF-8; save it as UTF-8"
        case .tooDeep(let limit): "lists and objects nest more than \(limit) levels deep"
        case .tooLarge(let limit): "the file is larger than \(limit) bytes"
        }
    }

    private static func controlText(_ byte: UInt8) -> String {
        switch byte {
        case 0x0A, 0x0D: "a string must end on its line: a double quote is missing, or write \\n"
        case 0x09: "a tab in a string is written \\t"
        default: "a control character in a string is written \\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))"
        }
    }

    private static func hint(_ scalar: Unicode.Scalar, _ needed: Needed) -> String {
        switch (scalar, needed) {
        case ("'", .value), ("'", .valueOrEnd), ("'", .key), ("'", .keyOrEnd):
            " (strings stand in double quotes)"
        case ("\u{201C}", _), ("\u{201D}", _): " (use the plain double quote \")"
        case ("\"", .commaOrBrace), ("\"", .commaOrBracket): " (a comma is missing)"
        case ("0"..."9", .nothing), ("0"..."9", .commaOrBrace), ("0"..."9", .commaOrBracket):
            " (numbers have no leading zero)"
        default: ""
        }
    }
}

extension JSONSyntaxError.Needed {
    /// The need as a clause: "a value is needed here".
    var text: String {
        switch self {
        case .value: "a value is needed here"
        case .key: "a key in double quotes is needed here"
        case .keyOrEnd: "a key in double quotes or } is needed here"
        case .colon: "a colon is needed here"
        case .commaOrBrace: "a comma or } is needed here"
        case .commaOrBracket: "a comma or ] is needed here"
        case .valueOrEnd: "a value or ] is needed here"
        case .digit: "a digit is needed here"
        case .literal(let word): "\"\(word)\" is needed here (texts stand in double quotes)"
        case .nothing: "nothing may follow the end of the outermost value"
        }
    }
}
