/// Commands that are done at once and need nothing of their own.
enum PlainCommands {
    /// Runs one; the words are those of the whole line.
    static func run(_ verb: Verb, _ words: [String], at now: Duration, on channel: inout ChannelState) -> Start {
        switch verb {
        case .channelStatus:
            let isOurs = words.count < 3 || words[2] == channel.call.channel
            return .result(isOurs ? channel.line.rawValue : -1)
        case .hangup:
            guard words.count < 2 || words[1] == channel.call.channel else { return .result(-1) }
            channel.wantsHangup = true
            return .result(1)
        case .setAutoHangup: return autoHangup(words[2], at: now, on: &channel)
        case .setContext: channel.place.context = words[2]
        case .setExtension: channel.place.extension = words[2]
        case .setPriority: return priority(words[2], on: &channel)
        case .setMusic:
            guard ["on", "off"].contains(words[2].lowercased()) else { return .usage }
            channel.note(.event("music \(words[2].lowercased())"), at: now)
        case .verbose: return .result(1)
        case .tddMode, .asyncAGIBreak, .noop, .sendImage, .sendText: break
        // Without a speech engine there is no speech object, and every one of them fails.
        default: return .result(0, failed: verb.rawValue.hasPrefix("SPEECH"))
        }
        return .result(0)
    }

    private static func autoHangup(_ text: String, at now: Duration, on channel: inout ChannelState) -> Start {
        guard let seconds = Double(text), seconds < 1e9 else { return .usage }
        channel.autoHangup = seconds > 0 ? now + .milliseconds(Int64(seconds * 1_000)) : nil
        return .result(0)
    }

    /// A number, or a label that the dialplan has.
    private static func priority(_ text: String, on channel: inout ChannelState) -> Start {
        guard Int(leading: text) != nil || channel.world.labels.contains(text) else { return .usage }
        channel.place.priority = text
        return .result(0)
    }
}
