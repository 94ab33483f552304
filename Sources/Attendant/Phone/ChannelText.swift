/// Text for CALLERID and channel variables: the one encoder of that way out (menu-format §4.5).
///
/// Control characters, CR, LF and NUL are dropped, and 80 bytes at most are kept, cut at a character. Quotes and
/// backslashes are FastAGI's business.
struct ChannelText {
    let text: String

    /// The most that a telephone or a CDR is given.
    static let mostBytes = 80

    init(_ raw: String) {
        var text = ""
        var bytes = 0
        for character in raw where !Self.isControl(character) {
            bytes += character.utf8.count
            if bytes > Self.mostBytes {
                // A single character that is too long for everything (marks upon marks) leaves its letter.
                if text.isEmpty, let letter = character.unicodeScalars.first { text.unicodeScalars.append(letter) }
                break
            }
            text.append(character)
        }
        self.text = text
    }

    private static func isControl(_ character: Character) -> Bool {
        character.unicodeScalars.contains { scalar in
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator, .surrogate: true
            default: false
            }
        }
    }
}
