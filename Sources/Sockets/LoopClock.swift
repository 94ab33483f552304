/// Where a loop gets the time from, and where its own time begins.
struct LoopClock: Sendable {
    private let origin: ContinuousClock.Instant
    private let read: @Sendable () -> ContinuousClock.Instant

    /// By default the system's clock, which goes on while the machine sleeps.
    init(_ read: @escaping @Sendable () -> ContinuousClock.Instant = { .now }) {
        self.read = read
        origin = read()
    }

    var now: LoopTime { time(of: read()) }

    func time(of instant: ContinuousClock.Instant) -> LoopTime {
        LoopTime(nanoseconds: LoopTime.nanoseconds(origin.duration(to: instant)))
    }
}
