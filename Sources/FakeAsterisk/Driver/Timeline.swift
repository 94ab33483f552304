/// The time since a call began: what a clock shows, and what was skipped.
struct Timeline: Sendable {
    let skipsWaits: Bool
    private let elapsed: @Sendable () -> Duration
    private let wait: @Sendable (Duration) async throws -> Void
    private var skipped: Duration = .zero

    init(_ pace: Pace) {
        skipsWaits = pace.skipsWaits
        (elapsed, wait) = Self.measures(pace.clock)
    }

    var now: Duration { elapsed() + skipped }

    /// Goes to a time at once; nothing for one that is past.
    mutating func jump(to time: Duration) {
        skipped += max(.zero, time - now)
    }

    /// Waits by the clock; returns early when the task is cancelled.
    func sleep(until time: Duration) async {
        try? await wait(max(.zero, time - now))
    }

    private typealias Measures = (@Sendable () -> Duration, @Sendable (Duration) async throws -> Void)

    private static func measures(_ clock: some Clock<Duration>) -> Measures {
        let start = clock.now
        return ({ start.duration(to: clock.now) }, { try await clock.sleep(for: $0) })
    }
}
