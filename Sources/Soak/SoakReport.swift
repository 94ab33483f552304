/// What a soak came to.
public struct SoakReport: Sendable {
    /// What became of the calls: `started = ended + lost + lostWithoutRow + noCall`, when every one is accounted for.
    public struct Counts: Sendable, Equatable {
        /// Connections that were made or tried.
        public internal(set) var started = 0
        /// Calls with one row and its outcome.
        public internal(set) var ended = 0
        /// Calls that a kill cut off, closed as lost by the next server.
        public internal(set) var lost = 0
        /// Calls that began in the moment before a kill, and left no row.
        public internal(set) var lostWithoutRow = 0
        /// Peers that sent no whole environment.
        public internal(set) var noCall = 0
        /// Callers who were promised a call.
        public internal(set) var thanked = 0
        /// Requests that are written.
        public internal(set) var requests = 0
        /// Faults of the books.
        public internal(set) var unaccounted = 0
    }

    /// The plan's seed.
    public let seed: UInt64
    /// What became of the calls.
    public let counts: Counts
    /// How often each fault was played.
    public let faults: [SoakPlan.Fault: Int]
    /// How long it took.
    public let duration: Duration
    /// What the servers held, in the order of time.
    public let samples: [ServerSample]
    /// What was wrong, one line each.
    public let findings: [String]

    /// Whether every call is accounted for and nothing grew.
    public var isClean: Bool { findings.isEmpty }

    /// The table, and the findings under it.
    public var text: String {
        let most = 50
        let rest = findings.count > most ? ["… and \(findings.count - most) more"] : []
        return
            (table + sampleLines + findings.prefix(most).map { "FINDING \($0)" } + rest
            + [isClean ? "soak: every call is accounted for" : "soak: \(findings.count) findings"])
            .joined(separator: "\n")
    }

    private var table: [String] {
        let played = faults.sorted { $0.key.rawValue < $1.key.rawValue }.map { "\($0.value) \($0.key.rawValue)" }
        return [
            "seed \(seed), \(duration.components.seconds) s; faults: \(played.isEmpty ? "none" : played.joined(separator: ", "))",
            Self.line("calls started", counts.started),
            Self.line("  ended, each with its row and outcome", counts.ended),
            Self.line("  lost to kill -9, closed as lost", counts.lost),
            Self.line("  lost to kill -9 in their first moment, no row", counts.lostWithoutRow),
            Self.line("  no whole environment, no row", counts.noCall),
            Self.line("  unaccounted for", counts.unaccounted),
            Self.line("callers thanked", counts.thanked), Self.line("requests written", counts.requests),
        ]
    }

    /// Ten moments of the server's life; all of them would be a long list.
    private var sampleLines: [String] {
        guard !samples.isEmpty else { return [] }
        let step = max(1, samples.count / 10)
        let shown = samples.enumerated().filter { $0.offset % step == 0 || $0.offset == samples.count - 1 }
        return [Self.row(["server", "calls ended", "RSS KB", "descriptors", "threads"])]
            + shown.map { _, sample in
                Self.row(
                    [sample.server, sample.calls, sample.memory >> 10, sample.descriptors, sample.threads].map(
                        String.init))
            }
    }

    private static func row(_ cells: [String]) -> String {
        cells.map { String(repeating: " ", count: max(0, 12 - $0.count)) + $0 }.joined()
    }

    private static func line(_ words: String, _ count: Int) -> String {
        let count = String(count)
        return words + String(repeating: " ", count: max(1, 56 - words.count - count.count)) + count
    }
}
