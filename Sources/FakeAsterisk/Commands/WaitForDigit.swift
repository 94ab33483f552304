import FastAGI

/// WAIT FOR DIGIT: one key, any of them.
struct WaitForDigit: Activity {
    /// A shorter wait is no question to the caller.
    private static let shortestNoticed = Duration.milliseconds(500)

    private let began: Duration
    let deadline: Duration?

    /// Begins to wait; the words are those of the whole line.
    static func start(_ words: [String], at now: Duration) -> Start {
        guard let milliseconds = Int(leading: words[3]) else { return .usage }
        return .runs(
            WaitForDigit(began: now, deadline: milliseconds < 0 ? nil : now + .milliseconds(milliseconds)))
    }

    var awaitsKeysSince: Duration? { began }
    var interruption: Interruption { .answers("200 result=1") }

    mutating func expire(at now: Duration, on channel: inout ChannelState) -> Outcome? {
        if now - began >= Self.shortestNoticed { channel.noteWaitEnded(at: now) }
        return .result(0)
    }

    mutating func press(_ key: DTMFKey, at now: Duration, on channel: inout ChannelState) -> (KeyFate, Outcome?) {
        (.taken, .result(key.rawValue))
    }

    mutating func hangUp(at now: Duration, on channel: inout ChannelState) -> Outcome { .result(-1, failed: true) }
}
