public import Foundation
import Logging
import MenuFile
public import Reception

/// Finds out what callers of a menu can reach and how long it takes them, by calling it again and again with other keys:
/// in the office's hours and outside them, from each list of callers that goes somewhere, and with each value that the
/// file's conditions ask for.
///
/// Calls are walked as in call tests, so that the seconds are those of real calls. Each menu is gone through once in
/// each of these worlds, so that the search ends however the steps lead round.
public struct MenuScout: Sendable {
    let menu: MenuVersion
    let prompts: RememberedPrompts
    let numbers: any NumberBook
    let house: House
    let now: Date
    let steps: [String: Step]

    /// The most calls that are walked; a menu with more ways is cut, and says so.
    let mostCalls: Int

    /// A scout of one menu.
    ///
    /// - Parameters:
    ///   - prompts: whose sounds tell how long everything takes; each is asked for once.
    ///   - house: what the server's configuration says.
    ///   - mostCalls: the most calls that are walked; a menu with more ways is cut.
    ///   - now: from here the next moment is looked for at which the office is open, and closed.
    public init(
        menu: MenuVersion, prompts: any PromptLibrary, numbers: any NumberBook, house: House, mostCalls: Int = 1_000,
        now: Date
    ) {
        self.mostCalls = mostCalls
        self.menu = menu
        self.prompts = prompts as? RememberedPrompts ?? RememberedPrompts(prompts)
        self.numbers = numbers
        self.now = now
        var house = house
        for name in menu.document.environmentNames { house.environment[name] = name }
        self.house = house
        steps = Dictionary(menu.document.allSteps.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Walks all calls, one after another.
    public func explore() async -> MenuReach {
        var search = ScoutSearch(scout: self)
        await search.run()
        return search.reach
    }

    /// One call after which nothing is known of the next.
    func call(_ world: ScoutWorld, _ entries: [String], as caller: ScoutCaller) async -> ScoutCall {
        // A sound that must be made first takes time of no caller: the second rehearsal has them all.
        let first = CallPrompts(prompts)
        let call = await self.call(world, entries, as: caller, first)
        return first.hasMissed ? await self.call(world, entries, as: caller, CallPrompts(prompts)) : call
    }

    private func call(
        _ world: ScoutWorld, _ entries: [String], as caller: ScoutCaller, _ sounds: CallPrompts
    ) async -> ScoutCall {
        let document = menu.document
        let clock = VirtualClock(at: world.at)
        let script = entries.map { CallerAction.press($0, caller.when) }
        let simulated = SimulatedPhone(clock: clock, world: world.rehearsal(of: document), script: script)
        let phone = ScoutPhone(simulated, isPatient: caller == .silent)
        let ledger = MemoryLedger(callsToday: world.callsToday)
        let web = RehearsedWeb(rules: world.webRules(of: document), clock: clock)
        let services = Services(
            prompts: sounds, ledger: ledger, numbers: numbers, clock: clock, web: web, board: world.board(document))
        let walk = CallWalk(
            menu, facts: world.facts(id: "scout"), phone: phone, services: services, house: house,
            logger: Logger(label: "scout") { _ in SwiftLogNoOpLogHandler() })
        _ = await walk.run()
        return ScoutCall(simulated, phone.result, ledger, began: world.at, ended: clock.uptime)
    }
}

/// Whose pace a scouting call has.
enum ScoutCaller: Sendable {
    /// Hears everything up to the announcement of the key.
    case newcomer
    /// Presses each key 0.8 s after the last one, or after the beginning of the first sound.
    case regular
    /// Does nothing.
    case silent

    var when: CallerAction.When {
        switch self {
        case .newcomer, .silent: .prompted
        case .regular: .sinceLast(SimulatedPhone.reaction)
        }
    }
}
