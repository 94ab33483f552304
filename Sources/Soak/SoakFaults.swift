import Foundation

/// Plays the faults of a plan, one after another, and mends what it broke.
struct SoakFaults {
    /// How often each was played.
    private(set) var played: [SoakPlan.Fault: Int] = [:]
    /// When the database was held.
    private(set) var locks: [ClosedRange<ContinuousClock.Instant>] = []
    /// What an admin's command came to that should have worked.
    private(set) var findings: [String] = []

    private let plan: SoakPlan
    private let house: SoakHouse
    private let web: SoakWeb
    private let began: ContinuousClock.Instant
    private let tell: @Sendable (String) -> Void
    /// The database is held until this ends, at that call.
    private var lock: (feed: AsyncStream<Never>.Continuation, task: Task<Void, Never>, since: ContinuousClock.Instant)?
    private var unlockAt = 0
    private var isMenuBroken = false
    private var isNoticeOn = false

    init(
        _ plan: SoakPlan, _ house: SoakHouse, _ web: SoakWeb, began: ContinuousClock.Instant,
        tell: @escaping @Sendable (String) -> Void
    ) {
        (self.plan, self.house, self.web, self.began, self.tell) = (plan, house, web, began, tell)
    }

    /// Plays what comes before the call of that number, and ends what has lasted long enough.
    mutating func play(before number: Int, isSteady: Bool) async {
        if number >= unlockAt { await unlock() }
        guard let every = plan.faultEvery, number > 0, number % every == 0 else { return }
        let turn = number / every - 1
        let fault = plan.fault(turn, isSteady: isSteady)
        played[fault, default: 0] += 1
        tell("\((ContinuousClock.now - began).components.seconds) s, before call \(number): \(fault.rawValue)")
        await unlock()
        mendMenu()
        await play(fault, turn, before: number)
    }

    /// Mends everything.
    mutating func mend() async {
        await unlock()
        mendMenu()
        web.set(.answers)
    }

    private mutating func play(_ fault: SoakPlan.Fault, _ turn: Int, before number: Int) async {
        var dice = Dice(plan.seed, "fault \(turn)")
        switch fault {
        case .lock: hold(from: number)
        case .menu:
            isMenuBroken = true
            house.setMenu(isBroken: true)
        case .reload: house.reload()
        case .sounds: house.removeSounds()
        case .notice: await switchNotice()
        case .web: web.set(dice.one(of: SoakWeb.Mood.allCases))
        case .kill: house.kill()
        case .restart:
            do { try house.restart() } catch { findings.append("\(error)") }
        }
    }

    /// Holds the database for some three seconds' calls.
    private mutating func hold(from number: Int) {
        let (stream, feed) = AsyncStream.makeStream(of: Never.self)
        lock = (feed, Task { [house] in await house.lock(until: stream) }, .now)
        unlockAt = number + min((plan.faultEvery ?? 2) / 2, plan.perSecond.map { Int($0 * 3) } ?? 20)
    }

    private mutating func unlock() async {
        guard let held = lock else { return }
        lock = nil
        held.feed.finish()
        await held.task.value
        locks.append(held.since ... .now)
    }

    private mutating func mendMenu() {
        guard isMenuBroken else { return }
        isMenuBroken = false
        house.setMenu(isBroken: false)
    }

    private mutating func switchNotice() async {
        isNoticeOn.toggle()
        let code = await house.run(["notice", isNoticeOn ? "on" : "off", "school", "snow-day"])
        if code != 0 { findings.append("attendant notice ended with \(code)") }
    }
}
