import FastAGI

/// GET DATA: plays a sound and gathers keys up to `#`, a number of them, or a pause (`ast_app_getdata` in app.c).
struct GetData: Activity {
    /// The room for digits in res_agi.c.
    private static let mostKeys = 1_023

    private let player: Player
    private let longest: Int
    private let firstWait: Duration?
    private let nextWait: Duration?
    private var keys = ""
    private var waitsSince: Duration?

    private init(player: Player, longest: Int, waits: (first: Duration?, next: Duration?)) {
        self.player = player
        self.longest = longest
        firstWait = waits.first
        nextWait = waits.next
    }

    /// Begins to play; the words are those of the whole line.
    static func start(_ words: [String], at now: Duration, on channel: inout ChannelState) -> Start {
        guard let sound = channel.sound(words[2]) else { return .result(-1, failed: true) }
        let milliseconds = words.count > 3 ? Int(leading: words[3]) ?? 0 : 0
        let longest = words.count > 4 ? Int(leading: words[4]) ?? 0 : mostKeys
        channel.noteSaid(words[2], sound, at: now)
        let player = Player(sound, at: now)
        return .runs(GetData(player: player, longest: min(max(longest, 1), mostKeys), waits: waits(milliseconds)))
    }

    /// 0 is Asterisk's own 6 s and 2 s (app.c:249), a negative number no end.
    private static func waits(_ milliseconds: Int) -> (first: Duration?, next: Duration?) {
        if milliseconds < 0 { return (nil, nil) }
        if milliseconds == 0 { return (.seconds(6), .seconds(2)) }
        return (.milliseconds(milliseconds), .milliseconds(milliseconds))
    }

    var isPrompt: Bool { true }
    var deadline: Duration? {
        guard let waitsSince else { return player.ends }
        return (keys.isEmpty ? firstWait : nextWait).map { waitsSince + $0 }
    }
    var awaitsKeysSince: Duration? { waitsSince }
    var interruption: Interruption { .silent }

    mutating func expire(at now: Duration, on channel: inout ChannelState) -> Outcome? {
        guard waitsSince != nil else {
            waitsSince = now
            channel.promptEnded = now
            return nil
        }
        channel.noteWaitEnded(at: now)
        return .result(keys, "(timeout)")
    }

    mutating func press(_ key: DTMFKey, at now: Duration, on channel: inout ChannelState) -> (KeyFate, Outcome?) {
        waitsSince = now
        guard key != .pound else { return (.taken, .result(keys)) }
        keys.append(key.character)
        return (.taken, keys.utf8.count >= longest ? .result(keys) : nil)
    }

    mutating func hangUp(at now: Duration, on channel: inout ChannelState) -> Outcome { .result(-1, failed: true) }
}
