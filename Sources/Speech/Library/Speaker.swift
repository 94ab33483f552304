public import MenuFile
public import Reception

/// Speaks prompts into files of one's choice, without a cache: what `attendant say` needs.
public struct Speaker: Sendable {
    private let maker: SoundMaker
    private let defaults: @Sendable (String) -> VoiceSettings

    /// The sample rate of a file.
    public enum Rate: Int, Sendable, CaseIterable {
        /// What telephones and Asterisk's `.wav` have.
        case telephone = 8_000
        /// What wideband telephones have.
        case wide = 16_000
    }

    /// A speaker; the parameters are those of `SpeechLibrary`.
    public init(
        menus: String? = nil, limits: SpeechLimits = SpeechLimits(),
        defaults: @escaping @Sendable (String) -> VoiceSettings, synthesizer: any Synthesizer,
        clock: any Clock<Duration> = ContinuousClock()
    ) {
        let recordings = menus.map { RecordingFolder(path: $0, limit: limits.recordingBytes) }
        let composer = SoundComposer(synthesizer: synthesizer, recordings: recordings, limits: limits)
        maker = SoundMaker(composer, clock: clock)
        self.defaults = defaults
    }

    /// Speaks a prompt into a `.wav` file of 16-bit mono samples. A file that is there is replaced at once, when the
    /// new one is whole.
    ///
    /// - Parameter file: its path, ending included.
    /// - Returns: how long the sound is.
    /// - Throws: `PromptError`.
    public func speak(_ prompt: Prompt, to file: String, rate: Rate = .telephone) async throws(PromptError) -> Duration
    {
        let spoken = SpokenPrompt(prompt, defaults: defaults)
        let flight = Flight()
        maker.make(spoken, for: flight) { made in
            flight.land(
                made.flatMap { sound in
                    let samples = rate == .wide ? sound.wide : sound.narrow
                    let bytes = WaveHeader.file(samples, rate: rate.rawValue)
                    return Result { () throws(FileSystem.Failure) in try FileSystem.publish(bytes, at: file) }
                        .mapError { .storage($0.description) }
                        .map { Flight.Made(path: file, length: sound.length) }
                })
        }
        return try await maker.wait(for: flight, spoken).length
    }
}
