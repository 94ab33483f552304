import Foundation
import Reception
import Records
import Sockets

/// How a server does at this moment: what `attendant status` and `GET /status` tell. Times are UTC, lengths seconds.
struct StatusReport: Codable, Sendable, Equatable {
    /// The program itself.
    struct Program: Codable, Sendable, Equatable {
        let version: String
        let pid: Int32
        let since: Date
        let listening: [String]
    }

    /// One call under way.
    struct Call: Codable, Sendable, Equatable {
        let id: String
        let menu: String
        let version: String
        /// The step's place in the file.
        let step: String
        /// Since it began.
        let seconds: Double
        /// Since it came to the step.
        let here: Double
    }

    /// All calls at one step.
    struct Step: Codable, Sendable, Equatable {
        let menu: String
        let step: String
        let calls: Int
        /// How long the one has been there that came first.
        let longest: Double
    }

    /// Since the start.
    struct Totals: Codable, Sendable, Equatable {
        let now: Int
        let started: Int
        /// By ATTENDANT_STATUS.
        let ended: [String: Int]
        /// Connections turned away.
        let refused: Int
        /// Errors of the log.
        let errors: Int
    }

    /// A menu that answers.
    struct Menu: Codable, Sendable, Equatable {
        let name: String
        let version: String
        /// Since when that version does.
        let since: Date
    }

    /// What waits.
    struct Queues: Codable, Sendable, Equatable {
        /// Rows of calls that are not on disk yet.
        let records: Int
        /// Nil when the database cannot be read.
        let kept: QueueFigures?
    }

    let program: Program
    let totals: Totals
    /// Where calls are, most of them first.
    let steps: [Step]
    /// The longest first; at most `mostCalls`.
    let calls: [Call]
    let menus: [Menu]
    let queues: Queues
    /// Why the server cannot do its work wholly, one line each; empty when it can.
    let troubles: [String]
    /// The last ones of the log, oldest first.
    let errors: [LoggedError]

    /// So many calls are listed one by one.
    static let mostCalls = 1000

    /// As JSON, on several lines.
    func json() -> [UInt8] { (try? RecordsJSON.data(self, isPretty: true)).map { Array($0) + [10] } ?? [] }

    /// What `json` made; nil when it is none.
    init?(json: [UInt8]) {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .custom { decoder in
            try Date(
                try decoder.singleValueContainer().decode(String.self),
                strategy: Date.ISO8601FormatStyle(includingFractionalSeconds: true))
        }
        guard let report = try? decoder.decode(StatusReport.self, from: Data(json)) else { return nil }
        self = report
    }
}

extension StatusReport {
    /// - Parameter anonymous: Whether the facts of the last errors are left out. They may quote a dial string or an
    ///   address with a number of a caller, and an address over HTTP has no user whose rights could be looked at.
    init(_ view: ServerView, anonymous: Bool = false) {
        let counts = view.counts
        let calls = counts.calls.values.map { call in
            Call(
                id: call.id, menu: call.menu, version: call.version, step: call.step,
                seconds: Self.seconds(view.moment - call.began), here: Self.seconds(view.moment - call.since))
        }
        program = Program(
            version: Release.version, pid: ProcessInfo.processInfo.processIdentifier, since: view.since,
            listening: view.listening)
        totals = Totals(
            now: calls.count, started: counts.started.values.reduce(0, +),
            ended: Dictionary(counts.ended.map { ($0.key.outcome.rawValue, $0.value) }, uniquingKeysWith: +),
            refused: Int(view.connections.flatMap(\.refused.values).reduce(0, +)), errors: view.errorCount)
        steps = Self.steps(calls)
        self.calls = Array(calls.sorted { ($0.seconds, $1.id) > ($1.seconds, $0.id) }.prefix(Self.mostCalls))
        menus = view.menus
        queues = Queues(records: view.records.queued, kept: view.queues)
        troubles = view.troubles
        errors = anonymous ? view.errors.map(\.withoutFacts) : view.errors
    }

    /// Calls by where they are.
    static func steps(_ calls: [Call]) -> [Step] {
        Dictionary(grouping: calls) { [$0.menu, $0.step] }
            .compactMap { _, calls in
                calls.max { $0.here < $1.here }.map { first in
                    Step(menu: first.menu, step: first.step, calls: calls.count, longest: first.here)
                }
            }
            .sorted { ($1.calls, $0.menu, $0.step) < ($0.calls, $1.menu, $1.step) }
    }

    private static func seconds(_ time: Duration) -> Double { max(0, (time / .milliseconds(1)).rounded() / 1000) }
}
