/// Begins commands: the one place that leads from a command's words to what runs it.
enum CommandTable {
    /// Begins the command; the words are those of the whole line, their number already checked.
    static func start(
        _ verb: Verb, _ words: [String], at now: Duration, on channel: inout ChannelState, isDead: Bool
    ) -> Start {
        switch verb {
        case .answer: Answering.start(at: now, on: channel)
        case .controlStreamFile: ControlStreamFile.start(words, at: now, on: &channel)
        case .databaseDel, .databaseDelTree, .databaseGet, .databasePut: Database.run(verb, words, on: &channel)
        case .exec: Applications.start(words, at: now, on: &channel, isDead: isDead)
        case .getData: GetData.start(words, at: now, on: &channel)
        case .getOption: GetOption.start(words, at: now, on: &channel)
        case .gosub: Gosub.start(words, at: now, on: &channel)
        case .receiveChar, .receiveText: Receiving.start(verb, words, at: now)
        case .recordFile: RecordFile.start(words, at: now, on: &channel)
        case .sayAlpha, .sayDate, .sayDateTime, .sayDigits, .sayNumber, .sayPhonetic, .sayTime:
            SayCommands.start(verb, words, at: now, on: &channel)
        case .streamFile: StreamFile.start(words, at: now, on: &channel)
        case .waitForDigit: WaitForDigit.start(words, at: now)
        case .getFullVariable, .getVariable, .setCallerID, .setVariable:
            VariableCommands.run(verb, words, at: now, on: &channel)
        default: PlainCommands.run(verb, words, at: now, on: &channel)
        }
    }
}
