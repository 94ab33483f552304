/// Text from outside, made harmless for one line of a log: control characters as `\u{…}`, 200 characters at most.
struct LogText: CustomStringConvertible {
    let description: String

    static let limit = 200

    init(_ text: String) {
        var shown = ""
        for scalar in text.unicodeScalars.prefix(Self.limit) {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned:
                shown += "\\u{\(String(scalar.value, radix: 16))}"
            default: shown.unicodeScalars.append(scalar)
            }
        }
        description = shown
    }
}
