import Foundation

extension Sound {
    /// Something that sounds and pauses as speech does: syllables of 120 ms of a buzz that falls and rises, with pauses
    /// between words. The same seconds and seed give the same sound.
    static func speech(seconds: Double, seed: Int = 1, level: Double = -19, rate: Int = 8000) -> Sound {
        var state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15 | 1
        func random() -> Double {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(state >> 11) / Double(1 << 53)
        }
        let amplitude = 32768 * pow(10, (level + 3) / 20)
        let count = Int(seconds * Double(rate))
        var samples: [Int16] = []
        samples.reserveCapacity(count)
        while samples.count < count {
            let pitch = 110 + 120 * random()
            let loud = random() < 0.2 ? 0 : 0.5 + 0.7 * random()
            let length = Int((0.09 + 0.06 * random()) * Double(rate))
            for index in 0..<min(length, count - samples.count) {
                let time = Double(index) / Double(rate)
                let wave = sin(2 * .pi * pitch * time) * 0.7 + sin(2 * .pi * pitch * 3.1 * time) * 0.5
                let swell = sin(.pi * Double(index) / Double(length))
                samples.append(Int16(max(-32767, min(32767, amplitude * loud * swell * wave))))
            }
        }
        return Sound(rate: rate, samples: samples)
    }

    static func silence(seconds: Double, rate: Int = 8000) -> Sound {
        Sound(rate: rate, samples: Array(repeating: 0, count: Int(seconds * Double(rate))))
    }

    static func + (first: Sound, second: Sound) -> Sound {
        Sound(rate: first.rate, samples: first.samples + second.samples)
    }
}
