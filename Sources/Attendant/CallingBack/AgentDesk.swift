import FastAGI
import Foundation
import Logging
import MenuFile
import Reception
import Records
import Sockets
import Synchronization

/// The answered leg of a callback: says who is to be called, dials, and records what truly came of it.
///
/// Whoever connects must bring the attempt's token, which only the call file holds: without it not a word is said, no row
/// is shown, and nobody else is kept waiting.
final class AgentDesk: Sendable {
    private let records: Records
    private let services: Services
    private let board: MenuBoard
    private let house: House
    /// Our own number, which the caller's telephone shows; empty: the number that was dialled.
    private let callerID: String
    private let clock: any Clock<Duration>
    private let logger: Logger
    /// Of connections without the token of their attempt.
    private let strangers: LineRate
    /// Of telephones that came too late.
    private let latecomers: LineRate
    /// Attempts that have a telephone: a second one with the same token is told that it is taken.
    private let present = Mutex<Set<Int64>>([])

    /// When callers answered who are being talked to, in `CallClock.uptime`, by attempt.
    private let answers = Mutex<[Int64: Duration]>([:])

    /// How long the caller's telephone rings.
    static let ringing = Duration.seconds(45)
    /// A claim is held so long, and made longer at each third of it while people talk.
    static let lease = Duration.seconds(300)
    /// So often an outcome is tried to be recorded.
    static let recordings = 5

    init(
        records: Records, services: Services, board: MenuBoard, house: House, callerID: String, logger: Logger,
        clock: any Clock<Duration> = ContinuousClock(), strangers: LineRate = LineRate(),
        latecomers: LineRate = LineRate()
    ) {
        self.records = records
        self.services = services
        self.board = board
        self.house = house
        self.callerID = callerID
        self.logger = logger
        self.clock = clock
        self.strangers = strangers
        self.latecomers = latecomers
    }

    /// Whether a script's address is this desk's.
    static func isAsked(_ script: NetworkScript?) -> Bool { script?.path == AgentScriptURL.path }

    /// Serves one telephone, until it is hung up.
    func take(_ session: Session, _ line: CallLine, _ peer: SocketAddress) async {
        guard let url = session.environment.networkScript.flatMap({ AgentScriptURL($0) }),
            let document = board.version(url.menu)?.document
        else { return noteStranger(peer) }
        guard !url.isAnswered else { return await noteAnswer(url, session, peer) }
        let id = CallIDs.next(at: services.clock.now)
        do {
            // First of all: who guesses hears nothing, and keeps no telephone of ours from its attempt.
            guard try await records.isToken(url.token, of: url.attempt, now: services.clock.now) else {
                return noteStranger(peer)
            }
            try await serve(url, AGIPhone(session: session, line: line, facts: CallFacts(id: id)), document)
        } catch {
            logger.error("the callback desk cannot be read", metadata: ["call": "\(id)", "why": "\(error)"])
        }
    }

    /// Serves a telephone that has brought the token of its attempt.
    private func serve(
        _ url: AgentScriptURL, _ phone: AGIPhone, _ document: MenuDocument
    ) async throws(RecordsError) {
        guard present.withLock({ $0.insert(url.attempt).inserted }) else { return await refuse(phone, document) }
        defer {
            present.withLock { _ = $0.remove(url.attempt) }
            answers.withLock { $0[url.attempt] = nil }
        }
        guard let claim = try await begin(url) else { return await refuse(phone, document) }
        await AgentLeg(desk: self, phone: phone, document: document, claim: claim, agent: url.agent).run()
    }

    /// The caller has answered. Both talk as soon as the session is closed, so the row is written after that.
    private func noteAnswer(_ url: AgentScriptURL, _ session: Session, _ peer: SocketAddress) async {
        let now = services.clock.uptime
        session.close()
        do {
            guard present.withLock({ $0.contains(url.attempt) }),
                try await records.claim(attempt: url.attempt, token: url.token, now: services.clock.now) != nil
            else { return noteStranger(peer) }
            answers.withLock { $0[url.attempt] = now }
            _ = try await records.connected(
                attempt: url.attempt, agent: url.agent, now: services.clock.now, lease: Self.lease)
        } catch {
            logger.error("the callback desk cannot be written", metadata: ["why": "\(error)"])
        }
    }

