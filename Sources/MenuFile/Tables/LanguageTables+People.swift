extension LanguageTables {
    static let person = ObjectTable(
        "a person",
        [
            KeyRule("ring", .oneOrMany(.target), "Where the person is rung; no other people."),
            KeyRule("name", .text, "The name as spoken and shown."),
            KeyRule("email", .oneOrMany(.string(.address)), "Where mail goes."),
            KeyRule("mailbox", .string(.mailbox), "The mailbox of Asterisk's VoiceMail: \"201@default\"."),
            KeyRule("device", .string(.dialString), "Whose state is asked before ringing: \"PJSIP/201\"."),
            KeyRule("hours", .any, "When the person can be rung.", later: true),
        ])

    static let dial = ObjectTable(
        "\"dial\"",
        [
            KeyRule("inside", .string(.dialTemplate), "For inside numbers: \"PJSIP/{number}\"."),
            KeyRule("outside", .string(.dialTemplate), "For outside numbers."),
        ])

    static let callerList = ObjectTable(
        "a list of callers",
        [
            KeyRule(
                "numbers", .either([.list(.string(.pattern)), .map(.pattern, .string(.plain))]),
                "Patterns of numbers, or patterns with spoken names.", required: true),
            KeyRule("label", .text, "What staff see; default: the list's name with a capital."),
            KeyRule("go", .string(.stepName), "Where such callers go, before everything."),
            KeyRule("file.csv", .any, "Numbers from a file.", later: true),
        ])

    static let notice = ObjectTable(
        "a notice",
        [
            KeyRule("say", .text, "What is heard.", required: true),
            KeyRule("on", .bool, "Whether it is on."),
            KeyRule("from", .string(.dateTime), "On from this local time."),
            KeyRule("until", .string(.dateTime), "On until this local time."),
            KeyRule("before", .string(.stepName), "Heard each time that step is entered, not at the start."),
        ])

    static let callbackList = ObjectTable(
        "a callback list",
        [
            KeyRule("email", .oneOrMany(.string(.mailTarget)), "Who is told: people and addresses."),
            KeyRule("webhook", .string(.url), "A URL that is told.", feature: .webhook),
            KeyRule("within", .seconds(1...2_678_400), "Promised within so much open time; default: no promise."),
            KeyRule("hours", .string(.scheduleName), "The schedule whose time counts.", default: "office"),
            KeyRule("accept", .list(.string(.acceptedNumber)), "Countries or prefixes; default: the own country."),
            KeyRule("deny", .list(.string(.pattern)), "Patterns that are refused."),
            KeyRule("expires", .seconds(60...31_536_000), "After so long it is no longer open.", default: 172_800),
            KeyRule("attempts", .integer(1...100), "How often it is tried.", default: 3),
            KeyRule("every", .seconds(1...604_800), "Between two tries.", default: 900),
        ])
}
