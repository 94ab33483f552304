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
        let all = metadata.merging(event.metadata ?? [:]) { $1 }
        let facts = all.sorted { $0.key < $1.key }.map { " \($0.key)=\(Self.quoted("\($0.value)"))" }.joined()
        let mark = Self.isJournal ? "<\(Self.priority(event.level))>" : ""
        let line = "\(mark)\(event.level) \(Self.plain("\(event.message)"))\(facts)\n"
        // One write a line, so that lines of several threads do not mix.
        try? FileHandle.standardError.write(contentsOf: Data(line.utf8))
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

    /// A log line is one line: what would begin another or move a terminal's cursor is taken out.
    private static func plain(_ text: String) -> String {
        let isControl = { (scalar: Unicode.Scalar) in
            scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .lineSeparator
                || scalar.properties.generalCategory == .paragraphSeparator
        }
        guard text.unicodeScalars.contains(where: isControl) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.map { isControl($0) ? " " : $0 }))
    }
}
