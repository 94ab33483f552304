import FakeAsterisk
import Foundation
import Sockets
import Synchronization

/// The calls and faults of a soak, played.
struct SoakPlay {
    /// What there was.
    struct Played {
        var accounts: [Account] = []
        var samples: [ServerSample] = []
        var faults: [SoakPlan.Fault: Int] = [:]
        var locks: [ClosedRange<ContinuousClock.Instant>] = []
        var findings: [String] = []
    }

    private let plan: SoakPlan
    private let house: SoakHouse
    private let began: ContinuousClock.Instant
    private let loop: EventLoop
    private var faults: SoakFaults
    private var played = Played()

    init(
        _ plan: SoakPlan, _ house: SoakHouse, _ web: SoakWeb, began: ContinuousClock.Instant,
        tell: @escaping @Sendable (String) -> Void
    ) throws {
        (self.plan, self.house, self.began) = (plan, house, began)
        loop = try EventLoopGroup(count: 1).next()
        faults = SoakFaults(plan, house, web, began: began, tell: tell)
    }

    /// Starts calls as the plan wants, faults between them, and waits for the last.
    mutating func run() async throws -> Played {
        await withTaskGroup(of: Account.self) { group in
            var number = 0
            while goesOn(number) {
                if number >= plan.atOnce, let account = await group.next() { book(account) }
                if let rate = plan.perSecond {
                    try? await Task.sleep(until: began + .seconds(Double(number) / rate), clock: .continuous)
                }
                await faults.play(before: number, isSteady: isSteady(number))
                let call = SoakCall(number, plan, recordings: house.recordings)
                group.addTask(executorPreference: loop) { [house, loop] in await call.play(house, loop) }
                number += 1
            }
            await faults.mend()
            for await account in group { book(account) }
        }
        (played.faults, played.locks) = (faults.played, faults.locks)
        played.findings += faults.findings
        return played
    }

    private func goesOn(_ number: Int) -> Bool {
        if let calls = plan.calls, number >= calls { return false }
        if let length = plan.length, ContinuousClock.now - began >= length { return false }
        return !Task.isCancelled
    }

    private func isSteady(_ number: Int) -> Bool {
        let done =
            plan.calls.map { Double(number) / Double($0) }
            ?? plan.length.map { (ContinuousClock.now - began) / $0 } ?? 0
        return done >= plan.steadyFrom
    }

    private mutating func book(_ account: Account) {
        played.accounts.append(account)
        let every = max(1, plan.calls.map { $0 / 200 } ?? Int((plan.perSecond ?? 20) * 2))
        guard played.accounts.count % every == 0 else { return }
        if let sample = house.sample(calls: played.accounts.count) { played.samples.append(sample) }
    }
}

extension SoakCall {
    /// Plays the call to its end.
    func play(_ house: SoakHouse, _ loop: EventLoop) async -> Account {
        var account = Account(self)
        if case .peer(let manner) = kind {
            account.isTaken = await RawPeer(
                manner: manner, port: house.socket.port, uniqueID: uniqueID, menu: fake.call.script,
                answers: number % 7
            ).run()
        } else {
            let report = try? await fake.run(host: "127.0.0.1", port: house.socket.port, on: loop) { event in
                if case .said = event.kind { house.heard() }
            }
            account.isTaken = report?.exchanges.isEmpty == false
            account.status = report?.variables["ATTENDANT_STATUS"]
            account.isThanked = report?.said.contains(where: Account.isPromise) ?? false
            account.ending = report?.ending
        }
        account.end = .now
        return account
    }
}
