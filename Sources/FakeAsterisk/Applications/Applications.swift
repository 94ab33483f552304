/// EXEC: dialplan applications.
enum Applications {
    /// Runs the one whose name is the line's second word, with the third as its options; more words are dropped
    /// silently (res_agi.c:3311).
    static func start(_ words: [String], at now: Duration, on channel: inout ChannelState, isDead: Bool) -> Start {
        let name = words[1].lowercased()
        var options = words.count > 2 ? words[2] : ""
        if Truth.isTrue(channel.variables["AGIEXECFULL"]) { options = Expansion.expand(options, on: channel, at: now) }
        if let own = channel.world.applications.first(where: { $0.key.lowercased() == name })?.value {
            return run(own, at: now, isDead: isDead, on: &channel)
        }
        guard isDead else { return live(name, options, at: now, on: &channel) ?? instant(name, options, on: &channel) }
        return liveNames.contains(name) ? .result(-1) : instant(name, options, on: &channel)
    }

    /// The ones that need a caller.
    private static let liveNames: Set = [
        "dial", "queue", "voicemail", "playback", "wait", "musiconhold", "answer", "hangup", "busy", "congestion",
    ]

    private static func live(
        _ name: String, _ options: String, at now: Duration, on channel: inout ChannelState
    ) -> Start? {
        switch name {
        case "dial": return Dial.start(options, at: now, on: &channel)
        case "queue": return QueueApp.start(options, at: now, on: &channel)
        case "voicemail": return VoiceMail.start(options, at: now, on: &channel)
        case "playback": return PlaybackApp.start(options, at: now, on: &channel)
        case "wait": return pause(AppArguments.seconds(options) ?? .zero, at: now)
        case "musiconhold":
            let seconds = AppArguments.seconds(AppArguments.part(AppArguments.split(options), 1))
            channel.note(.event("music on hold"), at: now)
            return pause(seconds, at: now)
        case "busy", "congestion":
            channel.note(.event("\(name) tone"), at: now)
            return pause(AppArguments.seconds(options), result: -1, at: now)
        case "answer": return Answering.start(at: now, on: channel)
        case "hangup":
            channel.wantsHangup = true
            return .result(-1)
        default: return nil
        }
    }

    /// The ones that take no time.
    private static func instant(_ name: String, _ options: String, on channel: inout ChannelState) -> Start {
        switch name {
        case "noop", "verbose", "log", "userevent", "startmusiconhold", "stopmusiconhold", "playtones", "stopplaytones",
            "proceeding", "celgenuserevent":
            break
        case "progress", "ringing": channel.hasEarlyMedia = channel.hasEarlyMedia || name == "progress"
        case "set": Assignment.assign(options, on: &channel)
        case "mset": for part in AppArguments.split(options) { Assignment.assign(part, on: &channel) }
        case "goto": channel.place.jump(AppArguments.split(options))
        default: return .result(-2)
        }
        return .result(0)
    }

    private static func pause(_ length: Duration?, result: Int = 0, at now: Duration) -> Start {
        .runs(Delay(until: length.map { now + $0 }, done: { _, _ in .result(result) }, gone: { _, _ in .result(-1) }))
    }

    private static func run(
        _ own: Application, at now: Duration, isDead: Bool, on channel: inout ChannelState
    ) -> Start {
        let end: Delay.Ending = { _, channel in
            for (name, value) in own.sets { channel.variables.set(name, to: value) }
            return reply(own.result, documented: channel.world.hasUsageTexts)
        }
        if own.takes == .zero || isDead { return .done(end(now, &channel)) }
        return .runs(Delay(until: own.takes.map { now + $0 }, done: end, gone: { _, _ in .result(-1) }))
    }

    /// An application's own code reaches the dispatcher, which takes 1 for wrong usage and 2 for a failure
    /// (res_agi.c:3320).
    private static func reply(_ result: Int, documented: Bool) -> Outcome {
        var outcome = Outcome.result(result, failed: result == 2)
        if result == 1 { outcome.lines += Usage.reply(to: .exec, documented: documented).lines }
        return outcome
    }
}
