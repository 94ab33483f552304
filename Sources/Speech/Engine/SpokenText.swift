/// The one encoder on the way to the speech engine: text becomes words, never commands.
///
/// eSpeak NG obeys more than markup. Measured with 1.51, no markup flag set: U+0001 "300S" before a text, and the
/// same behind a character of the private use area, changes the speed of that text and of **every later one**.
/// So control and private characters go, whatever flags are set.
public enum SpokenText {
    /// Letters in one run before a blank is put in: no word is that long, and the engine's buffers are small.
    static let longestWord = 60

    /// The text as it is handed to the engine; empty when nothing in it can be spoken.
    ///
    /// - Control characters, line ends, private and unassigned characters become blanks.
    /// - Direction marks and other format characters are dropped, except the two joiners that scripts need.
    /// - `[[` and `]]` are pulled apart, `<` and `&` become blanks.
    public static func plain(_ text: String) -> String {
        isPlain(text) ? text : made(text)
    }

    /// Whether a text of printable ASCII can be handed over as it is, as nearly all are: found out without Unicode's
    /// tables.
    private static func isPlain(_ text: String) -> Bool {
        let space = UInt8(ascii: " ")
        var run = 0
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), UInt8(ascii: "["), UInt8(ascii: "]"):
                return false
            case 0x20...0x7E: run = byte == space ? 0 : run + 1
            default: return false
            }
            guard run < longestWord else { return false }
        }
        return text.utf8.first != space && text.utf8.last != space
    }

    static func made(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var run = 0
        for scalar in text.unicodeScalars {
            switch harmless(scalar, after: result.last) {
            case .keep: result.append(scalar)
            case .blank: result.append(" ")
            case .apart: result.append(contentsOf: [" ", scalar])
            case .drop: continue
            }
            run = result.last.map(isWordScalar) == true ? run + 1 : 0
            if run >= longestWord {
                result.append(" ")
                run = 0
            }
        }
        return trimmed(result)
    }

    /// An English text in which an A among single letters and digits is spelled out: the engine takes it for the
    /// article, and "A B 1" would begin with "uh".
    static func lettered(_ text: String) -> String {
        guard text.contains("A") else { return text }
        let words = text.split(separator: " ", omittingEmptySubsequences: false)
        let isSingle = { (place: Int) in
            words.indices.contains(place) && words[place].count == 1
                && words[place].first.map { $0.isLetter || $0.isNumber } == true
        }
        return words.indices.map { place -> Substring in
            guard words[place] == "A" else { return words[place] }
            // "A 5 minute wait" has the article.
            let leads = isSingle(place + 1) && (words[place + 1].first?.isUppercase == true || isSingle(place + 2))
            return leads || isSingle(place - 1) ? "eh" : "A"
        }.joined(separator: " ")
    }

    private enum Treatment {
        case keep, blank, apart, drop
    }

    private static func harmless(_ scalar: Unicode.Scalar, after last: Unicode.Scalar?) -> Treatment {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", " ", ",", ".": return .keep
        case "<", ">", "&": return .blank
        case "[", "]": return last == scalar ? .apart : .keep
        case "\u{200C}", "\u{200D}": return .keep
        default: break
        }
        switch scalar.properties.generalCategory {
        case .control, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: return .blank
        case .format: return .drop
        default: return .keep
        }
    }

    /// Whether a scalar goes on with a word. Scripts without blanks between words (from U+2E80) need no breaking.
    private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x2E80 && scalar != " " && (scalar.isASCII || !scalar.properties.isWhitespace)
    }

    private static func trimmed(_ scalars: String.UnicodeScalarView) -> String {
        let space: (Unicode.Scalar) -> Bool = { $0.properties.isWhitespace }
        guard let first = scalars.firstIndex(where: { !space($0) }),
            let last = scalars.lastIndex(where: { !space($0) })
        else { return "" }
        return String(scalars[first...last])
    }
}
