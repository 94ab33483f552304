/// The language of call tests as data (menu-format, part 5).
extension LanguageTables {
    static let testFile = ObjectTable(
        "the test file",
        [
            KeyRule("menu", .string(.plain), "The menu file beside this one; default: the one of the same name."),
            KeyRule("calls", .list(.object(.callTest)), "The calls.", required: true),
            KeyRule("$schema", .any, "For editors."),
        ])

    static let callTest = ObjectTable(
        "a call",
        [
            KeyRule("name", .string(.plain), "What the call shows.", required: true),
            KeyRule("at", .string(.dateTime), "When it arrives, local time; required when the menu has hours."),
            KeyRule("from", .string(.plain), "The caller's number, or hidden.", default: "hidden"),
            KeyRule("caller", .string(.plain), "The caller's name as the network gives it."),
            KeyRule("called", .string(.plain), "The dialled number."),
            KeyRule("language", .string(.plain), "The channel's language."),
            KeyRule("args", .map(.any, .string(.plain)), "The query of the AGI URL, by name."),
            KeyRule("notices", .list(.string(.noticeName)), "The notices that are on."),
            KeyRule("switch", .map(.name, .word(["open", "closed"])), "Schedules that are switched by hand."),
            KeyRule("calls-today", .integer(0...100_000), "Earlier calls of that number on that day.", default: 0),
            KeyRule("dice", .integer(0...99), "share: N holds when this is below N."),
            KeyRule(
                "people", .map(.any, .string(.plain)),
                "answers, \"answers after 6\", busy, offline or no-answer, by person, number or dial string."),
            KeyRule(
                "queues", .map(.any, .either([.word(["full", "empty"]), .object(.queueWorld)])),
                "Asterisk's queues by name."),
            KeyRule("web", .list(.object(.webReply)), "What web services reply; the first that fits counts."),
            KeyRule(
                "listed", .map(.any, .integer(1...10_000)), "Callback lists that have the caller, and the place there."),
            KeyRule("channel", .map(.any, .string(.plain)), "Channel variables."),
            KeyRule("broken", .list(.word(["records"])), "What does not work: records."),
            KeyRule("script", .list(.string(.plain)), "What the caller does and hears, in order."),
            KeyRule("expect", .object(.expectation), "What must come of the call."),
        ])

    static let queueWorld = ObjectTable(
        "a queue of a test",
        [
            KeyRule("waiting", .integer(0...10_000), "How many wait.", default: 0),
            KeyRule("answers after", .seconds(0...86_400), "When somebody answers; default: nobody does."),
        ])

    static let webReply = ObjectTable(
        "a reply",
        [
            KeyRule("for", .string(.plain), "Which requests: \"GET */path*\", * for anything.", required: true),
            KeyRule("json", .any, "The body, as JSON."),
            KeyRule("text", .string(.plain), "The body as it stands, instead of json."),
            KeyRule("status", .integer(100...599), "The status.", default: 200),
            KeyRule("takes", .seconds(0...3600), "How long the reply takes.", default: 0.2),
        ])

    static let expectation = ObjectTable(
        "\"expect\"",
        [
            KeyRule(
                "reaches", .string(.plain),
                "Who takes the call: a person, number, queue or dialplan place; null: nobody.",
                nullable: true),
            KeyRule("shows", .string(.plain), "What the answering telephone displays."),
            KeyRule("whispers", .string(.plain), "What the answerer hears before the talk."),
            KeyRule(
                "callback", .object(.expectedCallback), "The request to be called back; null: there is none.",
                nullable: true),
            KeyRule("voicemail", .object(.expectedVoicemail), "The message; null: there is none.", nullable: true),
            KeyRule(
                "email", .oneOrMany(.string(.plain)), "Who is mailed: people or addresses; null: nobody.",
                nullable: true),
            KeyRule(
                "requests", .list(.string(.plain)),
                "Requests that were sent, as \"GET */path*\", * for anything; an empty list: none."),
            KeyRule("path", .string(.plain), "The path of choices."),
            KeyRule("variables", .map(.variable, .string(.plain)), "Variables at the end; null: it is missing."),
            KeyRule("language", .string(.languageTag), "The language at the end."),
            KeyRule("ends", .word(["talk", "goodbye", "hangup", "handed-over"]), "How the call ends."),
            KeyRule("within", .seconds(0...86_400), "Until the call is taken, else to its end."),
            KeyRule("says", .oneOrMany(.string(.plain)), "Heard somewhere in the call; case and spacing ignored."),
            KeyRule("never", .oneOrMany(.string(.plain)), "Heard nowhere in the call; case and spacing ignored."),
        ])

    static let expectedCallback = ObjectTable(
        "an expected callback",
        [
            KeyRule("list", .string(.plain), "The list, or the person or address."),
            KeyRule("number", .string(.plain), "The number; null: withheld.", nullable: true),
            KeyRule("confirmed", .bool, "Whether the caller said that the number is right."),
            KeyRule("status", .word(["new", "missed", "unconfirmed"]), "The row's status."),
        ])

    static let expectedVoicemail = ObjectTable(
        "an expected message",
        [
            KeyRule("to", .string(.plain), "The person or address."),
            KeyRule("seconds", .seconds(0...86_400), "Its length, within half a second."),
        ])
}
