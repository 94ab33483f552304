/// Why a string with `{…}` cannot be read.
public enum TemplateError: Error, Equatable, Sendable {
    /// A `{` without its `}`, or with another `{` before it. Holds what follows the brace.
    case unclosedBrace(String)
    /// What stands between the braces is no variable's name.
    case badName(String)
    /// There is no such format.
    case unknownFormat(String)
    /// A format that this release does not have yet.
    case laterFormat(String)
    /// `money` needs a currency of three capital letters.
    case badCurrency(String)
}

extension TemplateError: CustomStringConvertible {
    /// What was expected, in one line.
    public var description: String {
        switch self {
        case .unclosedBrace(let text): "\"{\(text)\" has no closing brace; write {{ for a brace that is spoken"
        case .badName(let text):
            "\"{\(text)}\" names no variable: expected words of a-z, 0-9 and - joined by dots, such as {visit.date}"
        case .unknownFormat(let text):
            "there is no format \"\(text)\": expected " + ValueFormat.words.joined(separator: ", ")
        case .laterFormat(let text): "the format \"\(text)\" comes with a later release"
        case .badCurrency(let text): "\"\(text)\" needs a currency of three capital letters, as in \"money EUR\""
        }
    }
}
