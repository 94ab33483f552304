import FastAGI

/// STREAM FILE: plays a sound until its end or one of the escape digits.
///
/// PLAYBACKSTATUS is FAILED when a key was pressed, although nothing failed (res_agi.c:2741).
struct StreamFile: Activity {
    private let player: Player
    private let escape: EscapeKeys

    /// Begins to play; the words are those of the whole line.
    static func start(_ words: [String], at now: Duration, on channel: inout ChannelState) -> Start {
        guard let offset = words.count > 4 ? Int(leading: words[4]) : 0 else { return .usage }
        guard let sound = channel.sound(words[2]) else {
            channel.variables.set("PLAYBACKSTATUS", to: "FAILED")
            return .result(-1, "endpos=0", failed: true)
        }
        channel.noteSaid(words[2], sound, at: now)
        return .runs(StreamFile(player: Player(sound, from: offset, at: now), escape: EscapeKeys(words[3])))
    }

    var isPrompt: Bool { true }
    var deadline: Duration? { player.ends }
    var interruption: Interruption { .silent }

    mutating func expire(at now: Duration, on channel: inout ChannelState) -> Outcome? {
        channel.variables.set("PLAYBACKSTATUS", to: "SUCCESS")
        return .result(0, "endpos=\(player.sound.samples)")
    }

    mutating func press(_ key: DTMFKey, at now: Duration, on channel: inout ChannelState) -> (KeyFate, Outcome?) {
        guard escape.contains(key) else { return (.dropped, nil) }
        channel.variables.set("PLAYBACKSTATUS", to: "FAILED")
        return (.taken, .result(key.rawValue, "endpos=\(player.position(at: now))"))
    }

    mutating func hangUp(at now: Duration, on channel: inout ChannelState) -> Outcome {
        channel.variables.set("PLAYBACKSTATUS", to: "FAILED")
        return .result(-1, "endpos=\(player.position(at: now))", failed: true)
    }
}
