/// What many calls came to.
public struct LoadReport: Sendable, Hashable {
    /// Calls that were played to an end.
    public private(set) var calls = 0
    /// Calls that found no server.
    public private(set) var refused = 0
    /// How they ended.
    public private(set) var endings: [CallEnding: Int] = [:]
    /// What AGISTATUS was.
    public private(set) var statuses: [AGIStatus: Int] = [:]
    /// How many keys met which fate.
    public private(set) var keys: [KeyFate: Int] = [:]
    /// How many commands were run.
    public private(set) var commands = 0
    /// The times from a reply to the server's next command, this program's own share of them included.
    public private(set) var gaps = Gaps()
    /// The longest such time of each call.
    public private(set) var longestGaps = Gaps()
    /// How long it all took.
    public var duration: Duration = .zero

    /// Nothing yet.
    public init() {}

    /// Calls a second.
    public var callsPerSecond: Double { duration > .zero ? Double(calls) / duration.inSeconds : 0 }

    /// Counts a call; nil is one that found no server.
    public mutating func add(_ report: CallReport?) {
        guard let report else {
            refused += 1
            return
        }
        calls += 1
        endings[report.ending, default: 0] += 1
        statuses[report.status, default: 0] += 1
        keys.merge(report.keys, uniquingKeysWith: +)
        commands += report.exchanges.count
        let own = report.exchanges.compactMap(\.gap)
        gaps.add(own)
        longestGaps.add([own.max()].compactMap { $0 })
    }
}
