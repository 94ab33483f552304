/// What bounds the making of sounds. Each number has a place in the server's configuration.
public struct SpeechLimits: Sendable, Equatable {
    /// Characters of a prompt's speech; 5,000 take about six minutes to say.
    public var characters = 5_000
    /// The longest sound of one prompt.
    public var soundLength: Duration = .seconds(600)
    /// Bytes of a recording's file: half an hour of 16-bit mono at 8 kHz.
    public var recordingBytes = 32 << 20
    /// Bytes of all sounds in the cache; the least recently used go when there are more.
    public var cacheBytes = 2 << 30
    /// A sound that was used so recently is never removed: a call may just be about to play it.
    public var grace: Duration = .seconds(120)
    /// How long somebody waits for a sound, besides `patiencePerCharacter`.
    public var patience: Duration = .seconds(2)
    /// What is added to `patience` for each character; a character takes 0.1 ms where nothing else runs.
    public var patiencePerCharacter: Duration = .milliseconds(1)
    /// Bytes of speech that may wait for being levelled and written before the engine speaks on: three minutes of it.
    public var unfinishedBytes = 8 << 20
    /// How many sounds may be in the making or waiting for it, sensitive ones included; a prompt beyond that is refused at
    /// once. Those that nobody waits for any more do not count.
    public var waiting = 256
    /// How many sounds `prepare` has in the making at once. Few, so that a call's own prompt is soon served.
    public var preparing = 3
    /// How long the sound of a sensitive prompt is kept.
    public var sensitiveLifetime: Duration = .seconds(180)

    /// The defaults.
    public init() {}

    /// How long somebody waits for a prompt.
    func patience(for prompt: SpokenPrompt) -> Duration {
        patience + patiencePerCharacter * prompt.characters
    }
}
