public import FakeAsterisk
import Foundation
import Records
import Sockets
import Synchronization

/// Calls that begin at a fixed rate, however the server does (an open loop), and how long it let them wait.
///
/// A closed loop would ask less of a server that is slow; here calls that come late are told, for they make the figures
/// better than they are.
public struct Rate: Sendable {
    /// Calls a second.
    public var perSecond: Int
    /// For so long.
    public var seconds: Int
    /// Where the built `attendant` is.
    public var program: String
    /// The folder of the sample menus.
    public var menus: String

    /// A rate; nothing is called yet.
    public init(perSecond: Int, seconds: Int, program: String, menus: String) {
        (self.perSecond, self.seconds, self.program, self.menus) = (perSecond, seconds, program, menus)
    }

    /// What came of it.
    public struct Figures: Sendable {
        /// All calls, and every time between a reply and the next command.
        public internal(set) var load = LoadReport()
        /// Those times where the reply brought a key.
        public internal(set) var afterKeys = Gaps()
        /// How late calls began, by this program's own fault.
        public internal(set) var lateness = Gaps()
        /// Callers who were promised a call.
        public internal(set) var thanked = 0
        /// Requests that are written.
        public internal(set) var requests = 0
        /// Calls that were played and did not end as a call does: `AGISTATUS` other than SUCCESS or HANGUP, or a silence.
        public internal(set) var failed = 0

        /// Whether no call was refused or failed, and everybody who was thanked has a request.
        public var isClean: Bool { load.refused == 0 && failed == 0 && thanked == requests }

        /// A head and a row.
        public var text: String {
            func milliseconds(_ gaps: Gaps) -> String {
                [50, 99, 99.9].map { percent in
                    let time = gaps.percentile(percent).map { Double($0 / .microseconds(1)) / 1_000 } ?? 0
                    return String(format: "%8.2f", time)
                }.joined()
            }
            return """
                    calls refused  failed  calls/s |  key ms: p50     p99   p99.9 |  all ms: p50     p99   p99.9 | late ms: p50     p99   p99.9 | thanked written
                \(String(format: "%9d %7d %7d %8.1f |      ", load.calls, load.refused, failed, load.callsPerSecond))\
                \(milliseconds(afterKeys)) |      \(milliseconds(load.gaps)) |      \(milliseconds(lateness)) \
                \(String(format: "| %7d %7d", thanked, requests))
                """
        }
    }

    /// Plays it against a server of its own.
    ///
    /// - Throws: `SoakError` when the server cannot be started or its file not be read.
    public func run() async throws -> Figures {
        let house = try SoakHouse(program: program, menus: menus, named: ["reception"])
        defer { house.remove() }
        try house.start()
        // Its sounds are made, and everything is paged in.
        try await warmUp(house)
        var figures = try await play(house)
        for end in await house.stop() where end != 0 { throw SoakError("the server ended with \(end)") }
        let rows = try RecordsReader(file: house.database).callbacks(limit: .max)
        figures.requests = rows.count { $0.uniqueID.hasPrefix("rate-") }
        return figures
    }

    private func warmUp(_ house: SoakHouse) async throws {
        // Other numbers: who is on the list already is not thanked again.
        let load = FakeLoad(calls: 100, concurrency: 4) { call($0 + 5_000_000, "warm") }
        _ = try await load.run(host: "127.0.0.1", port: house.socket.port)
    }

    private func play(_ house: SoakHouse) async throws -> Figures {
        let loop = try EventLoopGroup(count: 1).next()
        let (total, port) = (perSecond * seconds, house.socket.port)
        let began = ContinuousClock.now
        var figures = Figures()
        await withTaskGroup(of: (CallReport?, Duration).self) { group in
            for number in 0..<total where !Task.isCancelled {
                let due = began + .seconds(Double(number) / Double(perSecond))
                try? await Task.sleep(until: due, tolerance: .zero, clock: .continuous)
                let call = call(number, "rate")
                group.addTask(executorPreference: loop) {
                    let late = ContinuousClock.now - due
                    return (try? await call.run(host: "127.0.0.1", port: port, on: loop), late)
                }
            }
            for await (report, late) in group { figures.add(report, late: late) }
        }
        figures.load.duration = ContinuousClock.now - began
        return figures
    }

    private func call(_ number: Int, _ name: String) -> FakeCall {
        var world = World()
        world.otherTelephones = .answers(after: .seconds(2), talks: .seconds(5))
        // A number of its own for each: a request that only refreshes another would count once.
        let call = IncomingCall(
            script: "reception", uniqueID: "\(name)-\(number)", number: CallerWalk.telephone(number, "reception"))
        return FakeCall(
            call, world: world, caller: CallerWalk.short(number), wire: WireOptions(joinsLines: true))
    }
}

extension Rate.Figures {
    mutating func add(_ report: CallReport?, late: Duration) {
        load.add(report)
        lateness.add([late])
        guard let report else { return }
        if report.ending == .silence || ![.success, .hangup].contains(report.status) { failed += 1 }
        if report.said.contains(where: Account.isPromise) { thanked += 1 }
        afterKeys.add(
            zip(report.exchanges, report.exchanges.dropFirst()).compactMap { before, next in
                before.broughtKey ? next.gap : nil
            })
    }
}

extension Exchange {
    /// Whether the reply says that a key was pressed: `200 result=49`, and a position perhaps.
    var broughtKey: Bool {
        guard let line = reply.last, let rest = line.split(separator: "=", maxSplits: 1).last,
            let value = Int(rest.prefix { $0.isNumber }), line.hasPrefix("200 result=")
        else { return false }
        return ["STREAM FILE", "CONTROL STREAM FILE", "WAIT FOR DIGIT", "GET OPTION", "SAY "].contains {
            command.hasPrefix($0)
        } && (35...57).contains(value)
    }
}
