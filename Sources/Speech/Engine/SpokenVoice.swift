public import MenuFile

/// A voice with all its settings: what a menu's voice becomes when the defaults of its language are filled in.
public struct SpokenVoice: Sendable, Hashable {
    /// The language tag of the menu, for messages.
    public let language: String
    /// The eSpeak NG voice, with a variant behind `+`: "en-us+f2".
    public let name: String
    /// Words a minute, 80 to 450: what eSpeak NG accepts.
    public let speed: Int
    /// Pitch, 0 to 99; 50 is the voice's own.
    public let pitch: Int
    /// Pause between words in units of 10 ms, 0 to 500.
    public let gap: Int
    /// Loudness in percent of the normal level, 0 to 200. Applied after levelling, so 100 is the same for all voices.
    public let volume: Int

    /// Words a minute, and the word gap, that were understood best over the telephone (Whisper, see the design notes).
    public static let standardSpeed = 145, standardGap = 2

    /// A voice; numbers outside their range are moved to its nearer end.
    public init(
        language: String, name: String, speed: Int = standardSpeed, pitch: Int = 50, gap: Int = standardGap,
        volume: Int = 100
    ) {
        self.language = language
        self.name = name
        self.speed = min(max(speed, 80), 450)
        self.pitch = min(max(pitch, 0), 99)
        self.gap = min(max(gap, 0), 500)
        self.volume = min(max(volume, 0), 200)
    }

    /// The settings of a file over the defaults of its language; a voice nobody names is called like the language.
    public init(language: String, settings: VoiceSettings, defaults: VoiceSettings) {
        self.init(
            language: language,
            name: settings.voice ?? defaults.voice ?? language.lowercased(),
            speed: settings.speed ?? defaults.speed ?? Self.standardSpeed,
            pitch: settings.pitch ?? defaults.pitch ?? 50,
            gap: settings.gap ?? defaults.gap ?? Self.standardGap,
            volume: settings.volume ?? defaults.volume ?? 100)
    }
}
