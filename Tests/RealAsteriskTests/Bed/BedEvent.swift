import Foundation

/// One line of a call's event file: the bed's dialplan says what happened at a caller, a line or a telephone.
struct BedEvent: Sendable, Equatable {
    /// Seconds since 1970.
    let at: Double
    let who: String
    let what: String
    let details: [String: String]

    /// Reads a line such as `1795343903.322 phone rings phone%3D201 name%3DRepairs`.
    /// - Throws: ``BedError/strangeEvent(line:)``.
    init(line: String) throws {
        let words = line.split(separator: " ").map(String.init)
        guard words.count >= 3, let at = Double(words[0]) else { throw BedError.strangeEvent(line: line) }
        var details: [String: String] = [:]
        for word in words.dropFirst(3) {
            guard let text = word.removingPercentEncoding, let equals = text.firstIndex(of: "=") else {
                throw BedError.strangeEvent(line: line)
            }
            details[String(text[..<equals])] = String(text[text.index(after: equals)...])
        }
        self.at = at
        who = words[1]
        what = words[2]
        self.details = details
    }

    func `is`(_ who: String, _ what: String) -> Bool { self.who == who && self.what == what }
}
