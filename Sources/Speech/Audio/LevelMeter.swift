#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// How loud speech is: the root mean square over the stretches in which somebody speaks.
///
/// 0 dBFS is a full-scale square wave. Stretches are 20 ms long, and count while they are not more than 21 dB under the
/// mean: for speech at −19 dBFS that is what is above −40 dBFS.
enum LevelMeter {
    /// The level that speech is brought to.
    static let target: Float = decibels(-19)
    /// How far a recording is made louder or softer at most: beyond, there is more noise than speech in it.
    static let recordingGains: ClosedRange<Float> = decibels(-20)...decibels(20)

    private static let frame = AudioFormat.narrowRate / 50
    private static let gate = decibels(-21)
    /// Softer than this is no sound at all.
    private static let silence = decibels(-70)

    /// The level of some stretches of narrow samples taken together; nil when nothing can be heard in them.
    static func level(of stretches: [[Float]]) -> Float? {
        let powers = stretches.flatMap(framePowers)
        guard let loudest = powers.max(), loudest > silence * silence else { return nil }
        var threshold = loudest * decibels(-30) * decibels(-30)
        var power = loudest
        for _ in 0..<4 {
            let active = powers.filter { $0 >= threshold }
            power = active.reduce(0, +) / Float(active.count)
            threshold = min(power * gate * gate, loudest)
        }
        return power.squareRoot()
    }

    /// A ratio of amplitudes.
    static func decibels(_ value: Float) -> Float {
        powf(10, value / 20)
    }

    /// The mean square of each frame; a rest shorter than a frame counts only where there is no whole one.
    private static func framePowers(_ samples: [Float]) -> [Float] {
        if samples.count < frame { return samples.isEmpty ? [] : [power(samples[...])] }
        return stride(from: 0, through: samples.count - frame, by: frame).map { power(samples[$0..<$0 + frame]) }
    }

    private static func power(_ samples: ArraySlice<Float>) -> Float {
        samples.withUnsafeBufferPointer { buffer in
            var sum: Float = 0
            for sample in buffer { sum += sample * sample }
            return sum / Float(buffer.count)
        }
    }
}