    private func noteStranger(_ peer: SocketAddress) {
        guard let count = strangers.count() else { return }
        logger.warning("callback script without its token", metadata: ["peer": "\(peer.ip)", "count": "\(count)"])
    }

    /// The claim, held from now on by this telephone.
    private func begin(_ url: AgentScriptURL) async throws(RecordsError) -> CallbackClaim? {
        let now = services.clock.now
        guard let claim = try await records.claim(attempt: url.attempt, token: url.token, now: now),
            try await records.prolong(attempt: url.attempt, now: now, lease: Self.lease)
        else { return nil }
        return claim
    }

    private func refuse(_ phone: AGIPhone, _ document: MenuDocument) async {
        if let count = latecomers.count() {
            logger.notice("callback taken already", metadata: ["call": "\(phone.facts.id)", "count": "\(count)"])
        }
        let task = AgentTask(name: nil, number: "", about: "", since: services.clock.now)
        do throws(PhoneError) {
            try await phone.answer()
            try await script(task, document).sayTaken(phone)
        } catch {
            logger.debug("left before it was told", metadata: ["call": "\(phone.facts.id)", "why": "\(error)"])
        }
    }

    func script(_ task: AgentTask, _ document: MenuDocument) -> AgentScript {
        AgentScript(
            task, document: document, house: house, library: services.prompts, now: services.clock.now)
    }

    /// Records an outcome; records that fail are tried again while the telephone is there anyway.
    ///
    /// - Parameter call: the id of the call to the agent's telephone.
    func record(_ outcome: CallbackOutcome, _ claim: CallbackClaim, agent: String, call: String) async {
        var logger = logger
        logger[metadataKey: "call"] = "\(call)"
        for turn in 1...Self.recordings {
            do {
                let progress = try await records.record(
                    outcome, attempt: claim.attempt, agent: agent, now: services.clock.now)
                return logger.info(
                    "callback",
                    metadata: [
                        "callback": "\(claim.row.id)", "outcome": "\(outcome.word)", "status": "\(progress.status)",
                    ])
            } catch {
                logger.error(
                    "outcome of a callback not recorded",
                    metadata: ["callback": "\(claim.row.id)", "outcome": "\(outcome.word)", "why": "\(error)"])
                if turn < Self.recordings { try? await clock.sleep(for: .seconds(turn)) }
            }
        }
    }

    /// Holds the claim while `body` runs, however long people talk.
    func holding<Value>(_ claim: CallbackClaim, _ body: () async -> Value) async -> Value {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { [records, services, clock] in
                while (try? await clock.sleep(for: Self.lease / 3)) != nil {
                    _ = try? await records.prolong(
                        attempt: claim.attempt, now: services.clock.now, lease: Self.lease)
                }
            }
            defer { group.cancelAll() }
            return await body()
        }
    }

    /// How long the caller of an attempt has been talked to; nil: nobody told that they answered.
    func talked(_ claim: CallbackClaim) -> Duration? {
        answers.withLock { $0[claim.attempt] }.map { services.clock.uptime - $0 }
    }

    /// Whom the leg dials, or nil when that number is not to be called.
    func dial(_ row: CallbackRow, _ document: MenuDocument) -> DialRequest? {
        let country = document.country ?? house.country
        guard case .callable(let number) = services.numbers.read(row.number ?? "", country: country),
            !house.ownNumbers.contains(number.e164)
        else { return nil }
        return DialRequest(
            targets: [document.outsideDial(number.e164, house: house)], names: [number.e164],
            timeout: Self.ringing, music: false, whisper: nil, shows: "")
    }

    /// The number that the caller sees: the setting, else the number that was dialled, where it is one of the world.
    func shownNumber(_ row: CallbackRow, _ document: MenuDocument) -> String? {
        if !callerID.isEmpty { return callerID }
        let country = document.country ?? house.country
        guard let dialled = row.dialled, case .callable(let own) = services.numbers.read(dialled, country: country)
        else { return nil }
        return own.e164
    }

    func numberBook() -> any NumberBook { services.numbers }
    func country(_ document: MenuDocument) -> String { document.country ?? house.country }
}
