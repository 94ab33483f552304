import FastAGI

/// CONTROL STREAM FILE: plays a sound in which the caller can move forward and back, and pause.
///
/// Its position is in milliseconds, and −1 when the sound was heard to its end (recorded from Asterisk 22.10).
struct ControlStreamFile: Activity {
    private let sound: Sound
    private let keys: Keys
    private let skip: Duration
    /// How far in the sound it was at `since`.
    private var position: Duration
    private var since: Duration
    private var isPaused = false

    private struct Keys {
        let stop: EscapeKeys
        let forward: EscapeKeys
        let back: EscapeKeys
        let pause: EscapeKeys
    }

    /// Begins to play; the words are those of the whole line.
    static func start(_ words: [String], at now: Duration, on channel: inout ChannelState) -> Start {
        let skip = words.count > 5 ? Int(leading: words[5]) ?? 0 : 3_000
        let offset = words.count > 9 ? Int(leading: words[9]) ?? 0 : 0
        guard let sound = channel.sound(words[3]) else {
            channel.variables.set("CPLAYBACKSTATUS", to: "ERROR")
            return .result(-1, "endpos=0", failed: true)
        }
        let keys = Keys(
            stop: EscapeKeys(words[4]), forward: EscapeKeys(words.count > 6 ? words[6] : "#"),
            back: EscapeKeys(words.count > 7 ? words[7] : "*"), pause: EscapeKeys(words.count > 8 ? words[8] : ""))
        channel.noteSaid(words[3], sound, at: now)
        return .runs(
            ControlStreamFile(
                sound: sound, keys: keys, skip: .milliseconds(skip), position: .milliseconds(offset),
                since: now))
    }

    var isPrompt: Bool { true }
    var deadline: Duration? { isPaused ? nil : since + max(.zero, sound.duration - position) }

    mutating func expire(at now: Duration, on channel: inout ChannelState) -> Outcome? {
        finish("SUCCESS", key: "", offset: -1, on: &channel)
        return .result(0, "endpos=-1")
    }

    mutating func press(_ key: DTMFKey, at now: Duration, on channel: inout ChannelState) -> (KeyFate, Outcome?) {
        let here = position(at: now)
        if keys.forward.contains(key) {
            move(to: here + skip, at: now)
        } else if keys.back.contains(key) {
            move(to: here - skip, at: now)
        } else if keys.pause.contains(key) {
            move(to: here, at: now)
            isPaused.toggle()
        } else if keys.stop.contains(key) {
            finish("USERSTOPPED", key: String(key.character), offset: here.milliseconds, on: &channel)
            return (.taken, .result(key.rawValue, "endpos=\(here.milliseconds)"))
        } else {
            return (.dropped, nil)
        }
        return (.taken, nil)
    }

    mutating func hangUp(at now: Duration, on channel: inout ChannelState) -> Outcome {
        let here = position(at: now).milliseconds
        finish("ERROR", key: "", offset: here, on: &channel)
        return .result(-1, "endpos=\(here)", failed: true)
    }

    private func position(at now: Duration) -> Duration {
        isPaused ? position : min(position + now - since, sound.duration)
    }

    private mutating func move(to target: Duration, at now: Duration) {
        position = min(max(.zero, target), sound.duration)
        since = now
    }

    private func finish(_ status: String, key: String, offset: Int64, on channel: inout ChannelState) {
        channel.variables.set("CPLAYBACKSTATUS", to: status)
        channel.variables.set("CPLAYBACKOFFSET", to: "\(offset)")
        channel.variables.set("CPLAYBACKSTOPKEY", to: key)
    }
}
