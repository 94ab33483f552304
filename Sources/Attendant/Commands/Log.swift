import Logging

/// The program's logger: one line an event on standard error, which journald keeps.
enum Log {
    static func logger(_ level: String) throws(StartError) -> Logger {
        guard let level = Logger.Level(rawValue: level) else {
            let levels = Logger.Level.allCases.map(\.rawValue).joined(separator: ", ")
            throw .setting("log: \"\(level)\" is no level; expected one of \(levels)")
        }
        var logger = Logger(label: "attendant") { _ in StandardErrorLog() }
        logger.logLevel = level
        return logger
    }

    /// A logger that says nothing.
    static var silent: Logger { Logger(label: "attendant") { _ in SwiftLogNoOpLogHandler() } }
}
