import Dispatch
import Foundation
import Logging
import MenuFile
import Reception
import Sockets

/// `attendant serve`: the server, its signals, and what an admin reads when it starts.
public struct ServerProcess: Sendable {
    private let configuration: Configuration

    /// A process that does nothing yet.
    public init(_ configuration: Configuration) { self.configuration = configuration }

    /// Starts, says what was loaded and what to do next, and serves until SIGTERM or SIGINT. SIGHUP
    /// looks at the menus again.
    ///
    /// - Parameters:
    ///   - say: lines for standard output, `listening on HOST:PORT` among them.
    ///   - note: lines for standard error: findings, warnings.
    /// - Throws: `StartError`.
    public func run(say: @escaping @Sendable (String) -> Void, note: @escaping @Sendable (String) -> Void) async throws
    {
        // A limit on the size of files (LimitFSIZE of a unit) shall be an error of the write, not the end of all calls.
        signal(SIGXFSZ, SIG_IGN)
        // Each call is a connection, and a shell's usual limit is 1024.
        DescriptorLimit.prepare()
        let logger = try Log.logger(configuration.log)
        let server = try await AttendantServer(configuration, logger: logger, progress: note, tell: note)
        // Before anything is said: who has read "listening on" may stop the server at once.
        let (supervisor, grace) = (Supervisor(), configuration.grace)
        let signals = Signals(
            stop: {
                supervisor.tell("STOPPING=1")
                server.stop()
                logger.notice(
                    "stopping: no more calls are taken",
                    metadata: ["calls": "\(server.calls)", "grace": "\(grace) s"])
            }, reload: { server.reload() })
        await signals.areHeard()
        let report = server.report
        for finding in report.findings { note("\(finding)") }
        for line in report.silentPrompts { note("no sound: \(line)") }
        for line in report.warnings { note("warning: \(line)") }
        for menu in report.menus { say("menu \(menu.name): version \(menu.version), \(menu.prompts) prompts ready") }
        for address in server.addresses { say("listening on \(address)") }
        for address in server.statusAddresses { say("monitors are answered on http://\(address)/metrics") }
        for line in NextSteps.lines(server, configuration) { say(line) }
        supervisor.tell("READY=1")
        async let _ = supervisor.watch { await server.pulse() }
        try await server.run()
        logger.notice("stopped")
        signals.cancel()
    }

    /// Answers the calls of call tests until SIGTERM or SIGINT.
    ///
    /// - Parameter say: lines for standard output, `listening on HOST:PORT` among them.
    /// - Throws: `StartError`.
    public func rehearse(say: @escaping @Sendable (String) -> Void) async throws {
        let logger = try Log.logger(configuration.log)
        let server = try RehearsalServer(
            try MenuFolder(configuration.menus).files(), configuration, logger: logger)
        let signals = Signals(stop: { server.stop() }, reload: {})
        await signals.areHeard()
        await server.prepare()
        for menu in server.menus { say("rehearsal of \(menu.name): \(menu.calls) calls") }
        for address in server.addresses { say("listening on \(address)") }
        await server.run()
        signals.cancel()
    }
}

/// SIGTERM and SIGINT stop the server; a second one ends the process at once, as an impatient admin expects. SIGHUP
/// loads what has changed, as often as it comes.
private final class Signals {
    private let sources: [any DispatchSourceSignal]
    private let registrations: DispatchGroup

    init(stop: @escaping @Sendable () -> Void, reload: @escaping @Sendable () -> Void) {
        let registrations = DispatchGroup()
        let stops = [SIGTERM, SIGINT].map { number in
            Self.source(number, registrations) {
                // The next one of its kind is deadly again.
                signal(number, SIG_DFL)
                stop()
            }
        }
        sources = stops + [Self.source(SIGHUP, registrations, reload)]
        self.registrations = registrations
    }

    /// Returns when every signal reaches its handler: Dispatch begins to watch some time after it was asked to, and a
    /// signal that comes before is lost.
    func areHeard() async {
        await withCheckedContinuation { continuation in
            registrations.notify(queue: .global()) { continuation.resume() }
        }
    }

    private static func source(
        _ number: Int32, _ registrations: DispatchGroup, _ handler: @escaping @Sendable () -> Void
    ) -> any DispatchSourceSignal {
        signal(number, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
        registrations.enter()
        source.setRegistrationHandler { registrations.leave() }
        source.setEventHandler(handler: handler)
        source.resume()
        return source
    }

    func cancel() { for source in sources { source.cancel() } }
}

/// What an admin does after the start.
enum NextSteps {
    static func lines(_ server: AttendantServer, _ configuration: Configuration) -> [String] {
        let menu = server.report.menus.first { $0.name == "reception" } ?? server.report.menus.first
        guard let menu, let address = server.addresses.first else { return [] }
        let document = server.board.version(menu.name)?.document
        return [
            "",
            "In extensions.conf:   exten => 700,1,AGI(agi://\(address)/\(menu.name)\(language(document)))",
        ] + languageNote(document) + [
            "Without a telephone:  attendant call \(menu.name) --agi \(address)   (or: make call)",
            "Callback requests:    attendant callbacks list --data \(configuration.data)",
            "",
        ]
    }

    /// Asterisk gives channels the language `en` where nobody set one: a menu that knows English beside its own language
    /// would greet everybody in English.
    private static func language(_ document: MenuDocument?) -> String {
        guard let languages = document?.languages, let first = languages.first, first != "en", languages.contains("en")
        else { return "" }
        return "?language=\(first)"
    }

    private static func languageNote(_ document: MenuDocument?) -> [String] {
        guard !language(document).isEmpty, let first = document?.languages.first else { return [] }
        return [
            "                      (without \"?language=\(first)\" callers hear English: Asterisk's channels are \"en\" unless set)"
        ]
    }
}
