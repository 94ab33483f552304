extension Command {
    /// The command's fixed words, as they stand at the beginning of its line: `STREAM FILE`. For a raw command `raw`.
    ///
    /// It holds nothing of the arguments, so it may stand in a log.
    public var verb: String { fixedWords.description }

    /// The same, as it is written.
    var fixedWords: StaticString {
        switch self {
        case .answer: "ANSWER"
        case .asyncAGIBreak: "ASYNCAGI BREAK"
        case .channelStatus: "CHANNEL STATUS"
        case .controlStreamFile: "CONTROL STREAM FILE"
        case .database(let operation): operation.fixedWords
        case .exec: "EXEC"
        case .getData: "GET DATA"
        case .getFullVariable: "GET FULL VARIABLE"
        case .getOption: "GET OPTION"
        case .getVariable: "GET VARIABLE"
        case .gosub: "GOSUB"
        case .hangup: "HANGUP"
        case .noop: "NOOP"
        case .receiveChar: "RECEIVE CHAR"
        case .receiveText: "RECEIVE TEXT"
        case .recordFile: "RECORD FILE"
        case .say(let utterance, _): utterance.fixedWords
        case .sendImage: "SEND IMAGE"
        case .sendText: "SEND TEXT"
        case .set(let setting): setting.fixedWords
        case .speech(let operation): operation.fixedWords
        case .streamFile: "STREAM FILE"
        case .tddMode: "TDD MODE"
        case .verbose: "VERBOSE"
        case .waitForDigit: "WAIT FOR DIGIT"
        case .raw: "raw"
        }
    }
}

extension DatabaseOperation {
    fileprivate var fixedWords: StaticString {
        switch self {
        case .get: "DATABASE GET"
        case .put: "DATABASE PUT"
        case .delete: "DATABASE DEL"
        case .deleteTree: "DATABASE DELTREE"
        }
    }
}

extension Utterance {
    fileprivate var fixedWords: StaticString {
        switch self {
        case .alpha: "SAY ALPHA"
        case .phonetic: "SAY PHONETIC"
        case .digits: "SAY DIGITS"
        case .number: "SAY NUMBER"
        case .date: "SAY DATE"
        case .time: "SAY TIME"
        case .dateTime: "SAY DATETIME"
        }
    }
}

extension Setting {
    fileprivate var fixedWords: StaticString {
        switch self {
        case .autoHangup: "SET AUTOHANGUP"
        case .callerID: "SET CALLERID"
        case .context: "SET CONTEXT"
        case .extension: "SET EXTENSION"
        case .music: "SET MUSIC"
        case .priority: "SET PRIORITY"
        case .variable: "SET VARIABLE"
        }
    }
}

extension SpeechOperation {
    fileprivate var fixedWords: StaticString {
        switch self {
        case .create: "SPEECH CREATE"
        case .set: "SPEECH SET"
        case .destroy: "SPEECH DESTROY"
        case .loadGrammar: "SPEECH LOAD GRAMMAR"
        case .unloadGrammar: "SPEECH UNLOAD GRAMMAR"
        case .activateGrammar: "SPEECH ACTIVATE GRAMMAR"
        case .deactivateGrammar: "SPEECH DEACTIVATE GRAMMAR"
        case .recognize: "SPEECH RECOGNIZE"
        }
    }
}
