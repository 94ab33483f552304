/// A command as Asterisk's own table knows it (`commands[]` in res_agi.c, and GOSUB from app_stack.c).
public struct KnownCommand: Sendable, Equatable {
    /// The command's fixed words, separated by one space: `STREAM FILE`.
    public let verb: String

    /// Whether it runs after the caller has hung up; if not, Asterisk answers 511.
    public let isAllowedOnDeadChannel: Bool

    /// How many words of a line are its verb; the others are arguments.
    public let wordCount: Int

    /// The command a line's words begin with, upper and lower case alike; nil is one Asterisk answers with 510.
    public init?(words: [String]) {
        let match = Self.table.first { known in
            known.words.count <= words.count && zip(known.words, words).allSatisfy { $0 == $1.uppercased() }
        }
        guard let match else { return nil }
        verb = match.words.joined(separator: " ")
        isAllowedOnDeadChannel = match.isAllowed
        wordCount = match.words.count
    }

    private typealias Row = (words: [String], isAllowed: Bool)

    private static let table: [Row] =
        live.map { (words(of: $0), false) } + dead.map { (words(of: $0), true) }

    private static func words(of verb: String) -> [String] { verb.split(separator: " ").map(String.init) }

    private static let dead = [
        "ASYNCAGI BREAK", "DATABASE DEL", "DATABASE DELTREE", "DATABASE GET", "DATABASE PUT", "EXEC",
        "GET FULL VARIABLE", "GET VARIABLE", "NOOP", "SET VARIABLE", "SPEECH DESTROY", "SPEECH UNLOAD GRAMMAR",
        "VERBOSE",
    ]

    private static let live = [
        "ANSWER", "CHANNEL STATUS", "CONTROL STREAM FILE", "GET DATA", "GET OPTION", "GOSUB", "HANGUP", "RECEIVE CHAR",
        "RECEIVE TEXT", "RECORD FILE", "SAY ALPHA", "SAY DATE", "SAY DATETIME", "SAY DIGITS", "SAY NUMBER",
        "SAY PHONETIC", "SAY TIME", "SEND IMAGE", "SEND TEXT", "SET AUTOHANGUP", "SET CALLERID", "SET CONTEXT",
        "SET EXTENSION", "SET MUSIC", "SET PRIORITY", "SPEECH ACTIVATE GRAMMAR", "SPEECH CREATE",
        "SPEECH DEACTIVATE GRAMMAR", "SPEECH LOAD GRAMMAR", "SPEECH RECOGNIZE", "SPEECH SET", "STREAM FILE", "TDD MODE",
        "WAIT FOR DIGIT",
    ]
}
