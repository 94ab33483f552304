/// The commands Asterisk knows, by their words (the table at the end of res_agi.c).
enum Verb: String, Sendable, CaseIterable {
    case answer = "ANSWER"
    case asyncAGIBreak = "ASYNCAGI BREAK"
    case channelStatus = "CHANNEL STATUS"
    case controlStreamFile = "CONTROL STREAM FILE"
    case databaseDel = "DATABASE DEL"
    case databaseDelTree = "DATABASE DELTREE"
    case databaseGet = "DATABASE GET"
    case databasePut = "DATABASE PUT"
    case exec = "EXEC"
    case getData = "GET DATA"
    case getFullVariable = "GET FULL VARIABLE"
    case getOption = "GET OPTION"
    case getVariable = "GET VARIABLE"
    case gosub = "GOSUB"
    case hangup = "HANGUP"
    case noop = "NOOP"
    case receiveChar = "RECEIVE CHAR"
    case receiveText = "RECEIVE TEXT"
    case recordFile = "RECORD FILE"
    case sayAlpha = "SAY ALPHA"
    case sayDate = "SAY DATE"
    case sayDateTime = "SAY DATETIME"
    case sayDigits = "SAY DIGITS"
    case sayNumber = "SAY NUMBER"
    case sayPhonetic = "SAY PHONETIC"
    case sayTime = "SAY TIME"
    case sendImage = "SEND IMAGE"
    case sendText = "SEND TEXT"
    case setAutoHangup = "SET AUTOHANGUP"
    case setCallerID = "SET CALLERID"
    case setContext = "SET CONTEXT"
    case setExtension = "SET EXTENSION"
    case setMusic = "SET MUSIC"
    case setPriority = "SET PRIORITY"
    case setVariable = "SET VARIABLE"
    case speechActivateGrammar = "SPEECH ACTIVATE GRAMMAR"
    case speechCreate = "SPEECH CREATE"
    case speechDeactivateGrammar = "SPEECH DEACTIVATE GRAMMAR"
    case speechDestroy = "SPEECH DESTROY"
    case speechLoadGrammar = "SPEECH LOAD GRAMMAR"
    case speechRecognize = "SPEECH RECOGNIZE"
    case speechSet = "SPEECH SET"
    case speechUnloadGrammar = "SPEECH UNLOAD GRAMMAR"
    case streamFile = "STREAM FILE"
    case tddMode = "TDD MODE"
    case verbose = "VERBOSE"
    case waitForDigit = "WAIT FOR DIGIT"

    /// Each command under its first word, its own words split.
    private static let byFirstWord: [String: [(verb: Verb, words: [String])]] = Dictionary(
        grouping: allCases.map { ($0, $0.rawValue.split(separator: " ").map(String.init)) }, by: { $0.1[0] })

    /// The command that these words begin with, in any case of letters; nil for one Asterisk does not know.
    init?(_ words: [String]) {
        guard let first = words.first?.uppercased(), let candidates = Self.byFirstWord[first] else { return nil }
        let match = candidates.first { candidate in
            words.count >= candidate.words.count
                && zip(candidate.words, words).allSatisfy { $0 == $1.uppercased() }
        }
        guard let match else { return nil }
        self = match.verb
    }

    /// How many words the command itself takes.
    var wordCount: Int { rawValue.utf8.count { $0 == UInt8(ascii: " ") } + 1 }

    /// Whether it runs after the caller has hung up; all others are answered 511 then.
    var runsWhenDead: Bool {
        switch self {
        case .asyncAGIBreak, .databaseDel, .databaseDelTree, .databaseGet, .databasePut, .exec, .getFullVariable,
            .getVariable, .noop, .setVariable, .verbose, .speechDestroy, .speechUnloadGrammar:
            true
        default: false
        }
    }

    /// How many words the whole line may have; nil where Asterisk does not count them.
    var allowedWords: ClosedRange<Int>? {
        switch self {
        case .answer, .asyncAGIBreak, .noop: nil
        case .channelStatus: 2...3
        case .controlStreamFile: 5...10
        case .databaseDel, .databaseGet: 4...4
        case .databaseDelTree: 3...4
        case .databasePut: 5...5
        case .exec, .verbose: 2...Int.max
        case .getData: 3...Int.max
        case .getFullVariable: 4...5
        case .getOption, .gosub, .sayAlpha, .sayNumber, .streamFile: 4...5
        case .getVariable, .receiveChar, .receiveText, .sendImage, .sendText, .setAutoHangup, .setContext,
            .setExtension, .setPriority,
            .tddMode:
            3...3
        case .hangup: 1...2
        case .recordFile: 6...Int.max
        case .sayDate, .sayTime, .sayDigits, .sayPhonetic, .waitForDigit: 4...4
        case .sayDateTime: 4...Int.max
        case .setCallerID, .setMusic, .setVariable: 3...Int.max
        case .speechActivateGrammar, .speechDeactivateGrammar, .speechUnloadGrammar: 4...4
        case .speechCreate: 3...3
        case .speechDestroy: 2...2
        case .speechLoadGrammar: 5...5
        case .speechRecognize: 4...5
        case .speechSet: 4...4
        }
    }
}
