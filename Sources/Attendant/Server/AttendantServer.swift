import Foundation
public import Logging
import MenuFile
import PhoneNumbers
import Reception
import Records
import Sockets
import Speech
import Web

/// The whole program as one value: opens what it needs, serves calls, and stops without dropping one.
public final class AttendantServer: Sendable {
    /// What was loaded, in the order of the files' names.
    public let report: StartReport

    let board: MenuBoard
    let records: Records
    let speech: SpeechLibrary
    let servers: [Server]
    /// What is counted.
    let gauges = Gauges()
    /// What is seen from outside.
    let seen: ServerWatch
    let statusServer: Server?
    private let statusSocket: StatusSocket?
    private let group: EventLoopGroup
    /// Takes calls.
    let desk: CallDesk
    private let watch: MenuWatch
    private let tree: FolderTree
    private let grace: Duration
    private let outbox: OutboxWorker
    private let keeper: RecordsHousekeeper
    private let dialler: CallbackDialler?
    private let logger: Logger
    /// Ends with the first stop.
    private let stops = AsyncStream<Never>.makeStream()

    /// The addresses it listens on, with the ports that the kernel chose.
    public var addresses: [String] { servers.flatMap { $0.listener.addresses.map(\.description) } }

    /// The addresses at which monitors are answered, as above.
    public var statusAddresses: [String] {
        statusServer?.listener.addresses.map(\.description) ?? []
    }

    /// Opens the database, the sounds and the menus, and listens; serves nothing yet.
    ///
    /// - Parameters:
    ///   - progress: told what takes time, one line each.
    ///   - tell: told what is wrong with menus that are loaded later, one line each, as `attendant check` has it.
    /// - Throws: `StartError`, one line that says what is wrong.
    public init(
        _ configuration: Configuration, logger: Logger, progress: @Sendable (String) -> Void = { _ in },
        tell: @escaping @Sendable (String) -> Void = { _ in }
    ) async throws(StartError) {
        let errors = ErrorMemory()
        let logger = errors.remembering(logger)
        self.logger = logger
        grace = .seconds(configuration.grace)
        try HouseEnvironment.check(configuration)
        let secrets = try SecretFile.secrets(configuration)
        // Ports first: a second server on the same machine must not touch the files of the first.
        let (group, listeners) = try Opening.listeners(configuration)
        self.group = group
        statusServer = try Opening.statusServer(configuration, group)
        try Opening.folders(configuration)
        records = try Opening.records(configuration, logger)
        speech = try Opening.speech(configuration, logger: logger)
        board = MenuBoard()
        let keeper = MenuKeeper(
            MenuFolder(configuration.menus), board, speech,
            configuration.menuTests == .off ? nil : MenuTesting(configuration))
        report = try await Opening.menus(configuration, keeper, progress)
        for menu in report.refused {
            logger.error("menu file cannot be served", metadata: ["file": "\(menu.file)", "why": "\(menu.why)"])
        }
        watch = MenuWatch(keeper, clock: ContinuousClock(), logger: logger, tell: tell)
        tree = Opening.tree(configuration)
        let house = Opening.house(configuration)
        let clock = try SystemClock(environment: ProcessInfo.processInfo.environment)
        if clock.ahead != 0 {
            logger.warning("the calendar is that of a rehearsal", metadata: ["now": "\(clock.now)"])
        }
        let services = Services(
            prompts: speech, ledger: SeenLedger(ledger: records, gauges: gauges), numbers: NumberRules(), clock: clock,
            web: HTTPClient(), board: records)
        let agents = AgentDesk(
            records: records, services: services, board: board, house: house, callerID: configuration.callerid,
            logger: logger)
        desk = CallDesk(
            board: board, services: services, house: house, secrets: secrets, agents: agents, gauges: gauges,
            logger: logger)
        servers = Opening.servers(configuration, group, listeners, logger)
        dialler = Opening.dialler(
            configuration, records, board, services, house, listeners.first?.addresses.first?.description, logger)
        outbox = try Opening.outbox(configuration, records, clock, board, gauges, logger)
        seen = ServerWatch(
            gauges: gauges, errors: errors, board: board, records: records, speech: speech, servers: servers,
            since: clock.now, now: { clock.now })
        statusSocket = Opening.statusSocket(configuration, logger)
        self.keeper = RecordsHousekeeper(records: records, keepDays: configuration.keepDays, now: { clock.now }) {
            Opening.log($0, logger)
        }
    }

    /// Serves calls until `stop()` or until the task is cancelled; returns when all calls have ended and every row is
    /// on disk.
    public func run() async throws(StartError) {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await self.outbox.run() }
            group.addTask { await self.callBack() }
            group.addTask { await self.keepHouse() }
            group.addTask { await self.keeper.run() }
            group.addTask { await self.records.watchSwitches() }
            group.addTask { await self.watch.run(self.tree) }
            group.addTask { await self.statusSocket?.serve { await self.seen.look { StatusReport($0).json() } } }
            group.addTask { await self.answerMonitors() }
            await withDiscardingTaskGroup { calls in
                for server in servers {
                    calls.addTask {
                        do throws(SocketError) {
                            try await server.serve { connection in await self.desk.take(connection) }
                        } catch {
                            self.logger.error("listener failed", metadata: ["why": "\(error)"])
                        }
                    }
                }
            }
            group.cancelAll()
        }
        speech.forgetPrivate()
        await records.close()
    }

    /// Calls back until it is stopped: whoever answered later would find nobody to tell them who is to be called.
    private func callBack() async {
        guard let dialler else { return }
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await dialler.run() }
            for await _ in stops.stream {}
            group.cancelAll()
        }
    }

    /// Answers monitors until the last call has ended: a stop takes its time, too.
    private func answerMonitors() async {
        let desk = StatusDesk { [seen] in await seen.page($0) }
        do throws(SocketError) {
            try await statusServer?.serve { await desk.take($0) }
        } catch {
            logger.error("listener of monitors failed", metadata: ["why": "\(error)"])
        }
    }

    /// Returns when every loop that calls run on has answered: never, when one of them hangs.
    public func pulse() async { await group.pulse() }

    /// Once a minute the sounds are looked after: what expired, what somebody deleted.
    private func keepHouse() async {
        while !Task.isCancelled {
            await speech.tidy()
            try? await Task.sleep(for: .seconds(60))
        }
    }

    /// Looks at the menus now, without waiting for a file to change; says on the log what came of it. Returns at once.
    public func reload() { watch.ask() }

    /// How many calls are under way.
    public var calls: Int { gauges.counts.calls.count }

    /// Takes no more calls and rings nobody any more; calls under way may go on for the grace of the configuration.
    public func stop() {
        stops.continuation.finish()
        for server in servers { server.stop(within: grace) }
    }
}
