/// Text as quoted-printable (RFC 2045 §6.7): lines of at most 76 bytes, ASCII only.
///
/// What a mail program on the way may take for its own is written as `=XX` as well: a full stop at the beginning of a
/// line (a lone one ends the input of `sendmail` without `-i`), and "From " (mbox).
enum QuotedPrintable {
    private static let width = 76

    /// Encodes a text; any of CR LF, CR and LF ends a line, NUL is dropped.
    static func encoded(_ text: String) -> String {
        let lines = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
            .split(separator: "\n", omittingEmptySubsequences: false)
        return lines.map { line(Array($0.utf8.filter { $0 != 0 })) }.joined(separator: "\n")
    }

    private static func line(_ bytes: [UInt8]) -> String {
        var result = ""
        var column = 0
        let isFrom = bytes.starts(with: "From ".utf8)
        for (index, byte) in bytes.enumerated() {
            let isLast = index == bytes.count - 1
            let isGuarded = column == 0 && (byte == UInt8(ascii: ".") || (isFrom && index == 0))
            let piece = isGuarded || !isLiteral(byte, isLast: isLast) ? escaped(byte) : String(UnicodeScalar(byte))
            // Room for the soft break's "=", unless nothing follows.
            if column + piece.utf8.count > (isLast ? width : width - 1) {
                result += "=\n"
                column = 0
                let again = byte == UInt8(ascii: ".") ? escaped(byte) : piece
                result += again
                column = again.utf8.count
            } else {
                result += piece
                column += piece.utf8.count
            }
        }
        return result
    }

    private static func isLiteral(_ byte: UInt8, isLast: Bool) -> Bool {
        switch byte {
        case UInt8(ascii: "="): false
        case UInt8(ascii: " "), UInt8(ascii: "\t"): !isLast
        default: (0x21...0x7E).contains(byte)
        }
    }

    private static func escaped(_ byte: UInt8) -> String {
        let digits = Array("0123456789ABCDEF")
        return "=" + String([digits[Int(byte >> 4)], digits[Int(byte & 15)]])
    }
}
