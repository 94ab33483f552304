/// A sound as far as playing it matters: how long it is, and what is said in it.
public struct Sound: Sendable, Hashable {
    /// How many samples it has, at its own rate.
    public var samples: Int
    /// Samples a second.
    public var rate: Int
    /// What is said, where that is known.
    public var text: String?

    /// A sound of so many samples.
    public init(samples: Int, rate: Int = 8_000, text: String? = nil) {
        self.samples = samples
        self.rate = rate
        self.text = text
    }

    /// A sound of that length at 8,000 Hz.
    public init(lasting: Duration, text: String? = nil) {
        self.init(samples: Int(lasting.milliseconds * 8), text: text)
    }

    /// How long it plays.
    public var duration: Duration { .microseconds(samples * 1_000_000 / max(rate, 1)) }
}
