import FastAGI

/// SAY …: several of Asterisk's own sounds, one behind the other.
struct Saying: Activity {
    private let ends: Duration
    private let escape: EscapeKeys
    private let canBeInterrupted: Bool

    /// Begins to speak `text` with sounds of those names.
    static func start(
        _ text: String, _ names: [String], escape: String, interruptible: Bool, at now: Duration,
        on channel: inout ChannelState
    ) -> Start {
        let length = names.reduce(Duration.zero) { $0 + (channel.sound($1)?.duration ?? SpokenSounds.usualLength) }
        if !names.isEmpty { channel.noteSaid(text, Sound(samples: 0, text: text), at: now) }
        return .runs(
            Saying(ends: now + length, escape: EscapeKeys(escape), canBeInterrupted: interruptible))
    }

    var isPrompt: Bool { true }
    var deadline: Duration? { ends }
    var interruption: Interruption { canBeInterrupted ? .silent : .none }

    mutating func expire(at now: Duration, on channel: inout ChannelState) -> Outcome? { .result(0) }

    mutating func press(_ key: DTMFKey, at now: Duration, on channel: inout ChannelState) -> (KeyFate, Outcome?) {
        escape.contains(key) ? (.taken, .result(key.rawValue)) : (.dropped, nil)
    }

    mutating func hangUp(at now: Duration, on channel: inout ChannelState) -> Outcome { .result(-1, failed: true) }
}
