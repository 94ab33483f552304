import Foundation
import Soak

/// `attendant-bench soak`, `leaks` and `rate`: whole servers under calls.
enum SoakCommand {
    /// Random walks through all sample menus with faults, in real and in no time.
    ///
    /// - Returns: whether every call is accounted for.
    static func soak(_ arguments: some Collection<String>) async throws -> Bool {
        let options = try Options(
            arguments, known: ["seconds", "calls", "seed", "per-second", "at-once", "server", "menus"])
        let seed = try options.number("seed", 0...Int.max, default: Int.random(in: 1...999_999))
        let rate = try options.number("per-second", 1...10_000, default: 20)
        var plan = SoakPlan(
            seed: UInt64(seed),
            calls: try options["calls"].map { _ in try options.number("calls", 1...100_000_000, default: 1) },
            length: .seconds(try options.number("seconds", 1...1_000_000, default: 3_600)),
            perSecond: Double(rate), atOnce: try options.number("at-once", 1...10_000, default: 500),
            faultEvery: rate * 12)
        plan.realPercent = 10
        print("soak: seed \(seed), \(rate) calls a second, a fault every 12 s")
        return try await run(plan, options)
    }

    /// Whole calls of the reception, as fast as they go, with nothing that disturbs them.
    ///
    /// - Returns: whether every call is accounted for, and nothing grew.
    static func leaks(_ arguments: some Collection<String>) async throws -> Bool {
        let options = try Options(arguments, known: ["calls", "seed", "at-once", "server", "menus"])
        let calls = try options.number("calls", 1_000...100_000_000, default: 100_000)
        var plan = SoakPlan(
            seed: UInt64(try options.number("seed", 0...Int.max, default: 1)), calls: calls,
            atOnce: try options.number("at-once", 1...10_000, default: 32))
        (plan.menus, plan.isShort) = (["reception"], true)
        print("leaks: \(calls) calls of the reception, every fifth asks to be called back")
        return try await run(plan, options)
    }

    /// Calls that begin at a fixed rate.
    ///
    /// - Returns: whether no call was refused or failed.
    static func rate(_ arguments: some Collection<String>) async throws -> Bool {
        let options = try Options(arguments, known: ["per-second", "seconds", "server", "menus"])
        let figures = try await Rate(
            perSecond: try options.number("per-second", 1...100_000, default: 200),
            seconds: try options.number("seconds", 1...100_000, default: 60),
            program: options["server"] ?? beside("attendant"), menus: options["menus"] ?? "Menus"
        ).run()
        print(figures.text)
        return figures.isClean
    }

    private static func run(_ plan: SoakPlan, _ options: Options) async throws -> Bool {
        let report = try await Soak(
            plan, program: options["server"] ?? beside("attendant"), menus: options["menus"] ?? "Menus"
        ).run { say($0) }
        print(report.text)
        return report.isClean
    }

    /// At once, also into a file that somebody watches.
    private static func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }

    /// The program that is built with this one.
    static func beside(_ name: String) -> String {
        let own =
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
        return URL(filePath: own).deletingLastPathComponent().appending(path: name).path
    }
}
