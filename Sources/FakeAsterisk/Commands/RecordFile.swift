import FastAGI

/// RECORD FILE: records the caller (`handle_recordfile` in res_agi.c).
///
/// Time and silence both answer `(timeout)`, with what is left of the time in milliseconds as the result, so 49 there is
/// not the key 1.
struct RecordFile: Activity {
    /// A key that ends a recording is cut off with so much before it.
    private static let keyCut: Duration = .milliseconds(200)
    /// `ast_waitfor` waits in turns of so many milliseconds where there is no end.
    private static let endlessTurn = 100_000

    private let request: RecordRequest
    private let beepEnds: Duration
    private var isRecording = false
    private var speech: Duration = .zero

    private init(request: RecordRequest, beepEnds: Duration) {
        self.request = request
        self.beepEnds = beepEnds
    }

    /// Begins with the beep, if there is one; the words are those of the whole line.
    static func start(_ words: [String], at now: Duration, on channel: inout ChannelState) -> Start {
        guard let request = RecordRequest(words) else { return .usage }
        let beep = request.beeps ? channel.sound("beep")?.duration ?? .zero : .zero
        guard beep == .zero else { return .runs(RecordFile(request: request, beepEnds: now + beep)) }
        var recording = RecordFile(request: request, beepEnds: now)
        if let outcome = recording.begin(at: now, on: &channel) { return .done(outcome) }
        return .runs(recording)
    }

    var deadline: Duration? {
        guard isRecording else { return beepEnds }
        return [request.longest.map { beepEnds + $0 }, silenceEnd].compactMap { $0 }.min()
    }

    /// When the caller's silence ends it: it is heard only where the caller's telephone sends sound.
    private var silenceEnd: Duration?

    mutating func expire(at now: Duration, on channel: inout ChannelState) -> Outcome? {
        guard isRecording else { return begin(at: now, on: &channel) }
        let recorded = now - beepEnds
        let left = request.longest.map { Int(($0 - recorded).milliseconds) } ?? Self.endlessTurn - 20
        // One second of the silence stays in the file.
        let kept = now == silenceEnd ? recorded - ((request.silence ?? .zero) - .seconds(1)) : recorded
        return keep(kept, "\(max(0, left)) (timeout)", on: &channel)
    }

    mutating func press(_ key: DTMFKey, at now: Duration, on channel: inout ChannelState) -> (KeyFate, Outcome?) {
        guard request.escape.contains(key) else { return (.dropped, nil) }
        guard isRecording else { return (.taken, .result(key.rawValue, "(randomerror) endpos=\(request.offset)")) }
        return (.taken, keep(now - beepEnds - Self.keyCut, "\(key.rawValue) (dtmf)", on: &channel))
    }

    mutating func hangUp(at now: Duration, on channel: inout ChannelState) -> Outcome {
        guard isRecording else { return .result(-1, "(randomerror) endpos=\(request.offset)", failed: true) }
        var outcome = keep(now - beepEnds, "-1 (hangup)", on: &channel)
        outcome.isFailure = true
        return outcome
    }

    private mutating func begin(at now: Duration, on channel: inout ChannelState) -> Outcome? {
        guard channel.world.recordings?.mayWrite(to: request.file, format: request.format) == true else {
            return .result(-1, "(writefile)", failed: true)
        }
        isRecording = true
        channel.recordingBegan = now
        speech = channel.speech ?? .zero
        channel.speech = nil
        if channel.call.sendsAudio, let silence = request.silence { silenceEnd = beepEnds + speech + silence }
        return nil
    }

    /// Writes what was recorded and makes the reply.
    private func keep(_ length: Duration, _ result: String, on channel: inout ChannelState) -> Outcome {
        let hasSound = channel.call.sendsAudio || speech > .zero
        let samples = hasSound ? Tone.samples(speaking: speech, of: max(.zero, length)) : []
        guard channel.world.recordings?.write(samples, to: request.file, format: request.format) == true else {
            return .result(-1, "(writefile)", failed: true)
        }
        return .result(result, "endpos=\(request.offset + samples.count)")
    }
}
