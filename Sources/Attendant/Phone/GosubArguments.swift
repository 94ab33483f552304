/// The arguments of GOSUB: the one encoder of that way out (menu-format §4.5).
///
/// Asterisk splits them at commas outside quotes, parentheses and brackets, and keeps backslashes and quotes in the
/// values (`AST_STANDARD_RAW_ARGS` in app_stack.c): there is no escaping that it takes off again. So what has a meaning
/// is percent-encoded, as `${URIDECODE(${ARG1})}` reads it; plain words and numbers arrive as they are. Each value is
/// what a channel variable may be.
struct GosubArguments {
    let text: String

    init(_ values: [String]) {
        text = values.map { Self.encoded(ChannelText($0).text) }.joined(separator: ",")
    }

    private static func encoded(_ value: String) -> String {
        var text = ""
        for scalar in value.unicodeScalars {
            if "%,()[]{}\"\\$".unicodeScalars.contains(scalar) {
                text += "%" + String(scalar.value, radix: 16, uppercase: true)
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}
