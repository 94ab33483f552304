/// What a filled-in text is for: it says how values are made harmless (§4.5).
public enum TextUse: Sendable {
    /// To be spoken: values pass through `SpokenText`.
    case speech
    /// To be read by people, such as `show` and `label`: values lose control characters, white space is collapsed in
    /// the whole text and its ends are trimmed.
    case display
    /// For anything with an encoder of its own (a URL, a JSON string, a header): each value, formatted, is encoded.
    case encoded(@Sendable (String) -> String)

    /// What is done to the value of a variable before it is formatted.
    func cleaned(_ value: String, of name: String, and: String) -> String {
        switch self {
        case .speech where name == "caller.name": SpokenText.name(SpokenText.neutralised(value, and: and))
        case .speech: SpokenText.neutralised(value, and: and)
        case .display: SpokenText.withoutControls(value)
        case .encoded: value
        }
    }

    /// What is done to a value after it was formatted.
    func encoded(_ value: String) -> String {
        if case .encoded(let encode) = self { encode(value) } else { value }
    }

    /// What is done to the whole text.
    func finished(_ text: String) -> String {
        if case .display = self { collapsed(text) } else { text }
    }
}
