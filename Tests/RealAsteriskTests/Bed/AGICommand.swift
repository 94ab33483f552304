import Foundation

/// One FastAGI command of a call, as Asterisk logged it.
struct AGICommand: Sendable, Equatable {
    /// Seconds since 1970 at which Asterisk had read it.
    let began: Double
    let text: String
    var ended: Double?
    /// Missing while the command runs.
    var reply: String?

    /// The sound file of a command that plays one, without the ending of its name.
    var plays: String? {
        let words = text.split(separator: " ", maxSplits: 3).map(String.init)
        guard words.count > 2, ["STREAM FILE", "GET OPTION"].contains(words[0...1].joined(separator: " ")) else {
            return words.count > 2 && text.hasPrefix("GET DATA ") ? Self.unquoted(words[2]) : nil
        }
        return Self.unquoted(words[2])
    }

    /// A wait of a second or more: the short pause after the answer is none that a caller would call waiting.
    var waitsForKey: Bool {
        guard text.hasPrefix("WAIT FOR DIGIT "), let last = text.split(separator: " ").last else { return false }
        return (Int(last) ?? 0) >= 1000
    }

    var records: Bool { text.hasPrefix("RECORD FILE") }

    private static func unquoted(_ word: String) -> String {
        word.hasPrefix("\"") && word.hasSuffix("\"") ? String(word.dropFirst().dropLast()) : word
    }
}
