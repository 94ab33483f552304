import MenuFile

/// One setting: its name in all three places, what it means, and how it is read.
public struct Setting: Sendable {
    /// `mail-from`: `--mail-from`, `ATTENDANT_MAIL_FROM`, `"mail-from"`.
    public let name: String
    /// One sentence.
    public let help: String
    /// What is written for a value in help texts.
    public let value: String
    /// The value in force, as text.
    let read: @Sendable (Configuration) -> [String]
    /// Sets it; false when the text is no such value.
    let write: @Sendable (inout Configuration, [String]) -> Bool
    /// Whether it may be given several times.
    public let isList: Bool

    /// The environment variable: `ATTENDANT_MAIL_FROM`.
    public var variable: String { "ATTENDANT_" + name.uppercased().replacing("-", with: "_") }

    /// All settings, in the order in which they are printed.
    public static let all: [Setting] = [
        .list("listen", \.listen, "HOST:PORT", "Where to listen; port 0 lets the kernel choose."),
        .text("menus", \.menus, "DIR", "The folder of menu files, NAME.json for agi://host/NAME."),
        .text("data", \.data, "DIR", "The folder of attendant.sqlite and of the messages; made when missing."),
        .text("sounds", \.sounds, "DIR", "The folder of the sounds; Asterisk must see it under the same path."),
        .text("inside", \.inside, "DIAL", "Dial string for inside numbers, with {number}."),
        .text("outside", \.outside, "DIAL", "Dial string for outside numbers, with {number}."),
        .text("mailcmd", \.mailcmd, "CMD", "The command that takes a mail on its standard input."),
        .text("mail-from", \.mailFrom, "ADDRESS", "The address that mail comes from; empty: the mail system's own."),
        .text("spool", \.spool, "DIR", "The folder that Asterisk takes call files from; empty: nobody is called back."),
        .number(
            "callbacks-at-once", \.callbacksAtOnce, 0...1_000,
            "Requests of one list that are called at once by themselves."),
        .text(
            "agi-address", \.agiAddress, "HOST:PORT",
            "Where Asterisk reaches this server; empty: the first address it listens on."),
        .text(
            "callerid", \.callerid, "NUMBER",
            "Our number, which those who are called back see; empty: the one that they had dialled."),
        .text(
            "webhook-secret-file", \.webhookSecretFile, "FILE",
            "The secret that webhooks are signed with; empty: they are not signed."),
        .text(
            "country", \.country, "CC", "The country of numbers written without one, two capital letters, as GB.",
            isValue: MenuLoader.isCountry),
        .text(
            "timezone", \.timezone, "ZONE",
            "The zone of menus that name none, as Europe/London; empty: the machine's.",
            isValue: { $0.isEmpty || MenuLoader.isTimeZone($0) }),
        .list("allow", \.allow, "CIDR", "Networks that may connect."),
        .text(
            "agi-secret-file", \.agiSecretFile, "FILE",
            "Secrets, one a line, of which Asterisk must prove to hold one; empty: it need not."),
        .list("own-numbers", \.ownNumbers, "NUMBER", "Our own numbers: nobody is called back there."),
        .list("env", \.env, "NAME", "Environment variables that menus may send to web services, as {env.NAME}."),
        .number("connections", \.connections, 1...1_000_000, "The most calls at once."),
        .number(
            "connections-per-peer", \.connectionsPerPeer, 1...1_000_000, "The most calls at once from one address."),
        .number(
            "peer-silence", \.peerSilence, 4...3_600,
            "Seconds after which an Asterisk whose machine answers nothing any more is taken for gone."),
        .number("grace", \.grace, 0...3_600, "Seconds that calls may go on after a stop."),
        .menuTests,
        .number("cache", \.cache, 1...1_000_000, "Megabytes that the sounds may take."),
        .number(
            "callbacks-per-number", \.callbacksPerNumber, 1...1_000_000,
            "Requests to be called back that are taken of one number in 24 hours."),
        .number(
            "callbacks-per-hour", \.callbacksPerHour, 1...1_000_000_000,
            "Requests to be called back that are taken in an hour, of all callers together."),
        .number(
            "keep-days", \.keepDays, 0...100_000,
            "Days that calls, closed requests and messages are kept; 0 keeps them for ever."),
        .text(
            "status-listen", \.statusListen, "HOST:PORT",
            "Where /metrics, /status and /health are answered over HTTP; empty: nowhere."),
        .list("status-allow", \.statusAllow, "CIDR", "Networks that may ask at status-listen."),
        .text("log", \.log, "LEVEL", "How much is logged: trace, debug, info, notice, warning, error."),
    ]

    /// The setting of that name.
    public static func named(_ name: String) -> Setting? { all.first { $0.name == name } }
}

extension Setting {
    private static let menuTests = Setting(
        name: "menu-tests",
        help: "What a changed menu whose call tests fail does: required keeps the version before it, warn, off.",
        value: "WORD", read: { [$0.menuTests.rawValue] },
        write: { configuration, values in
            guard let rule = values.last.flatMap({ MenuTestRule(rawValue: $0) }) else { return false }
            configuration.menuTests = rule
            return true
        }, isList: false)

    private static func text(
        _ name: String, _ path: any WritableKeyPath<Configuration, String> & Sendable, _ value: String, _ help: String,
        isValue: @escaping @Sendable (String) -> Bool = { _ in true }
    ) -> Setting {
        Setting(
            name: name, help: help, value: value, read: { [$0[keyPath: path]] },
            write: { configuration, values in
                guard let last = values.last, isValue(last) else { return false }
                configuration[keyPath: path] = last
                return true
            }, isList: false)
    }

    private static func list(
        _ name: String, _ path: any WritableKeyPath<Configuration, [String]> & Sendable, _ value: String, _ help: String
    ) -> Setting {
        Setting(
            name: name, help: help, value: value, read: { $0[keyPath: path] },
            write: { configuration, values in
                configuration[keyPath: path] = values
                return !values.isEmpty
            }, isList: true)
    }

    private static func number(
        _ name: String, _ path: any WritableKeyPath<Configuration, Int> & Sendable, _ range: ClosedRange<Int>,
        _ help: String
    ) -> Setting {
        Setting(
            name: name, help: "\(help) \(range.lowerBound) to \(range.upperBound).", value: "N",
            read: { ["\($0[keyPath: path])"] },
            write: { configuration, values in
                guard let number = values.last.flatMap({ Int($0) }), range.contains(number) else { return false }
                configuration[keyPath: path] = number
                return true
            }, isList: false)
    }
}
