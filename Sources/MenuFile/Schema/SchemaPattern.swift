/// The regular expressions of the schema, in the common ground of ECMA-262 and its neighbours: no `\d`, `\p` or flags,
/// whose meaning differs from one validator to the next.
enum SchemaPattern {
    /// Control characters, inside brackets.
    static let controls = #"\u0000-\u001f\u007f-\u009f"#
    /// What is no comment, at the beginning of a key.
    static let noComment = "(?!note$|x-)"

    static let name = "[a-z][a-z0-9-]{0,63}"
    static let variable = #"[a-z][a-z0-9-]*(?:\.[a-z][a-z0-9-]*)*"#
    static let readVariable = "(?:\(variable)|(?:arg|env)\\.[A-Za-z0-9_-]+)"
    static let tag = "[a-z]{2,3}(?:-[A-Za-z0-9]{1,8})*"

    /// `{name:format|if missing}`.
    static let braces: String = {
        let formats = ValueFormat.words.map { $0.hasPrefix("money") ? "money +[A-Z]{3}" : $0 }
        return "\\{ *\(readVariable) *(?:: *(?:\(formats.joined(separator: "|"))) *)?(?:\\|[^{}]*)?\\}"
    }()
    /// Braces where blanks cannot stand.
    private static let tightBraces: String = {
        let formats = ValueFormat.words.filter { !$0.hasPrefix("money") }
        return "\\{\(readVariable)(?::(?:\(formats.joined(separator: "|"))))?(?:\\|[^{} \(controls)]*)?\\}"
    }()

    /// A text with variables in it.
    static let text = #"^(?:[^{\u0000-\u0008\u000b\u000c\u000e-\u001f]|\{\{|"# + braces + ")*$"

    /// The same on one line.
    static let headerValue = "^(?:[^{\(controls)]|\\{\\{|\(braces))*$"

    private static let host = #"(?:[!$-.0-;=A-Z_a-z~]+@)?(?:[A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]{1,5})?"#
    static let url = "^https?://\(host)(?:[/?#][^{} \(controls)]*)?$"
    static let requestLine: String = {
        let methods = DecodingContext.methods.joined(separator: "|")
        return "^(?:\(methods)) https?://\(host)(?:[/?#](?:[^{ \(controls)]|\\{\\{|\(tightBraces))*)?$"
    }()

    /// A variable, a dial string, a name, or a number of up to twenty digits.
    static let target: String = {
        let (none, blanks) = ("[^{/\(controls)]", #"[ .()\u00a0-]*"#)
        let dialString = "[^{\(controls)]*/[^{\(controls)]*"
        let name = "\(none)*[A-Za-z\\u00aa-\\uffff]\(none)*"
        let number = "\(blanks)(?:\\+\(blanks))?(?:[0-9*#]\(blanks)){1,\(DecodingContext.mostDigits)}"
        return "^(?:\\{ *\(readVariable) *\\}|\(dialString)|\(name)|\(number))$"
    }()
    /// Digits with x for any and * for the rest.
    static let numbers: String = {
        let blanks = "[ ().-]*"
        return "^\(blanks)\\+?\(blanks)(?:(?:[0-9x]\(blanks)){1,\(DecodingContext.mostDigits)}\\*?|\\*)\(blanks)$"
    }()

    static let address: String = {
        let half = "[^@ ,;<>\"()\\[\\]\\\\{}\(controls)]+"
        return "\(half)@\(half)"
    }()

    static let key = #"(?:[*#]|0|[1-9x][0-9x]{0,19}|[1-9][0-9]{0,19}-[1-9][0-9]{0,19})"#
}

extension SchemaPattern {
    private static let monthDay =
        "(?:02-(?:0[1-9]|[12][0-9])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)"
        + "|(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01]))"
    private static let date = "[0-9]{4}-\(monthDay)"

    /// The days that holidays have.
    static let dateKey: String = {
        let easter = "easter(?: *[+-] *(?:[01]?[0-9]{1,2}|2[0-4][0-9]|250))?"
        return "(?:\(easter)|\(date)(?: *\\.\\. *\(date))?|\(monthDay))"
    }()
    /// The days of hours.
    static let dayKey: String = {
        let day = "(?:" + Weekday.allCases.map(\.key).joined(separator: "|") + ")"
        return "(?:every day|\(day)(?: *- *\(day))?|\(dateKey))"
    }()

    /// "8:00-12:30, 13:00-17:00".
    static let spans: String = {
        let time = " *(?:[01]?[0-9]|2[0-3])(?::[0-5][0-9])? *"
        let end = "(?:\(time)| *24(?::00)? *)"
        return "\(time)-\(end)(?:,\(time)-\(end))*"
    }()

    static let dateTime =
        "^\(date)[ T](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?"
        + "(?:Z|[+-](?:0[0-9]|1[0-3]):[0-5][0-9]|[+-]14:00)?$"

    private static let decimal = #"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?"#
    static let comparison = "^(?:[<>]=?)? *\(decimal)$"
    /// A value, or a comparison where it begins like one.
    static let variableTest = "^(?:[^<>]|$|[<>]=? *\(decimal)$)"

    static let location: String = {
        let part = " *[^ ,|&${}()\"\\\\\(controls)]+ *"
        return "^\(part),\(part),\(part)$"
    }()
    static let channelVariable = "^[A-Za-z_][A-Za-z0-9_]*(?:\\([^(){}$\"\\\\\(controls)]*\\))?$"
    static let replyPath: String = {
        let field = #"(?:[^.\[\]]+(?:\[[0-9]{1,6}\])*|(?:\[[0-9]{1,6}\])+)"#
        return "^\(field)(?:\\.\(field))*$"
    }()

    /// Any of these words as a whole.
    static func oneOf(_ words: [String]) -> String {
        "(?:" + words.map { $0.replacing(".", with: "\\.") }.joined(separator: "|") + ")"
    }
}
