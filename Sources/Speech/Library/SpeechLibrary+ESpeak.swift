public import MenuFile

extension SpeechLibrary {
    /// Opens a folder of sounds that eSpeak NG speaks. Blocks; the parameters are those of the other initialiser.
    ///
    /// - Throws: `SpeechError`, also when eSpeak NG cannot be started.
    public convenience init(
        sounds: String, menus: String? = nil, limits: SpeechLimits = SpeechLimits(),
        defaults: @escaping @Sendable (String) -> VoiceSettings
    ) throws(SpeechError) {
        let engine: ESpeakEngine
        do throws(SynthesisError) {
            engine = try ESpeakEngine()
        } catch {
            throw .engine(error.description)
        }
        try self.init(sounds: sounds, menus: menus, limits: limits, defaults: defaults, synthesizer: engine)
    }
}
