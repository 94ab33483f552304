/// Where the variables of a file are read and set.
struct VariableUse {
    /// One place where a variable is read.
    struct Read {
        let name: String
        /// The value that holds it: its first character.
        let position: Position
        /// The step's path, or the file's key.
        let path: String
        let purpose: Purpose
        /// Whether something stands for it when it is missing.
        let isGuarded: Bool
    }

    /// One place where a variable is set.
    struct Write {
        let name: String
        let position: Position
        let path: String
        let isSensitive: Bool
        let kind: Kind
        /// Whether the name is one; a name that is refused is not blamed a second time where it is read.
        let isNamed: Bool
    }

    /// What sets a variable.
    enum Kind: Sendable {
        /// An entry of `variables`.
        case file
        /// A `collect`.
        case collect
        /// A `set`.
        case set
        /// The `keep` of a request or a gosub.
        case keep
    }

    /// What a text is for.
    enum Purpose: Sendable {
        /// Heard by the caller.
        case speech
        /// Read by staff: `show` and `whisper`.
        case staff
        /// Sent to a web service, by mail, into a row, into the dialplan.
        case sent
        /// Asked by `when`.
        case condition
        /// Rung.
        case dialled
        /// `label`.
        case label
    }

    var reads: [Read] = []
    var writes: [Write] = []
    /// Whether something that may set variables could not be read: then nothing is said about unknown ones.
    var isIncomplete = false

    /// The built-in variables of §3.2.
    static let builtIn = LanguageTables.builtInVariables.map(\.name)

    /// Those that the first step of the program lacks.
    static let builtInLater: Set<String> = [
        "caller.list", "caller.calls-today", "language", "holiday", "queue.waiting", "request.status",
    ]

    /// Whether a name is given by the call itself: URL arguments and the environment.
    static func isExternal(_ name: String) -> Bool { name.hasPrefix("arg.") || name.hasPrefix("env.") }
}
