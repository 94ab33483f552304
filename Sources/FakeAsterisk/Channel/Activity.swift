import FastAGI

/// A command that takes time.
///
/// It is told what happens, and says what comes of it: nil while it goes on, an outcome once it is done.
protocol Activity: Sendable {
    /// When it goes on by itself; nil: it waits for the caller for ever.
    var deadline: Duration? { get }

    /// Since when a caller who listens knows that keys are waited for: nothing plays any more.
    var awaitsKeysSince: Duration? { get }

    /// Whether the caller notices that it goes on: nobody hears a call being answered.
    var isNoticed: Bool { get }

    /// Whether something plays that asks for keys or tells them.
    var isPrompt: Bool { get }

    /// What a command does that comes while this one runs.
    var interruption: Interruption { get }

    /// The deadline has come.
    mutating func expire(at now: Duration, on channel: inout ChannelState) -> Outcome?

    /// The caller pressed a key.
    mutating func press(_ key: DTMFKey, at now: Duration, on channel: inout ChannelState) -> (KeyFate, Outcome?)

    /// The caller has hung up.
    mutating func hangUp(at now: Duration, on channel: inout ChannelState) -> Outcome
}

/// What becomes of a command when another one arrives while it runs (reference: reply C.3 of res_agi.c's handlers).
enum Interruption: Sendable, Equatable {
    /// It goes on, and the other waits.
    case none
    /// It ends without any reply.
    case silent
    /// It ends with this reply.
    case answers(String)
}

extension Activity {
    var awaitsKeysSince: Duration? { nil }
    var isNoticed: Bool { true }
    var isPrompt: Bool { false }
    var interruption: Interruption { .none }

    mutating func press(_ key: DTMFKey, at now: Duration, on channel: inout ChannelState) -> (KeyFate, Outcome?) {
        (.unheard, nil)
    }
}
