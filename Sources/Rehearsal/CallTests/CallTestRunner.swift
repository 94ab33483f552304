public import MenuFile
public import Reception
import Foundation
import Logging

/// Runs the call tests of one menu: each call on a clock, a telephone and records of its own, so that minutes pass in no
/// time and no test disturbs another.
public struct CallTestRunner: Sendable {
    let menu: MenuVersion
    let prompts: RememberedPrompts
    let numbers: any NumberBook
    let house: House
    /// The paths of the steps that collect something sensitive.
    let sensitiveSteps: Set<String>

    /// A runner of the tests of one menu.
    ///
    /// - Parameters:
    ///   - prompts: whose sounds tell how long everything takes; each is asked for once.
    ///   - house: what the server's configuration says.
    public init(menu: MenuVersion, prompts: any PromptLibrary, numbers: any NumberBook, house: House) {
        self.menu = menu
        self.prompts = RememberedPrompts(prompts)
        self.numbers = numbers
        var house = house
        for name in menu.document.environmentNames { house.environment[name] = name }
        self.house = house
        sensitiveSteps = Set(menu.document.allSteps.filter(\.collectsSensitive).map(\.path))
    }

    /// Runs all calls of a file, a few at a time.
    public func run(_ file: CallTestFile, atOnce: Int = 2) async -> CallTestReport {
        let calls = file.calls
        var results: [(Int, CallTestResult)] = []
        await withTaskGroup(of: (Int, CallTestResult).self) { group in
            var waiting = calls.indices.makeIterator()
            for _ in 0..<max(1, atOnce) {
                guard let place = waiting.next() else { break }
                group.addTask { (place, await run(calls[place])) }
            }
            for await result in group {
                results.append(result)
                guard !Task.isCancelled, let next = waiting.next() else { continue }
                group.addTask { (next, await run(calls[next])) }
            }
        }
        return CallTestReport(document: menu.document, results: results.sorted { $0.0 < $1.0 }.map(\.1))
    }

    /// Runs one call.
    public func run(_ test: CallTest) async -> CallTestResult {
        // What a call says may depend on how long its sounds are, so a rehearsal with all sounds may want others.
        for _ in 0..<Self.mostRehearsals {
            let sounds = CallPrompts(prompts)
            let trial = await trial(of: test, sounds)
            if !sounds.hasMissed { return trial.result(hiding: sensitiveSteps) }
        }
        return await trial(of: test, CallPrompts(prompts)).result(hiding: sensitiveSteps)
    }

    private static let mostRehearsals = 3

    private func trial(of test: CallTest, _ sounds: CallPrompts) async -> CallTrial {
        let zone = TimeZone(identifier: menu.document.timeZone ?? house.timeZone) ?? .gmt
        let start = test.world.arrival(in: zone)
        let clock = VirtualClock(at: start)
        let phone = SimulatedPhone(
            clock: clock, world: test.world.rehearsal(of: menu.document),
            script: test.script.compactMap { CallerAction($0.action) })
        let ledger = test.world.ledger
        let web = RehearsedWeb(rules: test.world.webRules, clock: clock)
        let services = Services(
            prompts: sounds, ledger: ledger, numbers: numbers, clock: clock, web: web, board: test.world.board)
        let walk = CallWalk(
            menu, facts: test.world.facts(id: "test-\(test.position.line)-\(test.position.column)"), phone: phone,
            services: services, house: house, logger: Logger(label: "rehearsal") { _ in SwiftLogNoOpLogHandler() })
        let outcome = await walk.run()
        return CallTrial(
            test: test, document: menu.document, phone: phone, ledger: ledger, requests: web.requests,
            variables: walk.finalVariables, untakenKeys: walk.untakenKeys, outcome: outcome, length: clock.uptime,
            start: start, country: menu.document.country ?? house.country, numbers: numbers)
    }
}
