/// Collects what a sound is made of, unambiguously, and gives the name of the sound.
struct KeyWriter {
    private var bytes: [UInt8] = []

    /// Adds a text behind its length, so that two texts in a row are never taken for two others.
    mutating func add(_ text: String) {
        add(text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    /// Adds a number as eight bytes.
    mutating func add(_ number: Int) {
        withUnsafeBytes(of: Int64(number).littleEndian) { bytes.append(contentsOf: $0) }
    }

    /// Adds a voice with all its settings.
    mutating func add(_ voice: SpokenVoice) {
        add(voice.language)
        add(voice.name)
        for number in [voice.speed, voice.pitch, voice.gap, voice.volume] { add(number) }
    }

    /// The name of all that was added.
    var key: SoundKey {
        SHA256.digest(bytes)
    }
}
