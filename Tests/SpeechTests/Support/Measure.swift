import Foundation

@testable import Speech

/// What can be measured of a sound file.
struct Measure {
    let samples: [Double]
    let rate: Double

    /// Reads `.wav` as we write it.
    init(wave path: String) throws {
        let file = try bytes(path)
        self.init(raw: Array(file[44...]), rate: Double(file[24]) + Double(file[25]) * 256)
    }

    init(raw: [UInt8], rate: Double) {
        samples = stride(from: 0, to: raw.count - 1, by: 2).map {
            Double(Int16(bitPattern: UInt16(raw[$0]) | UInt16(raw[$0 + 1]) << 8)) / 32768
        }
        self.rate = rate
    }

    init(_ samples: [Float], rate: Double) {
        self.samples = samples.map(Double.init)
        self.rate = rate
    }

    var seconds: Double { Double(samples.count) / rate }

    var peak: Double { decibels(samples.map(abs).max() ?? 0) }

    var mean: Double { samples.reduce(0, +) / Double(max(1, samples.count)) }

    /// The root mean square over 20 ms frames above −40 dBFS.
    var speechLevel: Double {
        let frame = Int(rate / 50)
        let powers = stride(from: 0, through: samples.count - frame, by: frame).map { power($0..<$0 + frame) }
        let active = powers.filter { $0 > 1e-4 }
        return active.isEmpty ? -120 : decibels((active.reduce(0, +) / Double(active.count)).squareRoot())
    }

    /// Seconds before the first sample over −50 dBFS.
    var leading: Double {
        Double(samples.firstIndex { abs($0) > 0.00316 } ?? samples.count) / rate
    }

    /// The longest silence between two sounds, in seconds.
    var longestPause: Double {
        var longest = 0
        var last: Int?
        for (index, sample) in samples.enumerated() where abs(sample) > 0.00316 {
            if let last { longest = max(longest, index - last) }
            last = index
        }
        return Double(longest) / rate
    }

    /// How strong a frequency is between two times, relative to all of it: 1 for a pure tone.
    func share(of frequency: Double, from start: Double = 0, to end: Double? = nil) -> Double {
        let part = Array(samples[Int(start * rate)..<Int((end ?? seconds) * rate)])
        var (real, imaginary, all) = (0.0, 0.0, 0.0)
        for (index, sample) in part.enumerated() {
            let angle = 2 * Double.pi * frequency * Double(index) / rate
            real += sample * cos(angle)
            imaginary += sample * sin(angle)
            all += sample * sample
        }
        return all == 0 ? 0 : (real * real + imaginary * imaginary) * 2 / Double(part.count) / all
    }

    private func power(_ range: Range<Int>) -> Double {
        samples[range].reduce(0) { $0 + $1 * $1 } / Double(range.count)
    }

    private func decibels(_ value: Double) -> Double {
        value > 0 ? 20 * log10(value) : -120
    }
}

/// A sine of so many seconds, full scale ±1.
func sine(_ frequency: Double, seconds: Double, rate: Int, amplitude: Double = 0.5) -> [Float] {
    (0..<Int(seconds * Double(rate))).map {
        Float(amplitude * sin(2 * .pi * frequency * Double($0) / Double(rate)))
    }
}
