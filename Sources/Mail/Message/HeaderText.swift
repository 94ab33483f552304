internal import Foundation

/// The one way in which a text that others wrote gets into a header (RFC 5322 §2.2, RFC 2047).
enum HeaderText {
    /// A header's text is cut after so many characters.
    static let longest = 500
    /// The longest line that a header should have (RFC 5322 §2.1.1 recommends 78 at most).
    static let width = 76
    /// The longest word that is written as it is; a longer one could not be folded.
    static let longestPlain = 60
    /// So many bytes go into one encoded-word: 64 with its frame, which fits behind the longest name of a header of
    /// ours (RFC 2047 §2 allows lines of 76).
    static let bytesInWord = 39

    /// The text without what does not belong into a line: controls (CR, LF, NUL among them), line separators, and marks
    /// that turn the direction of what follows. Cut to `longest`.
    static func printable(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars where !isForbidden(scalar) {
            scalars.append(scalar)
            if scalars.count == longest { break }
        }
        return String(scalars)
    }

    /// One header, ending with a line feed, folded where it is long.
    static func header(_ name: String, text: String) -> String {
        let text = printable(text)
        guard needsEncoding(text) || text.split(separator: " ").contains(where: { $0.count > longestPlain }) else {
            return folded(name, words: text.split(separator: " ").map(String.init))
        }
        return folded(name, words: encodedWords(text))
    }

    /// One header of words of our own making, such as addresses: ASCII, folded between them.
    static func folded(_ name: String, words: [String]) -> String {
        var lines = ""
        var line = name + ":"
        for word in words {
            if line.utf8.count + 1 + word.utf8.count > width && line != name + ":" {
                lines += line + "\n"
                line = ""
            }
            line += " " + word
        }
        return lines + line + "\n"
    }

    /// The words of a name before an address: an atom or several, a quoted string, or encoded-words.
    static func phrase(_ text: String) -> [String] {
        guard !needsEncoding(text), text.utf8.count <= longestPlain else { return encodedWords(text) }
        let isAtoms = text.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || $0 == " " || $0 == "-" }
        guard !isAtoms else { return [text] }
        return ["\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""]
    }

    private static func needsEncoding(_ text: String) -> Bool {
        // A text that looks like an encoded-word would be decoded by the reader into what nobody wrote.
        text.contains("=?") || text.hasPrefix(" ") || text.hasSuffix(" ") || text.contains("  ")
            || text.utf8.contains { $0 >= 0x7F }
    }

    /// `=?UTF-8?B?…?=` words, each whole characters of at most `bytesInWord`.
    private static func encodedWords(_ text: String) -> [String] {
        var words: [String] = []
        var bytes: [UInt8] = []
        for scalar in text.unicodeScalars {
            let more = Array(String(scalar).utf8)
            if bytes.count + more.count > bytesInWord {
                words.append(encodedWord(bytes))
                bytes = []
            }
            bytes += more
        }
        return words + (bytes.isEmpty ? [] : [encodedWord(bytes)])
    }

    private static func encodedWord(_ bytes: [UInt8]) -> String {
        "=?UTF-8?B?" + Data(bytes).base64EncodedString() + "?="
    }

    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: true
        default: false
        }
    }
}
