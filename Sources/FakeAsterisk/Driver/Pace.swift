/// How time passes in a fake call.
public struct Pace: Sendable {
    let clock: any Clock<Duration>
    let skipsWaits: Bool

    /// As for a real caller.
    public static let real = Pace.real(ContinuousClock())

    /// Whatever Asterisk and the caller wait for costs no time: a prompt of ten seconds is over at once and counts ten
    /// seconds. Only the time in which the server lets Asterisk wait passes as it does, so keys are lost in gaps here,
    /// too. A command that would cut off another one comes too late to do so.
    public static let fast = Pace.fast(ContinuousClock())

    /// As for a real caller, by a clock of one's own.
    public static func real(_ clock: any Clock<Duration>) -> Pace { Pace(clock: clock, skipsWaits: false) }

    /// Without waits; the server's own time is taken from a clock of one's own.
    public static func fast(_ clock: any Clock<Duration>) -> Pace { Pace(clock: clock, skipsWaits: true) }
}
