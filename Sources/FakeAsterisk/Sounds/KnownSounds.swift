/// Sounds by name, without any file; else those of another source.
public struct KnownSounds: SoundSource {
    /// Sounds by the name that commands use.
    public var sounds: [String: Sound]
    /// Where all others are looked for.
    public var others: (any SoundSource)?

    /// The sounds of Asterisk's core package that were measured.
    public static let asterisk: [String: Sound] = ["beep": Sound(samples: 3_520)]

    /// Asterisk's beep, these sounds, and then those of another source.
    public init(_ sounds: [String: Sound] = [:], others: (any SoundSource)? = nil) {
        self.sounds = Self.asterisk.merging(sounds) { $1 }
        self.others = others
    }

    /// The sound of that name, in any language.
    public func sound(_ name: String, language: String, rate: Int) -> Sound? {
        sounds[name] ?? others?.sound(name, language: language, rate: rate)
    }
}
