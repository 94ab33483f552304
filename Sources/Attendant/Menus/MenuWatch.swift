import Logging
import Synchronization

/// Looks at the menus folder whenever something in it may have changed, or somebody asks, and tells what came of it.
final class MenuWatch: Sendable {
    /// A look waits until nothing has happened for so long: a file that is being written, an editor that renames, a
    /// folder that is being copied are looked at once, and whole.
    static let quiet = Duration.milliseconds(300)
    /// A folder that never rests is looked at all the same after so long.
    static let longestBurst = Duration.seconds(3)

    private struct State {
        /// Counts what happened.
        var events = 0
        /// How much of it the last look has seen.
        var seen = 0
        var isAsked = false
    }

    private let keeper: MenuKeeper
    let clock: any Clock<Duration>
    let logger: Logger
    private let tell: @Sendable (String) -> Void
    private let state = Mutex(State())
    private let wakes: AsyncStream<Void>
    private let waker: AsyncStream<Void>.Continuation

    /// - Parameters:
    ///   - keeper: looks.
    ///   - clock: for waits.
    ///   - tell: takes findings, as `attendant check` prints them.
    init(
        _ keeper: MenuKeeper, clock: any Clock<Duration>, logger: Logger, tell: @escaping @Sendable (String) -> Void
    ) {
        self.keeper = keeper
        self.clock = clock
        self.logger = logger
        self.tell = tell
        (wakes, waker) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// Something in the folder may have changed.
    func changed() {
        state.withLock { $0.events += 1 }
        waker.yield()
    }

    /// Somebody wants a look now, and to be told of everything that cannot be served.
    func ask() {
        state.withLock { state in
            state.events += 1
            state.isAsked = true
        }
        waker.yield()
    }

    /// Looks until its task is cancelled. Once.
    func run() async {
        for await _ in wakes {
            await settle()
            let (isNew, isAsked) = state.withLock { state in
                defer { (state.seen, state.isAsked) = (state.events, false) }
                return (state.events != state.seen, state.isAsked)
            }
            if isNew { await look(retells: isAsked) }
        }
    }

    /// Returns when the folder rests, or somebody asks.
    private func settle() async {
        var waited = Duration.zero
        while waited < Self.longestBurst, !Task.isCancelled {
            let (events, isAsked) = state.withLock { ($0.events, $0.isAsked) }
            if isAsked { return }
            try? await clock.sleep(for: Self.quiet)
            if state.withLock({ $0.events }) == events { return }
            waited += Self.quiet
        }
    }

    private func look(retells: Bool) async {
        do throws(StartError) {
            let changes = try await keeper.look(retells: retells)
            for finding in changes.findings { tell("\(finding)") }
            for line in changes.failedCalls { tell(line) }
            for line in changes.silentPrompts { tell("no sound: \(line)") }
            log(changes)
            if retells, changes.isEmpty { logger.notice("menus looked at: nothing has changed") }
        } catch {
            logger.error("menus cannot be looked at: the versions before them answer", metadata: ["why": "\(error)"])
        }
    }

    private func log(_ changes: MenuChanges) {
        for menu in changes.served {
            var facts: Logger.Metadata = [
                "file": "\(menu.name).json", "version": "\(menu.version)", "prompts": "\(menu.prompts)",
            ]
            if let before = menu.before, before != menu.version { facts["before"] = "\(before)" }
            if !menu.recordings.isEmpty { facts["recordings"] = "\(menu.recordings.joined(separator: " "))" }
            logger.notice(menu.before == nil ? "menu added" : "menu changed", metadata: facts)
        }
        for menu in changes.refused {
            var facts: Logger.Metadata = ["file": "\(MenuFolder.name(of: menu.file)).json", "why": "\(menu.why)"]
            if let kept = menu.kept { facts["version"] = "\(kept)" }
            logger.error(
                menu.kept == nil
                    ? "menu file cannot be served" : "menu file cannot be served: the version before it answers",
                metadata: facts)
        }
        for menu in changes.untrusted {
            logger.warning(
                "menu is served although its call tests fail",
                metadata: ["file": "\(menu.name).json", "version": "\(menu.version)", "why": "\(menu.why)"])
        }
        for menu in changes.removed {
            logger.notice(
                "menu removed", metadata: ["file": "\(menu.name).json", "version": "\(menu.version)"])
        }
    }
}
