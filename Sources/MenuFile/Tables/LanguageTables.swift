/// The language as data: every key of every object (menu-format, part 3). What reads a file, what tells an unknown
/// key, and what describes the language to editors are made from these tables.
enum LanguageTables {
    static let comment = KeyRule("note", .any, "A comment.")

    static let file = ObjectTable(
        "the file",
        [
            KeyRule("attendant", .integer(1...1), "The version of the format; marks the file.", required: true),
            KeyRule("name", .text, "The firm or the line; {name}; the subject of mails.", required: true),
            KeyRule("start", .step, "What happens to an ordinary call.", required: true),
            KeyRule(
                "operator", .either([.oneOrMany(.target), .step]),
                "What 0, silence, confusion and failures lead to; a string or list is rung.", required: true),
            KeyRule("closed", .step, "Used instead of start when the schedule office is closed."),
            KeyRule("unanswered", .step, "After a ring or queue that nobody took; default: a callback."),
            KeyRule("steps", .map(.step, .step), "Steps to go to."),
            KeyRule(
                "language", .oneOrMany(.string(.languageTag)),
                "Language tags; the first is the default and the staff's.", default: "en"),
            KeyRule(
                "voice",
                .either([.string(.voiceName), .map(.language, .either([.string(.voiceName), .object(.voice)]))]),
                "eSpeak NG voice, or one per language."),
            KeyRule("timezone", .string(.zone), "IANA name; required with hours; default: the server's."),
            KeyRule("country", .string(.country), "Two capital letters: number rules; default: the server's."),
            KeyRule(
                "people", .map(.name, .either([.oneOrMany(.target), .object(.person)])),
                "Everyone who can be rung, mailed, spelled."),
            KeyRule("dial", .object(.dial), "Dial string per kind of number; default: the server's."),
            KeyRule("hours", .schedules, "A schedule, called office, or schedules by name."),
            KeyRule(
                "holidays", .map(.date, .string(.plain)),
                "Days that close every schedule unless it says otherwise, with their names.", feature: .holidays),
            KeyRule(
                "callers", .map(.callers, .object(.callerList)), "Lists of callers, looked at before everything.",
                feature: .callers),
            KeyRule("notices", .map(.name, .object(.notice)), "Emergency announcements.", feature: .notices),
            KeyRule("callbacks", .map(.name, .object(.callbackList)), "One policy per list of callbacks."),
            KeyRule("keys", .object(.keys), "Defaults of key handling."),
            KeyRule("limits", .object(.limits), "Guards of one call; all end at the operator."),
            KeyRule("show", .text, "What the answering phone displays.", default: "{label}: {caller.name}"),
            KeyRule(
                "phrases", .map(.language, .map(.phrase, .text)), "Own wording of the built-in phrases.",
                feature: .phrases),
            KeyRule(
                "variables", .map(.variable, .either([.text, .object(.variable)])),
                "Constants and channel imports.", feature: .variables),
            KeyRule("lint", .object(.lint), "Thresholds, and rules that are ignored for a reason.", feature: .lint),
            KeyRule("answer", .bool, "false: early media until a ring is answered.", default: true),
            KeyRule("$schema", .any, "For editors."),
        ])

    static let keys = ObjectTable(
        "\"keys\"",
        [
            KeyRule("wait", .seconds(0.5...60), "From the end of a menu's prompt to the first key.", default: 4),
            KeyRule("between", .seconds(0.2...20), "Between two keys of one entry of a menu.", default: 2),
            KeyRule("wrong", .integer(1...20), "So many wrong entries lead to the operator.", default: 3),
            KeyRule("silent", .integer(1...20), "So many silences lead to the operator.", default: 2),
            KeyRule("impatient", .integer(1...20), "So many unknown keys within 3 s mean the operator.", default: 3),
        ])

    static let limits = ObjectTable(
        "\"limits\"",
        [
            KeyRule("call", .seconds(10...86_400), "The time in menus, talking excluded.", default: 900),
            KeyRule("steps", .integer(1...10_000), "How many steps a call may run.", default: 300),
            KeyRule("returns", .integer(1...100), "How often one menu may be come back to.", default: 5),
            KeyRule("mistakes", .integer(1...100), "Wrong keys and refused entries of the whole call.", default: 5),
            KeyRule("depth", .integer(1...50), "How many menus may be stacked.", default: 8),
        ])

    static let voice = ObjectTable(
        "a voice",
        [
            KeyRule("voice", .string(.voiceName), "The eSpeak NG voice."),
            KeyRule("speed", .integer(80...450), "Words a minute.", default: 145),
            KeyRule("pitch", .integer(0...99), "Pitch."),
            KeyRule("gap", .integer(0...100), "Pause between words, in units of 10 ms.", default: 2),
            KeyRule("volume", .integer(0...200), "Volume."),
        ])

    static let variable = ObjectTable(
        "a variable",
        [
            KeyRule(
                "channel", .string(.channelVariable), "The channel variable that is read when the call starts.",
                required: true),
            KeyRule("default", .text, "What stands for a missing one."),
            KeyRule("sensitive", .bool, "Masked in logs, rows, mail and transcripts.", default: false),
        ])

    static let lint = ObjectTable(
        "\"lint\"",
        [
            KeyRule("reach-seconds", .seconds(1...3600), "The threshold of reach-slow.", default: 30),
            KeyRule("human-seconds", .seconds(1...3600), "The threshold of self-service-slow.", default: 60),
            KeyRule("ignore", .map(.rule, .string(.reason)), "Rules that are not to warn, each with its reason."),
        ])
}
