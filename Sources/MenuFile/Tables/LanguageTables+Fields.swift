extension LanguageTables {
    private static let retryShape = Shape.either([.integer(1...20), .step, .object(.retry)])
    private static let wrong = KeyRule("wrong", retryShape, "How often wrong entries are forgiven, and what then.")
    private static let silent = KeyRule("silent", retryShape, "How often silence is forgiven, and what then.")
    private static let again = KeyRule("again", .text, "Replaces say on repeats.")
    private static let show = KeyRule("show", .text, "What the answering phone displays; default: the file's.")
    private static let thanks = KeyRule("thanks", .text, "Instead of the built-in thanks.")

    /// The fields of each verb, besides the verb itself and the modifiers.
    static let fields: [TableName: [KeyRule]] = [
        .menu: [
            again,
            KeyRule("announce", .bool, "false: say names the keys itself.", default: true),
            KeyRule("wait", .seconds(0.5...60), "From the end of the prompt to the first key; default: keys.wait."),
            KeyRule("between", .seconds(0.2...20), "Between two keys; default: keys.between."),
            wrong, silent,
        ],
        .collect: collect,
        .ring: [
            KeyRule(
                "order", .word(["in-turn", "together"], later: ["rotate"]), "Who is rung when.", default: "in-turn"),
            KeyRule("seconds", .seconds(1...600), "How long each is rung.", default: 20),
            KeyRule("rounds", .integer(1...20), "How often the whole list is tried.", default: 1),
            KeyRule("skip-busy", .bool, "Whether the busy are passed over at once.", default: true),
            show,
            KeyRule("whisper", .text, "Heard by the answerer before the talk.", feature: .whisper),
            KeyRule(
                "music", .bool, "Music instead of ringing; default: for several in turn.", feature: .ringMusic),
            KeyRule("accept", .any, "The answerer presses 1 to take it.", later: true),
            KeyRule("record", .any, "Records the talk.", later: true),
        ],
        .queue: [
            KeyRule("max", .seconds(1...86_400), "How long the caller waits.", default: 300),
            KeyRule("position", .bool, "Whether the place is told before joining.", default: true),
            KeyRule("music", .string(.queueName), "The class of music on hold."),
            KeyRule("priority", .integer(0...1000), "The higher, the earlier.", default: 0),
            KeyRule("offer", .object(.offer), "A callback instead of waiting."),
            show,
            KeyRule("whisper", .text, "Heard by the answerer before the talk."),
        ],
        .callback: [
            KeyRule(
                "number", .word(["caller", "ask"]), "ask: asks for a number though the caller's is known.",
                default: "caller"),
            KeyRule("reason", .text, "What it is about.", default: "{path}"),
            KeyRule(
                "voice-note", .bool, "Whether a spoken note is taken as well.", default: false, feature: .voiceNote),
            KeyRule("time", .word(["any"], later: ["ask"]), "When the call is wanted.", default: "any"),
            thanks,
        ],
        .voicemail: [
            KeyRule("max", .seconds(1...3600), "The longest message.", default: 180),
            KeyRule("silence", .seconds(1...60), "So much silence ends it.", default: 5),
            KeyRule("min", .seconds(0...60), "A shorter one is no message.", default: 2),
            KeyRule("beep", .bool, "Whether a tone begins it.", default: true),
            KeyRule("review", .bool, "Whether it may be heard and made again.", default: true),
            KeyRule("subject", .text, "The subject of the mail."),
            thanks,
        ],
        .request: request,
        .language: [KeyRule("remember", .any, "Remembers it for the next call.", later: true)],
        .gosub: [
            KeyRule("args", .list(.text), "Arguments."),
            KeyRule("keep", .map(.assigned, .string(.channelVariable)), "Channel variables read afterwards."),
        ],
    ]

    private static let collect: [KeyRule] = [
        KeyRule("digits", .either([.integer(1...20), .string(.digitCount)]), "How many: 8 or \"6-8\"."),
        KeyRule(
            "as", .word(["text", "number", "phone", "date", "time"], later: ["amount"]),
            "What the entry is checked and normalised as.", default: "text"),
        KeyRule(
            "check", .either([.word(["luhn"]), .string(.entryPattern), .list(.scalar, atLeast: 1), .object(.check)]),
            "luhn, a list of values, bounds, or a regular expression."),
        KeyRule("confirm", .bool, "Reads it back; default: true for phone."),
        KeyRule("sensitive", .bool, "Masked in logs, rows, mail and transcripts.", default: false),
        KeyRule("optional", .bool, "# alone or silence goes on without a value.", default: false),
        KeyRule("ask", .word(["missing", "always"]), "always: asks although it is known.", default: "missing"),
        again,
        KeyRule("end", .string(.key), "The key that ends the entry; \"\": none.", default: "#"),
        KeyRule("clear", .string(.key), "The key that clears the entry; \"\": none.", default: "*"),
        KeyRule("wait", .seconds(0.5...60), "From the end of the prompt to the first key.", default: 8),
        KeyRule("between", .seconds(0.2...20), "Between two keys.", default: 3),
        KeyRule("total", .seconds(1...300), "For the whole entry.", default: 45),
        wrong, silent,
    ]

    private static let request: [KeyRule] = [
        KeyRule("send", .map(.any, .any), "The JSON body; its strings may hold variables."),
        KeyRule("headers", .map(.header, .string(.header)), "Headers of the request."),
        KeyRule("timeout", .seconds(0.1...20), "How long one try may take.", default: 5),
        KeyRule("retry", .integer(0...5), "Further tries of a GET.", default: 0),
        KeyRule("filler", .text, "Heard after 1 s and again each 7 s; \"\": nothing."),
        KeyRule("keep", .map(.assigned, .string(.replyPath)), "Variables, and where they stand in the reply."),
        KeyRule("sensitive", .list(.string(.variable)), "Which of them are masked."),
    ]
}
