import Foundation

/// Levels are in dBFS: RMS relative to a full-scale square wave, so that a full-scale sine has −3.0 dBFS, and peaks
/// relative to the largest sample. They are taken of frames of 20 ms.
extension Sound {
    static let frameSeconds = 0.02
    /// The level from which a frame counts as sound: well above a line's noise, well below the quietest syllable of a
    /// prompt whose level is as it should be.
    static let audible = -45.0
    /// What silence is measured as.
    static let silence = -120.0

    /// The RMS level of each frame of 20 ms; an incomplete last one is left out.
    var levels: [Double] {
        let size = frameSize
        return stride(from: 0, to: samples.count - size + 1, by: size).map { start in
            let power = samples[start..<start + size].reduce(0.0) { $0 + Double($1) * Double($1) } / Double(size)
            return power > 0 ? 10 * log10(power / (32768 * 32768)) : Self.silence
        }
    }

    /// The RMS level of the frames that are sound, or `nil` where there are none.
    var speechLevel: Double? {
        let audible = levels.filter { $0 >= Self.audible }
        guard !audible.isEmpty else { return nil }
        return 10 * log10(audible.reduce(0) { $0 + pow(10, $1 / 10) } / Double(audible.count))
    }

    var peak: Double {
        let largest = samples.map { $0.magnitude }.max() ?? 0
        return largest > 0 ? 20 * log10(Double(largest) / 32768) : Self.silence
    }

    /// Seconds before the first frame that is sound; the whole length where there is none.
    var leadingSilence: Double {
        levels.firstIndex { $0 >= Self.audible }.map { Double($0) * Self.frameSeconds } ?? seconds
    }

    /// Seconds from the first frame that is sound to the end of the last one.
    var soundingSeconds: Double {
        let levels = levels
        guard let first = levels.firstIndex(where: { $0 >= Self.audible }),
            let last = levels.lastIndex(where: { $0 >= Self.audible })
        else { return 0 }
        return Double(last - first + 1) * Self.frameSeconds
    }

    var frameSize: Int { Int(Double(rate) * Self.frameSeconds) }
}
