import ArgumentParser
import Attendant
import Foundation

/// `attendant serve`
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Answer the calls that Asterisk hands over.",
        discussion: """
            Every NAME.json in the menus folder answers AGI(agi://HOST/NAME). For each address one line
            "listening on HOST:PORT" is printed once calls are taken. SIGTERM and SIGINT let the calls under way
            end, then stop.

            With --rehearsal it answers only the test calls of "attendant check --agi": each in the world that its test
            describes, in real time; nothing is kept, no web service is asked, nobody is mailed.

            Every setting has a flag, a variable ATTENDANT_… and a key of the --config file; --print-config shows
            what is in force and where it came from.
            """)

    @OptionGroup var settings: SettingOptions

    @Option(help: "Where to listen, HOST:PORT; may be given several times; port 0 lets the kernel choose.")
    var listen: [String] = []

    @Option(help: "Dial string for inside numbers, as PJSIP/{number}.")
    var inside: String?

    @Option(help: "Dial string for outside numbers, as PJSIP/{number}@trunk.")
    var outside: String?

    @Option(help: "The program and its words that take a mail on standard input; no shell.")
    var mailcmd: String?

    @Option(help: "The address that mail comes from.")
    var mailFrom: String?

    @Option(help: "The folder that Asterisk takes call files from; without it nobody is called back.")
    var spool: String?

    @Option(help: "Requests of one list that are called at once by themselves; 0: none.")
    var callbacksAtOnce: String?

    @Option(help: "Where Asterisk reaches this server, HOST:PORT; else the first address it listens on.")
    var agiAddress: String?

    @Option(help: "Our number, which those who are called back see; else the one that they had dialled.")
    var callerid: String?

    @Option(help: "The file of the secret that webhooks are signed with.")
    var webhookSecretFile: String?

    @Option(help: "The country of numbers written without one, two letters.")
    var country: String?

    @Option(help: "The time zone of menus that name none.")
    var timezone: String?

    @Option(help: "A network that may connect, as 10.0.0.0/8; may be given several times.")
    var allow: [String] = []

    @Option(help: "A file of secrets, one a line, of which Asterisk must prove to hold one.")
    var agiSecretFile: String?

    @Option(help: "A number of our own, which is never called back; may be given several times.")
    var ownNumbers: [String] = []

    @Option(
        help: "An environment variable that menus may send to web services, as {env.NAME}; may be given several times.")
    var env: [String] = []

    @Option(help: "The most calls at once.")
    var connections: String?

    @Option(help: "The most calls at once from one address.")
    var connectionsPerPeer: String?

    @Option(help: "Seconds after which an Asterisk whose machine answers nothing any more is taken for gone.")
    var peerSilence: String?

    @Option(help: "Seconds that calls may go on after a stop.")
    var grace: String?

    @Option(help: "What a changed menu whose call tests fail does: required keeps the version before it, warn, off.")
    var menuTests: String?

    @Option(help: "Megabytes that the sounds may take.")
    var cache: String?

    @Option(help: "Requests to be called back that are taken of one number in 24 hours.")
    var callbacksPerNumber: String?

    @Option(help: "Requests to be called back that are taken in an hour, of all callers together.")
    var callbacksPerHour: String?

    @Option(help: "Days that calls, closed requests and messages are kept; 0 keeps them for ever.")
    var keepDays: String?

    @Option(help: "Where /metrics, /status and /health are answered over HTTP, as 127.0.0.1:4574; else nowhere.")
    var statusListen: String?

    @Option(help: "A network that may ask at --status-listen; may be given several times; else only this machine.")
    var statusAllow: [String] = []

    @Option(help: "How much is logged: trace, debug, info, notice, warning, error.")
    var log: String?

    @Flag(help: "Answer only the calls of call tests.")
    var rehearsal = false

    @Flag(help: "Print the settings in force and where they came from, and stop.")
    var printConfig = false

    func run() async throws {
        var reader = try settings.reader()
        try take(&reader)
        if printConfig {
            for line in reader.lines { Output.line(line) }
            return
        }
        let process = ServerProcess(reader.configuration)
        if rehearsal { return try await process.rehearse { Output.line($0) } }
        try await process.run {
            Output.line($0)
        } note: {
            Output.error($0)
        }
    }

    private func take(_ reader: inout ConfigurationReader) throws {
        let single = [
            "inside": inside, "outside": outside, "mailcmd": mailcmd, "mail-from": mailFrom, "spool": spool,
            "callbacks-at-once": callbacksAtOnce, "agi-address": agiAddress, "callerid": callerid,
            "webhook-secret-file": webhookSecretFile, "country": country, "timezone": timezone,
            "agi-secret-file": agiSecretFile, "connections": connections,
            "connections-per-peer": connectionsPerPeer, "peer-silence": peerSilence, "grace": grace,
            "menu-tests": menuTests, "cache": cache,
            "log": log, "callbacks-per-number": callbacksPerNumber, "callbacks-per-hour": callbacksPerHour,
            "keep-days": keepDays, "status-listen": statusListen,
        ]
        for (name, value) in single { try reader.take(flag: name, [value].compactMap { $0 }) }
        try reader.take(flag: "listen", listen)
        try reader.take(flag: "allow", allow)
        try reader.take(flag: "own-numbers", ownNumbers)
        try reader.take(flag: "env", env)
        try reader.take(flag: "status-allow", statusAllow)
    }
}
