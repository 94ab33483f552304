/// Where a loop gets the time from.
struct LoopClock: Sendable {
    let now: @Sendable () -> ContinuousClock.Instant

    /// The system's clock, which goes on while the machine sleeps.
    static let continuous = LoopClock { .now }
}
