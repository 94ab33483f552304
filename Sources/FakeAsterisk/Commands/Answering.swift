/// ANSWER: at once when the call is up, else as long as the answer takes on such a line.
enum Answering {
    /// Begins to answer.
    static func start(at now: Duration, on channel: ChannelState) -> Start {
        guard channel.line != .up else { return .result(0) }
        return .runs(
            Delay(
                until: now + channel.call.answerTime, isNoticed: false,
                done: { now, channel in
                    channel.line = .up
                    channel.note(.event("answered"), at: now)
                    return .result(0)
                }, gone: { _, _ in .result(-1, failed: true) }))
    }
}
