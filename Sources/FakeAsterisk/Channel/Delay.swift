/// Something that takes a while and listens to no keys: answering, Wait, Playback, music on hold, a subroutine.
struct Delay: Activity {
    typealias Ending = @Sendable (Duration, inout ChannelState) -> Outcome

    let deadline: Duration?
    let done: Ending
    let gone: Ending
    let isNoticed: Bool

    /// A delay up to `deadline` (nil: for ever), with what comes of it then and after a hang-up.
    init(
        until deadline: Duration?, isNoticed: Bool = true, done: @escaping Ending, gone: @escaping Ending
    ) {
        self.deadline = deadline
        self.isNoticed = isNoticed
        self.done = done
        self.gone = gone
    }

    mutating func expire(at now: Duration, on channel: inout ChannelState) -> Outcome? { done(now, &channel) }

    mutating func hangUp(at now: Duration, on channel: inout ChannelState) -> Outcome { gone(now, &channel) }
}
