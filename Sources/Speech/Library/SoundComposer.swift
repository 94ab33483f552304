internal import Reception

/// Makes one sound of a prompt's pieces. The first half speaks and reads files, the second half is arithmetic.
struct SoundComposer: Sendable {
    /// Silence in front of every sound: the first syllable after an answer is lost otherwise.
    static let lead: Duration = .milliseconds(50)
    /// Silence between two pieces that sound and have no pause between them: a pause between words.
    static let joint: Duration = .milliseconds(60)
    /// Changes with everything in this module that changes how a sound sounds; part of the cache key.
    static let rules = "attendant-speech 1; wav 8000 s16; sln16"

    let synthesizer: any Synthesizer
    let recordings: RecordingFolder?
    let limits: SpeechLimits

    /// A piece that was spoken or read, before it is levelled.
    enum Part: Sendable {
        case speech([Int16], SpokenVoice)
        case recording(RecordedAudio)
        case tone(Tone)
        case silence(Int)
    }

    /// Speaks and reads everything. Blocks: for the engine's thread only.
    ///
    /// - Parameter isWanted: asked before each piece but the first; false ends it.
    func parts(of prompt: SpokenPrompt, isWanted: () -> Bool = { true }) throws(PromptError) -> [Part] {
        let characters = prompt.characters
        guard characters <= limits.characters else {
            throw .tooLong(characters: characters, limit: limits.characters)
        }
        var parts: [Part] = []
        var samples = 0
        var unusable: PromptError?
        for (place, piece) in prompt.pieces.enumerated() {
            guard place == 0 || isWanted() else { throw .unwanted }
            guard let part = try usable(piece, &unusable) else { continue }
            samples += narrowCount(of: part)
            guard samples <= AudioFormat.narrowCount(limits.soundLength) else { throw tooLong }
            parts.append(part)
        }
        if let unusable, !parts.contains(where: \.sounds) { throw unusable }
        return parts
    }

    /// A recording that cannot be used and has no text is left out (menu-format §4.4): the rest of the prompt is heard.
    private func usable(_ piece: SpokenPrompt.Piece, _ unusable: inout PromptError?) throws(PromptError) -> Part? {
        do throws(PromptError) {
            return try part(of: piece)
        } catch {
            guard case .recording = error else { throw error }
            unusable = error
            return nil
        }
    }

    private var tooLong: PromptError {
        .synthesis(SynthesisError.tooLong(seconds: Int(limits.soundLength.components.seconds)).description)
    }

    /// How long a part will be, silence of the engine included: looked at before anything is made of it.
    private func narrowCount(of part: Part) -> Int {
        switch part {
        case .speech(let samples, _): samples.count * AudioFormat.narrowRate / max(1, synthesizer.sampleRate)
        case .recording(let audio): audio.samples.count * AudioFormat.narrowRate / audio.rate
        case .tone(let tone): AudioFormat.narrowCount(tone.length)
        case .silence(let count): count
        }
    }

    private func part(of piece: SpokenPrompt.Piece) throws(PromptError) -> Part {
        switch piece {
        case .speech(let text, let voice):
            return .speech(try speak(text, voice), voice)
        case .pause(let time):
            return .silence(AudioFormat.narrowCount(min(time, limits.soundLength)))
        case .tone(let name):
            guard let tone = Tone.named[name] else {
                let known = Tone.named.keys.sorted().joined(separator: ", ")
                throw .synthesis("there is no tone named \"\(name)\"; known: \(known)")
            }
            return .tone(tone)
        case .recording(let path, let text, let voice):
            return try recording(path, text, voice)
        }
    }

    /// A recording, or its text where it cannot be used.
    private func recording(_ path: String, _ text: String, _ voice: SpokenVoice) throws(PromptError) -> Part {
        do throws(RecordingError) {
            guard let recordings else { throw .missing(path) }
            return .recording(try recordings.read(try recordings.find(path)))
        } catch {
            guard !text.isEmpty else { throw .recording(error.description) }
            return .speech(try speak(text, voice), voice)
        }
    }

    private func speak(_ text: String, _ voice: SpokenVoice) throws(PromptError) -> [Int16] {
        guard !text.isEmpty else { return [] }
        let seconds = Int(limits.soundLength.components.seconds)
        do throws(SynthesisError) {
            return try synthesizer.samples(for: text, voice: voice, limit: seconds * synthesizer.sampleRate)
        } catch {
            throw .synthesis(error.description)
        }
    }

    /// Levels the parts and joins them.
    func join(_ parts: [Part]) throws(PromptError) -> FinishedSound {
        var clips: [Clip] = []
        do throws(ResamplingError) {
            for part in parts { clips.append(try clip(of: part)) }
        } catch {
            throw .synthesis("libsoxr refused to resample: \(error.reason)")
        }
        var sound = Clip(silence: AudioFormat.narrowCount(Self.lead))
        var soundedLast = false
        for (part, (clip, gain)) in zip(parts, zip(clips, Self.gains(parts, clips))) where !clip.narrow.isEmpty {
            if soundedLast, part.sounds { sound.append(Clip(silence: AudioFormat.narrowCount(Self.joint))) }
            sound.append(part.sounds ? clip.amplified(by: gain) : clip)
            soundedLast = part.sounds
        }
        return FinishedSound(sound)
    }

    private func clip(of part: Part) throws(ResamplingError) -> Clip {
        switch part {
        case .speech(let samples, _):
            let rate = synthesizer.sampleRate
            return try Clip(SpeechTrim.sounding(samples, rate: rate), rate: rate)
        case .recording(let audio): return try Clip(audio.samples, rate: audio.rate)
        case .tone(let tone): return tone.clip
        case .silence(let count): return Clip(silence: count)
        }
    }

    /// How much louder each part becomes. All that one voice says counts as one, so that its melody stays.
    private static func gains(_ parts: [Part], _ clips: [Clip]) -> [Float] {
        var spoken: [SpokenVoice: [[Float]]] = [:]
        for case (.speech(_, let voice), let clip) in zip(parts, clips) {
            spoken[voice, default: []].append(clip.narrow)
        }
        let levels = spoken.mapValues(LevelMeter.level)
        return zip(parts, clips).map { part, clip in
            switch part {
            case .speech(_, let voice):
                let level = levels[voice].flatMap { $0 } ?? LevelMeter.target
                return LevelMeter.target / level * Float(voice.volume) / 100
            case .recording:
                let gain = LevelMeter.target / (LevelMeter.level(of: [clip.narrow]) ?? LevelMeter.target)
                return min(max(gain, LevelMeter.recordingGains.lowerBound), LevelMeter.recordingGains.upperBound)
            case .tone, .silence: return 1
            }
        }
    }
}

extension PromptError {
    /// Nobody waits for it: its callers have hung up, or their patience has ended.
    static let unwanted = PromptError.synthesis("nobody waits for it any more")
}

extension SoundComposer.Part {
    /// Bytes that it holds.
    var bytes: Int {
        switch self {
        case .speech(let samples, _): samples.count * MemoryLayout<Int16>.stride
        case .recording(let audio): audio.samples.count * MemoryLayout<Float>.stride
        case .tone, .silence: 0
        }
    }

    /// Whether it is anything but silence.
    var sounds: Bool {
        if case .silence = self { false } else { true }
    }
}
