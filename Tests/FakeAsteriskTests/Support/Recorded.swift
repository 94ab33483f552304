import Foundation
import Testing

/// A session recorded from a real Asterisk: `>` what the server sent, `<` what Asterisk answered and how long it took.
struct Recorded {
    /// One command and the lines that were read for it.
    struct Step {
        let command: String
        var replies: [String]
        /// Seconds until the first of them.
        var seconds: Double
    }

    let environment: [String]
    private(set) var steps: [Step] = []
    /// Lines that came after the last command.
    private(set) var tail: [String] = []

    init(_ name: String) throws {
        let lines = try Self.text(name).split(separator: "\n").map(String.init)
        environment = lines.prefix { !$0.hasPrefix(">") }.map { String($0.dropFirst(2)) }
        for line in lines.dropFirst(environment.count) { take(line) }
    }

    /// The recording as it stands.
    static func text(_ name: String) throws -> String {
        let file = try #require(Bundle.module.url(forResource: name, withExtension: "txt", subdirectory: "Transcripts"))
        return try String(contentsOf: file, encoding: .utf8)
    }

    private mutating func take(_ line: String) {
        if line.hasPrefix("> ") {
            steps.append(Step(command: Self.whole(String(line.dropFirst(2))), replies: [], seconds: 0))
        } else if line.hasPrefix("< ") {
            let parts = line.dropFirst(2).components(separatedBy: "   [")
            let text = parts[0].replacingOccurrences(of: "(after HANGUP) ", with: "")
            if steps[steps.count - 1].replies.isEmpty, parts.count > 1 {
                steps[steps.count - 1].seconds = Double(parts[1].dropLast(2)) ?? 0
            }
            steps[steps.count - 1].replies.append(text)
        } else if line.hasPrefix("tail: b'") {
            tail = line.dropFirst(8).dropLast().components(separatedBy: "\\n").filter { !$0.isEmpty }
        }
    }

    /// The recording shortens `SET VARIABLE L9000 "xxx…`: the variable's name says how many there were.
    private static func whole(_ command: String) -> String {
        guard command.hasPrefix("SET VARIABLE L"), command.contains("…") else { return command }
        let name = command.split(separator: " ")[2]
        let count = Int(name.dropFirst()) ?? 0
        return "SET VARIABLE \(name) \"\(String(repeating: "x", count: count))\""
    }
}
