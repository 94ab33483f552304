#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// A tone of a menu, by its name.
public struct Tone: Sendable, Equatable {
    /// Hertz.
    public let frequency: Int
    /// How long it sounds.
    public let length: Duration

    /// The tones there are: "beep", as before a recording.
    public static let named: [String: Tone] = ["beep": Tone(frequency: 1000, length: .milliseconds(250))]

    /// How long a tone swells and dies away, in seconds: without that it clicks.
    private static let edge: Float = 0.005

    /// The tone as loud as speech is.
    var clip: Clip {
        let count = AudioFormat.narrowCount(length)
        let seconds = Float(count) / Float(AudioFormat.narrowRate)
        let peak = LevelMeter.target * Float(2).squareRoot()
        return Clip(narrowCount: count) { time in
            let swell = min(1, min(time, seconds - time) / Self.edge)
            return peak * max(0, swell) * sinf(2 * .pi * Float(frequency) * time)
        }
    }
}
