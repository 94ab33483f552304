import Foundation
import Rehearsal

/// An account of a call on its way through channel variables, for lines of AGI are short and hold no line ends: JSON,
/// percent-encoded, in pieces.
enum AccountVariables {
    /// How many pieces there are, or why there is no account.
    static let count = "ATTENDANT_REHEARSED"
    /// So long is a piece: Asterisk before 20 takes lines of 2,048 bytes.
    private static let pieceLength = 1_000

    /// The variables of an account, in the order in which they are set; the count is the last.
    static func encode(_ account: CallAccount) -> [(name: String, value: String)] {
        let json = (try? JSONEncoder().encode(account.lines)) ?? Data("[]".utf8)
        let digits = Array("0123456789ABCDEF")
        var text = ""
        for byte in json {
            if (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) {
                text.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                text += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
            }
        }
        var pieces: [(name: String, value: String)] = []
        var rest = text[...]
        while !rest.isEmpty {
            pieces.append(("\(count)_\(pieces.count + 1)", String(rest.prefix(pieceLength))))
            rest = rest.dropFirst(pieceLength)
        }
        return pieces + [(count, "\(pieces.count)")]
    }

    /// The account that variables hold; nil: none, or not all of it.
    static func decode(_ variables: [String: String]) -> CallAccount? {
        guard let count = variables[count].flatMap({ Int($0) }), (1...1_000).contains(count) else { return nil }
        var text = ""
        for place in 1...count {
            guard let piece = variables["\(Self.count)_\(place)"] else { return nil }
            text += piece
        }
        guard let json = text.removingPercentEncoding,
            let lines = try? JSONDecoder().decode([String].self, from: Data(json.utf8))
        else { return nil }
        return CallAccount(lines: lines)
    }
}
