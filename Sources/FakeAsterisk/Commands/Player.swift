import FastAGI

/// A sound that plays, and how far it got.
struct Player: Sendable {
    let sound: Sound
    let began: Duration
    let offset: Int

    /// A sound that begins at a sample of it.
    init(_ sound: Sound, from offset: Int = 0, at now: Duration) {
        self.sound = sound
        began = now
        self.offset = min(max(0, offset), sound.samples)
    }

    /// When it is over.
    var ends: Duration { began + .microseconds((sound.samples - offset) * 1_000_000 / max(1, sound.rate)) }

    /// The sample it has reached. Asterisk plays in frames of 20 ms, and a frame begun counts.
    func position(at now: Duration) -> Int {
        let frame = sound.rate / 50
        let elapsed = Int((now - began).milliseconds)
        let frames = (elapsed + 19) / 20
        return min(offset + frames * frame, sound.samples)
    }
}
