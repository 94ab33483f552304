extension LanguageTables {
    /// The modifiers of every step.
    static let modifiers: [KeyRule] = [
        KeyRule("when", .condition, "false: the step counts as not done; a choice is hidden."),
        KeyRule("say", .text, "Heard first; the prompt of a menu or collect."),
        KeyRule("interrupt", .bool, "false: must be heard to the end; keys are kept for later.", default: true),
        KeyRule("for", .text, "As a choice: \"For …, press 1\"."),
        KeyRule("to", .text, "As a choice: \"To …, press 1\"."),
        KeyRule("label", .text, "What staff see; default: for or to in the first language."),
        KeyRule("then", .step, "Runs after done, before the list goes on."),
        KeyRule("otherwise", .step, "Runs after not done, before the list goes on."),
    ]

    static let stepWithoutVerb = ObjectTable("a step", modifiers)

    /// For every verb: the modifiers, the verb itself and its own fields.
    static let steps: [TableName: ObjectTable] = {
        var tables: [TableName: ObjectTable] = [:]
        for verb in TableName.verbs + TableName.laterVerbs {
            guard let rule = verbs[verb.verbKey] else { continue }
            let table = ObjectTable("\"\(verb.verbKey)\"", modifiers + [rule] + (fields[verb] ?? []))
            tables[verb] = table
        }
        return tables
    }()

    /// The verbs as keys.
    static let verbs = ObjectTable(
        "a step",
        [
            KeyRule("menu", .map(.choice, .step), "Announces choices and takes keys."),
            KeyRule("collect", .string(.variable), "Takes an entry into a variable.", feature: .collect),
            KeyRule("ring", .oneOrMany(.target), "Rings people."),
            KeyRule("queue", .string(.queueName), "Puts the caller into an Asterisk queue.", feature: .queue),
            KeyRule("callback", .string(.callbackTarget), "Notes that the caller wants to be called back."),
            KeyRule("voicemail", .string(.callbackTarget), "Takes a spoken message."),
            KeyRule("request", .string(.requestLine), "Asks a web service: \"METHOD url\".", feature: .request),
            KeyRule("set", .map(.assigned, .text, atLeast: 1), "Sets variables.", feature: .set),
            KeyRule(
                "language", .string(.languageOrAsk), "Changes the language, or asks which.", feature: .languageVerb),
            KeyRule("go", .string(.stepName), "Goes to another step."),
            KeyRule("do", .list(.step, atLeast: 1), "Tries steps in order until one keeps the call."),
            KeyRule("dialplan", .string(.location), "Hands the channel to the dialplan.", feature: .dialplan),
            KeyRule("gosub", .string(.location), "Runs a dialplan subroutine.", feature: .gosub),
            KeyRule("directory", .any, "Spells for a person.", later: true),
            KeyRule("survey", .any, "Asks how it was.", later: true),
            KeyRule("notify", .any, "Tells somebody.", later: true),
        ])

    static let retry = ObjectTable(
        "a limit",
        [
            KeyRule("times", .integer(1...20), "After so many it ends."),
            KeyRule("say", .text, "Heard before the repeat."),
            KeyRule("otherwise", .step, "Where it ends; default: the operator."),
        ])

    static let offer = ObjectTable(
        "\"offer\"",
        [
            KeyRule("callback", .string(.callbackTarget), "The list.", required: true),
            KeyRule("waiting", .integer(0...10_000), "Offered when at least so many wait.", default: 3),
            KeyRule("every", .seconds(1...3600), "Offered again so often.", later: true),
        ])

    static let check = ObjectTable(
        "\"check\"",
        [
            KeyRule("min", .number(-1e15...1e15), "The smallest value."),
            KeyRule("max", .number(-1e15...1e15), "The largest value."),
        ])
}
