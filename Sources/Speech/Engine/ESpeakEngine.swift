internal import CESpeakNG
internal import Synchronization

/// eSpeak NG through its C library: 22,050 samples a second, one voice at a time.
///
/// The library keeps its state in global variables, so all engines of a process share one lock; a call holds it
/// while it blocks. Never called from the cooperative pool: `SpeechLibrary` has a thread for it. A crash in the library ends
/// the process: a server has `ESpeakProcess`, tests and measurements this.
public struct ESpeakEngine: Synthesizer {
    /// eSpeak NG's version, and a digest of its data files.
    public let identity: String
    /// Samples a second: 22,050.
    public let sampleRate: Int

    /// What eSpeak NG is doing, guarded by the one lock.
    struct State {
        var sampleRate: Int?
        var voice: String?
    }

    /// Guards every call into the C library.
    static let library = Mutex(State())
    /// Filled by the callback, which runs inside a call that holds `library`; never taken the other way round.
    static let output = Mutex(ESpeakOutput())

    /// Milliseconds of sound for each callback: short enough that a sound which never ends is stopped soon.
    private static let bufferMilliseconds: Int32 = 200

    /// Starts eSpeak NG; a second engine of a process shares the first one's library.
    ///
    /// - Throws: `SynthesisError.notStarted` when its data is missing or damaged.
    public init() throws(SynthesisError) {
        let rate = try Self.library.withLock { state throws(SynthesisError) in try Self.start(&state) }
        sampleRate = rate
        identity = Self.readIdentity()
    }

    /// Speaks a text. See `Synthesizer`.
    public func samples(for text: String, voice: SpokenVoice, limit: Int) throws(SynthesisError) -> [Int16] {
        try Self.library.withLock { state throws(SynthesisError) in
            try Self.select(voice, &state)
            let text = voice.language.hasPrefix("en") ? SpokenText.lettered(text) : text
            return try Self.speak(text, limit: limit, rate: sampleRate)
        }
    }

    /// Starts the library once. Without DONT_EXIT it would end the process when its data is missing.
    static func start(_ state: inout State) throws(SynthesisError) -> Int {
        if let rate = state.sampleRate { return rate }
        let rate = espeak_Initialize(
            AUDIO_OUTPUT_SYNCHRONOUS, bufferMilliseconds, nil, Int32(espeakINITIALIZE_DONT_EXIT))
        guard rate > 0 else {
            throw .notStarted("its data was not found (Debian: package espeak-ng-data)")
        }
        espeak_SetSynthCallback { samples, count, _ in
            ESpeakEngine.output.withLock { $0.take(samples, count: Int(count)) } ? 0 : 1
        }
        state.sampleRate = Int(rate)
        return Int(rate)
    }

    /// Sets voice and parameters. Choosing a voice resets parameters, so these are set for each text.
    private static func select(_ voice: SpokenVoice, _ state: inout State) throws(SynthesisError) {
        if state.voice != voice.name {
            state.voice = nil
            // The check comes first: eSpeak NG takes an unknown variant silently, and a path as a voice's name.
            // Not every tag that the list has is a name that can be set: "fr-fr" is a tag of the voice "roa/fr".
            guard let listed = identifier(of: voice.name),
                espeak_SetVoiceByName(voice.name) == EE_OK || espeak_SetVoiceByName(listed) == EE_OK
            else {
                throw .unknownVoice(voice: voice.name, language: voice.language)
            }
            state.voice = voice.name
        }
        let parameters: [(espeak_PARAMETER, Int)] = [
            (espeakRATE, voice.speed), (espeakPITCH, voice.pitch), (espeakWORDGAP, voice.gap), (espeakVOLUME, 100),
            (espeakRANGE, 50),
        ]
        for (parameter, value) in parameters {
            let code = espeak_SetParameter(parameter, Int32(value), 0)
            guard code == EE_OK else { throw .refused("set a parameter of the voice", code: Int(code.rawValue)) }
        }
    }

    /// Speaks plain UTF-8: neither SSML nor phonemes.
    ///
    /// A pause is asked for at the end, and cut off later: without it the library drops what is still in its last
    /// buffer, up to 80 ms of the last word (measured with 1.51).
    private static func speak(_ text: String, limit: Int, rate: Int) throws(SynthesisError) -> [Int16] {
        output.withLock { $0 = ESpeakOutput(limit: limit) }
        let flags = UInt32(espeakCHARS_UTF8) | UInt32(espeakENDPAUSE)
        let code = text.withCString {
            espeak_Synth($0, text.utf8.count + 1, 0, POS_CHARACTER, 0, flags, nil, nil)
        }
        let spoken = output.withLock { output in
            defer { output = ESpeakOutput() }
            return output
        }
        guard !spoken.isOver else { throw .tooLong(seconds: limit / max(rate, 1)) }
        guard code == EE_OK else { throw .refused("speak a text", code: Int(code.rawValue)) }
        return spoken.samples
    }
}
