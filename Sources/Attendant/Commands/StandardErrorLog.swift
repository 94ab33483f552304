import Foundation
import Logging

/// One line an event: `notice connection without a call peer=10.0.0.7 why="…"`, after the priority mark that journald
/// reads (`sd-daemon(3)`) when it is the one who listens.
struct StandardErrorLog: LogHandler {
    var metadata: Logger.Metadata = [:]
    var metadataProvider: Logger.MetadataProvider?
    var logLevel = Logger.Level.info

    private static let isJournal = ProcessInfo.processInfo.environment["JOURNAL_STREAM"] != nil

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let facts = metadata.merging(event.metadata ?? [:]) { $1 }
        let line = Self.line(event.level, "\(event.message)", facts, isJournal: Self.isJournal)
        // One write a line, so that lines of several threads do not mix.
        try? FileHandle.standardError.write(contentsOf: Data((line + "\n").utf8))
    }

    /// The line of an event, facts in the order of their names.
    static func line(_ level: Logger.Level, _ message: String, _ facts: Logger.Metadata, isJournal: Bool) -> String {
        let shown = facts.sorted { $0.key < $1.key }.map { " \($0.key)=\(quoted("\($0.value)"))" }.joined()
        return (isJournal ? "<\(priority(level))>" : "") + "\(level) \(plain(message))\(shown)"
    }

    private static func priority(_ level: Logger.Level) -> Int {
        switch level {
        case .trace, .debug: 7
        case .info: 6
        case .notice: 5
        case .warning: 4
        case .error: 3
        case .critical: 2
        }
    }

    private static func quoted(_ text: String) -> String {
        let plain = plain(text)
        let isBare = !plain.isEmpty && plain.allSatisfy { !$0.isWhitespace && $0 != "\"" && $0 != "=" }
        return isBare ? plain : "\"" + plain.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    /// A log line is one line: what would begin another, move a terminal's cursor or turn the direction of writing round
    /// is taken out.
    private static func plain(_ text: String) -> String {
        let isControl = { (scalar: Unicode.Scalar) in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator: true
            default: false
            }
        }
        guard text.unicodeScalars.contains(where: isControl) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.map { isControl($0) ? " " : $0 }))
    }
}
