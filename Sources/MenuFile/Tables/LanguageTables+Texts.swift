extension LanguageTables {
    static let recording = ObjectTable(
        "a recording",
        [
            KeyRule(
                "play", .string(.recording), "A recording beside the menu file, without extension.", required: true),
            KeyRule("text", .text, "The transcript; spoken when the file is missing."),
        ])

    static let pause = ObjectTable(
        "a pause", [KeyRule("pause", .number(0.05...60), "A pause in seconds.", required: true)])

    static let tone = ObjectTable(
        "a tone", [KeyRule("tone", .word(["beep"]), "A tone.", required: true)])

    static let ssml = ObjectTable(
        "a text", [KeyRule("ssml", .string(.plain), "Marked-up speech.", later: true)])

    /// The keys that tell a piece of a text from a text per language.
    static let pieceKeys = ["play", "pause", "tone", "ssml"]

    static let condition = ObjectTable(
        "a condition",
        [
            KeyRule("open", .string(.scheduleName), "That schedule is open."),
            KeyRule("closed", .string(.scheduleName), "That schedule is closed."),
            KeyRule(
                "caller", .oneOrMany(.string(.callerTest)), "The caller is on these lists or matches these patterns.",
                feature: .conditions),
            KeyRule(
                "called", .oneOrMany(.string(.pattern)), "The dialled number matches these patterns.",
                feature: .conditions),
            KeyRule(
                "language", .oneOrMany(.string(.languageTag)), "The call speaks one of these languages.",
                feature: .conditions),
            KeyRule("notice", .string(.noticeName), "That notice is on.", feature: .conditions),
            KeyRule(
                "calls-today", .either([.string(.comparison), .integer(0...100_000)]),
                "Earlier calls of the same local day.", feature: .conditions),
            KeyRule("share", .number(0...100), "This percentage of calls.", feature: .conditions),
            KeyRule("any", .list(.condition, atLeast: 1), "At least one holds.", feature: .conditions),
            KeyRule("all", .list(.condition, atLeast: 1), "All hold.", feature: .conditions),
            KeyRule("not", .condition, "It does not hold.", feature: .conditions),
        ])

    /// The conditions that are one word; `not ` may stand before each and before the name of a list of callers.
    static let conditionWords = ["open", "closed", "holiday", "anonymous", "called-today"]
}
