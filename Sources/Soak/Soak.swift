import FakeAsterisk
import Foundation
import Sockets

/// A whole server under calls and faults, and the books at the end: every call has its row, everybody who was thanked is
/// on a list, and nothing grows.
public struct Soak: Sendable {
    private let plan: SoakPlan
    private let program: String
    private let menus: String
    private let sounds: String?

    /// - Parameters:
    ///   - program: the built `attendant`.
    ///   - menus: the folder of the sample menus.
    ///   - sounds: a folder of sounds to share; nil: one of its own, which faults may empty.
    public init(_ plan: SoakPlan, program: String, menus: String, sounds: String? = nil) {
        (self.plan, self.program, self.menus, self.sounds) = (plan, program, menus, sounds)
    }

    /// Plays the plan.
    ///
    /// - Parameter tell: told of each fault as it is played, one line.
    /// - Throws: `SoakError`, when the server cannot be started or its file not be read.
    public func run(tell: @escaping @Sendable (String) -> Void = { _ in }) async throws -> SoakReport {
        let web = try SoakWeb()
        let house = try SoakHouse(program: program, menus: menus, named: plan.menus, sounds: sounds, webPort: web.port)
        async let serving: Void = web.serve()
        defer { web.stop() }
        try house.start()
        let began = ContinuousClock.now
        var play = try SoakPlay(plan, house, web, began: began, tell: tell)
        var played = try await play.run()
        for end in await house.stop() where end != 0 { played.findings.append("a server ended with \(end)") }
        var books = try SoakBooks(
            plan, began: began, database: house.database, kills: house.kills, locks: played.locks)
        books.audit(played.accounts)
        var findings = played.findings + books.findings
        findings += Growth(played.samples)?.findings ?? []
        // What the servers said is worth reading when something is wrong.
        if findings.isEmpty { house.remove() } else { tell("kept: \(house.folder)") }
        web.stop()
        await serving
        return SoakReport(
            seed: plan.seed, counts: books.counts, faults: played.faults, duration: ContinuousClock.now - began,
            samples: played.samples, findings: findings)
    }
}
