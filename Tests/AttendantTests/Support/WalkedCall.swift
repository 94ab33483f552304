import FakeAsterisk
import FastAGI
import Logging
import MenuFile
import Reception
import Rehearsal
import Sockets
import Synchronization
import Testing

@testable import Attendant

/// A walk over FastAGI against a fake Asterisk, with nothing of a server around it: the whole language, sounds of no
/// file, a ledger in memory.
struct WalkedCall: CustomStringConvertible {
    let report: CallReport
    let ledger: MemoryLedger

    init(
        _ menu: String, _ script: String = "", _ call: IncomingCall = IncomingCall(),
        web: any WebClient = RehearsedWeb(),
        _ world: (inout FakeAsterisk.World) -> Void = { _ in }
    ) async throws {
        let loaded = MenuLoader.load(text: menu, fileName: "test.json", release: .whole)
        let version = MenuVersion(document: try #require(loaded.document, "\(loaded.findings)"), version: "1")
        let sounds = NamedSounds()
        let ledger = MemoryLedger()
        let services = Services(
            prompts: sounds, ledger: ledger, numbers: BritishNumbers(), clock: SystemClock(), web: web,
            board: RehearsedBoard())
        var outside = FakeAsterisk.World()
        world(&outside)
        let fake = FakeCall(call, world: outside, caller: try CallerScript(script), sounds: sounds)
        let group = try EventLoopGroup(count: 1)
        let listener = try Listener.bind(Endpoint(host: "127.0.0.1", port: 0))
        let server = Server(listener, group: group)
        report = try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask {
                try await server.serve { connection in
                    let line = CallLine(connection, patience: .seconds(10))
                    guard let session = try? await Session.begin(over: line) else { return }
                    let facts = CallFacts(id: "call-1", session.environment)
                    let phone = AGIPhone(session: session, line: line, facts: facts)
                    let walk = CallWalk(
                        version, facts: facts, phone: phone, services: services, house: House(messages: "/messages"),
                        logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
                    _ = await walk.run()
                    session.close()
                }
            }
            defer { server.stop(within: .zero) }
            return try await fake.run(host: "127.0.0.1", port: listener.addresses[0].port, on: group.next())
        }
        self.ledger = ledger
    }

    private typealias House = Reception.House

    /// What happened, but for keys, as short texts.
    var story: [String] {
        report.events.compactMap { event in
            switch event.kind {
            case .said(let text): text
            case .rings(let name): "(rings \(name))"
            case .shows(let name): "(shows \(name))"
            case .event(let event): "(\(event))"
            case .key: nil
            }
        }
    }

    var description: String { report.exchanges.map { "\($0.command) → \($0.reply)" }.joined(separator: "\n") }
}

/// Sounds that are nothing but a name, known to both sides.
private final class NamedSounds: PromptLibrary, SoundSource {
    private let known = Mutex<[String: FakeAsterisk.Sound]>([:])

    func ready(_ prompt: Prompt) -> Reception.Sound? {
        guard let estimate = EstimatedPrompts().ready(prompt) else { return nil }
        return known.withLock { known in
            let path = "/sounds/\(known.count)"
            known[path] = FakeAsterisk.Sound(lasting: estimate.length, text: estimate.text)
            return Reception.Sound(path: path, length: estimate.length, text: estimate.text)
        }
    }

    func sound(of prompt: Prompt) async throws(PromptError) -> Reception.Sound {
        guard let sound = ready(prompt) else { throw .synthesis("none") }
        return sound
    }

    func sound(_ name: String, language: String, rate: Int) -> FakeAsterisk.Sound? {
        known.withLock { $0[name] } ?? KnownSounds.asterisk[name]
    }
}

/// Numbers of eleven digits with a leading zero.
private struct BritishNumbers: NumberBook {
    func read(_ text: String, country: String) -> NumberReading {
        guard text.hasPrefix("0"), text.count == 11 else { return .notPossible }
        return .callable(TelephoneNumber(e164: "+44" + text.dropFirst(), country: "GB", national: text))
    }

    func matches(_ number: TelephoneNumber, rule: String) -> Bool { rule == number.country }

    func matches(_ number: GivenNumber, pattern: String, country: String) -> Bool { false }
}
