/// A stretch of sound at both rates, full scale ±1. The wide samples are always twice as many as the narrow ones.
struct Clip: Sendable, Equatable {
    /// 8,000 samples a second.
    private(set) var narrow: [Float]
    /// 16,000 samples a second.
    private(set) var wide: [Float]

    /// Silence.
    init(silence count: Int) {
        narrow = [Float](repeating: 0, count: max(0, count))
        wide = [Float](repeating: 0, count: max(0, count) * 2)
    }

    /// A stretch of mono samples at any rate, brought to both rates.
    ///
    /// - Throws: `ResamplingError` when libsoxr refuses.
    init(_ samples: [Float], rate: Int) throws(ResamplingError) {
        let count = (samples.count * AudioFormat.narrowRate + rate / 2) / rate
        narrow = try Resampler.convert(samples, from: rate, to: AudioFormat.narrowRate, count: count)
        wide = try Resampler.convert(samples, from: rate, to: AudioFormat.wideRate, count: count * 2)
    }

    /// A sound given by a function of time in seconds.
    init(narrowCount: Int, _ value: (Float) -> Float) {
        narrow = (0..<narrowCount).map { value(Float($0) / Float(AudioFormat.narrowRate)) }
        wide = (0..<narrowCount * 2).map { value(Float($0) / Float(AudioFormat.wideRate)) }
    }

    /// Puts another clip behind this one.
    mutating func append(_ other: Clip) {
        narrow.append(contentsOf: other.narrow)
        wide.append(contentsOf: other.wide)
    }

    /// The clip made louder or softer, its peaks held under the ceiling.
    func amplified(by gain: Float) -> Clip {
        var result = self
        result.narrow = Limiter.amplify(narrow, by: gain, rate: AudioFormat.narrowRate)
        result.wide = Limiter.amplify(wide, by: gain, rate: AudioFormat.wideRate)
        return result
    }
}
