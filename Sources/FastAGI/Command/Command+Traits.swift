extension Command {
    /// Whether Asterisk runs it after the caller has hung up (the table at the end of res_agi.c); all others answer 511.
    /// A raw command that is none of Asterisk's counts as allowed, so that Asterisk decides.
    public var isAllowedOnDeadChannel: Bool {
        switch self {
        case .asyncAGIBreak, .database, .exec, .getFullVariable, .getVariable, .noop, .verbose: true
        case .set(.variable), .speech(.destroy), .speech(.unloadGrammar): true
        case .raw(let words): KnownCommand(words: words)?.isAllowedOnDeadChannel ?? true
        default: false
        }
    }

    /// Whether a line `100 result=0 Trying...` may come before the reply.
    public var mayAnswerTrying: Bool {
        switch self {
        case .gosub, .raw: true
        default: false
        }
    }

    /// Whether the reply ends with `(value)`, the value as it is, newlines included.
    var answersValue: Bool {
        switch self {
        case .getVariable, .getFullVariable, .database(.get), .receiveText: true
        default: false
        }
    }

    /// Whether an application's own code is handed to Asterisk's dispatcher, which takes a 1 for wrong usage and sends a
    /// 520 block nobody has asked for (`handle_exec` in res_agi.c).
    var runsApplication: Bool {
        switch self {
        case .exec: true
        case .raw(let words): KnownCommand(words: words)?.verb == "EXEC"
        default: false
        }
    }
}
