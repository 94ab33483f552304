import Foundation
import Logging
import MenuFile
import PhoneNumbers
import Reception
import Rehearsal
import Testing

/// A call that was walked on a virtual clock: what the caller met, and what it left behind.
struct Rehearsed: CustomStringConvertible {
    let outcome: CallOutcome
    let transcript: [TranscriptEntry]
    let variables: [String: String]
    let unused: [CallerAction]
    let ledger: MemoryLedger
    let asked: Set<Prompt>
    let document: MenuDocument
    let length: Duration
    /// What was asked of web services.
    let requests: [WebRequest]

    /// What is outside the menu in one call; every value has a default that plays no part.
    struct World {
        var at = "2026-03-03 10:00"
        var id = "call-1"
        var dice: Int?
        var from: String? = "+447700900001"
        var isWithheld = false
        var name: String?
        var people: [String: Rehearsal.World.Telephone] = [:]
        var talk = Duration.seconds(10)
        var language = ""
        var arguments: [String: String] = [:]
        var release = LanguageRelease.first
        var ownNumbers: Set<String> = []
        var ledger = MemoryLedger()
        var prompts = HeardPrompts()
        /// Instead of `prompts`.
        var library: (any PromptLibrary)?
        /// Sets the calendar back an hour at that moment of the call.
        var setsBackAt: Duration?
        /// How long a promise of the ledger takes, and the sound of `slowText`, which then cannot be made.
        var takes = Duration.zero
        var slowText: String?
        /// Pressed while the line first listens during slow work.
        var listened: Key?
        /// Pressed at once whenever anything plays.
        var stuckKey: Key?
        /// How web services answer; without any all are refused.
        var rules: [RehearsedWeb.Rule] = []
        /// Instead of `rules`.
        var web: (any WebClient)?
        var board = RehearsedBoard()
        var queues: [String: Rehearsal.World.Queue] = [:]
        var channel: [String: String] = [:]
        var subroutines: [String: [String: String]] = [:]
        var places: Set<String>?
        var environment: [String: String] = [:]
        var log: SeenLog?
        var recordings = LineRecordings.none
        var fault: FaultyPhone.Fault = { _, _ in nil }
    }

    init(
        _ menu: String, _ script: String = "", _ change: (inout World) -> Void = { _ in },
        _ location: SourceLocation = #_sourceLocation
    ) async throws {
        var world = World()
        change(&world)
        let loaded = MenuLoader.load(text: menu, fileName: "test.json", release: world.release)
        let faults = loaded.findings.filter { $0.severity == .error }.map { "\($0)" }.joined(separator: "\n")
        document = try #require(loaded.document, "\(faults)\n\(menu)", sourceLocation: location)
        let zone = try #require(TimeZone(identifier: document.timeZone ?? "UTC"))
        let clock = VirtualClock(at: try LocalDateTime(world.at).instant(in: zone))
        let simulated = SimulatedPhone(
            clock: clock, world: world.rehearsal, script: try CallerAction.script(script, location))
        let web = RehearsedWeb(rules: world.rules, clock: clock)
        let promises: any CallLedger =
            world.takes == .zero
            ? world.ledger : SlowLedger(inner: world.ledger, clock: clock, takes: world.takes)
        let slow = world.slowText.map { SlowPrompts(slow: $0, clock: clock, takes: world.takes) }
        let services = Services(
            prompts: slow ?? world.library ?? world.prompts, ledger: promises, numbers: NumberRules(),
            clock: world.setsBackAt.map { SetBackClock(inner: clock, at: $0) } ?? clock,
            web: world.web ?? web, board: world.board)
        let walk = CallWalk(
            MenuVersion(document: document, version: "0123456789ab", recordings: world.recordings),
            facts: world.facts,
            phone: FaultyPhone(simulated, listened: world.listened, stuckKey: world.stuckKey, world.fault),
            services: services,
            house: House(
                messages: "/messages", ownNumbers: world.ownNumbers, environment: world.environment),
            logger: world.log?.logger() ?? Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        outcome = await walk.run()
        transcript = simulated.transcript
        variables = simulated.variables
        unused = simulated.unused
        ledger = world.ledger
        asked = world.prompts.asked
        length = clock.uptime
        requests = web.requests
    }
}

extension Rehearsed.World {
    var rehearsal: Rehearsal.World {
        var rehearsal = Rehearsal.World(telephones: people, talk: talk)
        rehearsal.queues = queues
        rehearsal.channel = channel
        rehearsal.subroutines = subroutines
        rehearsal.places = places
        return rehearsal
    }

    var facts: CallFacts {
        CallFacts(
            id: id, uniqueID: "1.1", channel: "PJSIP/trunk-1", number: from, isWithheld: isWithheld, name: name,
            dialled: "700", language: language, arguments: arguments, dice: dice)
    }
}

extension Rehearsed {
    /// Everything that happened, in order: texts as they are, keys as `[1]`, the rest as `(ben answers)`.
    var story: [String] { transcript.map { Self.told($0.what) } }

    /// What was said, one text a prompt.
    var said: [String] {
        transcript.compactMap { entry in
            if case .said(let text) = entry.what { text } else { nil }
        }
    }

    /// Who was rung, one ring a text.
    var rang: [String] {
        transcript.compactMap { entry in
            if case .rings(let names) = entry.what { names.joined(separator: " & ") } else { nil }
        }
    }

    /// What the rung telephones displayed.
    var shown: [String] {
        transcript.compactMap { entry in
            if case .shows(let text) = entry.what { text } else { nil }
        }
    }

    /// The rows of requests.
    var callbacks: [CallbackRequest] { ledger.callbacks }
    /// The rows of messages.
    var messages: [MessageRecord] { ledger.messages }
    /// The rows of steps by their order, as "path: result".
    var steps: [String] { ledger.steps.sorted { $0.order < $1.order }.map { "\($0.path): \($0.result)" } }
    /// The row of the call's end.
    var end: CallEnd? { ledger.ends.last }
    /// Whether the line hung up.
    var lineHungUp: Bool { story.contains("(the line hangs up)") }

    /// When something happened for the first time.
    func when(_ what: String) -> Duration? { transcript.first { Self.told($0.what) == what }?.at }

    static func told(_ what: TranscriptEntry.What) -> String {
        switch what {
        case .said(let text): text
        case .key(let key): "[\(key)]"
        case .rings(let names): "(rings \(names.joined(separator: " & ")))"
        case .shows(let text): "(shows \(text))"
        case .event(let event): "(\(event))"
        }
    }

    var description: String {
        let lines = transcript.map { "\($0.at.inSeconds)  \(Self.told($0.what))" }
        return (lines + ["outcome: \(outcome)", "steps: \(steps)", "left: \(callbacks) \(messages)"])
            .joined(separator: "\n")
    }
}

extension Duration {
    /// As seconds, for tolerances and failure messages.
    var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
