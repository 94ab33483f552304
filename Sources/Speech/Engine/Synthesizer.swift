/// Turns text into samples: the seam behind which a speech engine stands.
///
/// A call blocks its thread. The library makes all calls one after the other on a thread of their own, so an
/// implementation need not be safe for several at once. A C call that hangs cannot be ended inside a process, and one that
/// crashes ends it: `ESpeakProcess` keeps the engine in another process, `ESpeakEngine` in this one.
public protocol Synthesizer: Sendable {
    /// What decides the sound besides text and voice: the engine's name, version and data. Part of the cache key.
    var identity: String { get }

    /// Samples a second of what `samples` returns.
    var sampleRate: Int { get }

    /// How often the engine was lost and started anew.
    var restarts: Int { get }

    /// Speaks a text.
    ///
    /// - Parameters:
    ///   - text: plain text, made harmless by `SpokenText`; no markup of any kind.
    ///   - voice: the voice, with nothing left to a default.
    ///   - limit: how many samples at most; an engine that goes on is stopped.
    /// - Returns: 16-bit mono samples; silence at both ends may be there, it is cut off later.
    /// - Throws: `SynthesisError`.
    func samples(for text: String, voice: SpokenVoice, limit: Int) throws(SynthesisError) -> [Int16]
}

extension Synthesizer {
    /// None: an engine inside the process is never lost without it.
    public var restarts: Int { 0 }
}
