import Testing

@testable import Speech

@Suite struct LimiterTests {
    @Test("leaves what stays under the ceiling exactly as it is")
    func untouched() {
        let samples = sine(500, seconds: 0.1, rate: 8_000, amplitude: 0.4)
        #expect(Limiter.amplify(samples, by: 2, rate: 8_000) == samples.map { $0 * 2 })
    }

    @Test("holds every peak under the ceiling without clipping it flat", arguments: [1.0, 1.5, 3, 10] as [Float])
    func ceiling(gain: Float) {
        var samples = sine(300, seconds: 0.5, rate: 8_000, amplitude: 0.9)
        for index in 1000..<1400 { samples[index] *= 0.2 }
        let limited = Limiter.amplify(samples, by: gain, rate: 8_000)
        #expect(limited.allSatisfy { abs($0) <= Limiter.ceiling + 0.0001 })
        #expect(Measure(limited, rate: 8_000).share(of: 300) > 0.9, "still the same tone")
        let flat = zip(limited, limited.dropFirst()).filter { $0 == $1 && abs($0) > 0.8 }
        #expect(flat.isEmpty)
    }

    @Test(
        "holds a peak at either end, and a sound that is one peak",
        arguments: [[2], [2, 0, 0], [0, 0, -2], []] as [[Float]])
    func ends(samples: [Float]) {
        let limited = Limiter.amplify(samples, by: 1, rate: 8_000)
        #expect(limited.count == samples.count)
        #expect(limited.allSatisfy { abs($0) <= Limiter.ceiling + 0.0001 })
    }
}
