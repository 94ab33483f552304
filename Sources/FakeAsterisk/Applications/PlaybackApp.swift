/// `Playback(file[&file…][,options])`: sounds that no key ends. It answers the call unless told not to.
enum PlaybackApp {
    /// Begins to play.
    static func start(_ options: String, at now: Duration, on channel: inout ChannelState) -> Start {
        let parts = AppArguments.split(options)
        let flags = AppArguments.part(parts, 1) ?? ""
        if channel.line != .up {
            if flags.contains("skip") { return finish(.zero, "SUCCESS", at: now) }
            if !flags.contains("noanswer") { channel.line = .up }
        }
        var length = Duration.zero
        var status = "SUCCESS"
        for name in parts[0].split(separator: "&").map(String.init) {
            guard let sound = channel.sound(name) else {
                status = "FAILED"
                continue
            }
            channel.noteSaid(name, sound, at: now + length)
            length += sound.duration
        }
        return finish(length, status, at: now)
    }

    private static func finish(_ length: Duration, _ status: String, at now: Duration) -> Start {
        .runs(
            Delay(
                until: now + length,
                done: { _, channel in
                    channel.variables.set("PLAYBACKSTATUS", to: status)
                    return .result(0)
                },
                gone: { _, channel in
                    channel.variables.set("PLAYBACKSTATUS", to: "FAILED")
                    return .result(-1)
                }))
    }
}
