/// Text inside an HTTP header: the one encoder of that way out (menu-format §4.5).
///
/// Control characters, CR, LF and NUL are dropped, so a value can begin no other header; quotes are escaped, and 80 bytes
/// of a value at most are kept, cut at a character.
struct HeaderText {
    let text: String

    /// The most of one value from outside.
    static let mostBytes = 80

    /// A value from outside.
    init(_ value: String) {
        var text = ""
        var bytes = 0
        for character in Self.withoutControls(value) {
            let kept = character == "\"" || character == "\\" ? "\\\(character)" : String(character)
            bytes += kept.utf8.count
            if bytes > Self.mostBytes { break }
            text += kept
        }
        self.text = text
    }

    /// What the server's own configuration gives, a token for instance: it is neither cut nor escaped.
    init(configured value: String) { text = Self.withoutControls(value) }

    /// A text without anything that could end a line.
    static func withoutControls(_ text: String) -> String {
        var clean = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator, .surrogate: continue
            default: clean.append(scalar)
            }
        }
        return String(clean)
    }
}
