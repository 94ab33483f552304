/// Whether what a server holds grows with the calls: the medians of an early and a late window of its life are compared.
public struct Growth: Sendable {
    /// What memory may grow by whatever happens: buffers and pages that are there at the busiest moment only.
    public static let memory = 12 << 20
    /// What it may grow by for each call: a server remembers the calls of 36 hours, up to 200,000, so that it knows who
    /// calls again (`RecentCalls`); a number that nobody else has takes some 180 bytes there.
    public static let memoryPerCall = 200
    /// Descriptors: the calls under way differ.
    public static let descriptors = 24
    /// Threads: Dispatch's, of which each blocking write may need one more.
    public static let threads = 8
    /// Fewer samples tell nothing.
    public static let fewest = 10

    /// The early window and the late one, as medians.
    public let early, late: ServerSample

    /// Of the server that lived longest; nil when it was looked at too seldom. The first fifth of its life is left out:
    /// caches fill.
    public init?(_ samples: [ServerSample]) {
        let lives = Dictionary(grouping: samples, by: \.server)
        let calls = { (life: [ServerSample]) in (life.last?.calls ?? 0) - (life.first?.calls ?? 0) }
        guard let life = lives.values.max(by: { calls($0) < calls($1) }), life.count >= Self.fewest else { return nil }
        let fifth = life.count / 5
        early = Self.median(life[fifth..<(2 * fifth)])
        late = Self.median(life.suffix(fifth))
    }

    /// What grew beyond its allowance, one line each.
    public var findings: [String] {
        let allowed = Self.memory + Self.memoryPerCall * (late.calls - early.calls)
        return [
            ("memory", early.memory >> 10, late.memory >> 10, allowed >> 10, " KB"),
            ("descriptors", early.descriptors, late.descriptors, Self.descriptors, ""),
            ("threads", early.threads, late.threads, Self.threads, ""),
        ].filter { $0.2 - $0.1 > $0.3 }.map {
            "\($0.0) grew from \($0.1) to \($0.2)\($0.4) over \(late.calls - early.calls) calls, by more than \($0.3)"
        }
    }

    private static func median(_ window: ArraySlice<ServerSample>) -> ServerSample {
        func middle(_ value: (ServerSample) -> Int) -> Int { window.map(value).sorted()[window.count / 2] }
        return ServerSample(
            server: middle(\.server), calls: middle(\.calls), memory: middle(\.memory),
            descriptors: middle(\.descriptors), threads: middle(\.threads))
    }
}
