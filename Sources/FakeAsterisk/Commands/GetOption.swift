import FastAGI

/// GET OPTION: STREAM FILE, and then a wait for one key. A key outside the escape digits ends the wait as 0.
struct GetOption: Activity {
    /// The wait when the command names none: the channel's own digit time-out.
    private static let usualWait: Duration = .seconds(5)

    private let player: Player
    private let escape: EscapeKeys
    private let wait: Duration?
    private var isWaiting = false

    private init(player: Player, escape: EscapeKeys, wait: Duration?) {
        self.player = player
        self.escape = escape
        self.wait = wait
    }

    /// Begins to play; the words are those of the whole line.
    static func start(_ words: [String], at now: Duration, on channel: inout ChannelState) -> Start {
        guard let sound = channel.sound(words[2]) else { return .result(-1, "endpos=0", failed: true) }
        let milliseconds = words.count > 4 ? Int(leading: words[4]) ?? 0 : Int(usualWait.milliseconds)
        channel.noteSaid(words[2], sound, at: now)
        let wait: Duration? = milliseconds < 0 ? nil : .milliseconds(milliseconds)
        return .runs(GetOption(player: Player(sound, at: now), escape: EscapeKeys(words[3]), wait: wait))
    }

    var isPrompt: Bool { true }
    var deadline: Duration? { isWaiting ? wait.map { player.ends + $0 } : player.ends }
    var awaitsKeysSince: Duration? { isWaiting ? player.ends : nil }
    var interruption: Interruption { .silent }

    mutating func expire(at now: Duration, on channel: inout ChannelState) -> Outcome? {
        guard isWaiting else {
            isWaiting = true
            channel.promptEnded = now
            return nil
        }
        channel.noteWaitEnded(at: now)
        return .result(0, endpos)
    }

    mutating func press(_ key: DTMFKey, at now: Duration, on channel: inout ChannelState) -> (KeyFate, Outcome?) {
        guard !escape.contains(key) else {
            return (.taken, .result(key.rawValue, "endpos=\(player.position(at: now))"))
        }
        return (.dropped, isWaiting ? .result(0, endpos) : nil)
    }

    mutating func hangUp(at now: Duration, on channel: inout ChannelState) -> Outcome {
        .result(-1, "endpos=\(player.position(at: now))", failed: true)
    }

    private var endpos: String { "endpos=\(player.sound.samples)" }
}
