import Testing

@testable import Speech

@Suite struct ClipTests {
    @Test("keeps a tone's pitch and level at both rates", arguments: [8_000, 11_025, 16_000, 22_050, 44_100, 48_000])
    func tone(rate: Int) throws {
        let clip = try Clip(sine(1000, seconds: 1, rate: rate), rate: rate)
        #expect(clip.narrow.count == 8_000)
        #expect(clip.wide.count == 16_000)
        for (samples, newRate) in [(clip.narrow, 8_000.0), (clip.wide, 16_000.0)] {
            let measure = Measure(samples, rate: newRate)
            #expect(measure.share(of: 1000, from: 0.1, to: 0.9) > 0.999)
            #expect(abs(measure.speechLevel - -9.03) < 0.1)
            #expect(abs(measure.mean) < 0.0005, "no direct current")
        }
    }

    @Test("keeps what is near the top of the telephone's band, and folds nothing back from above it")
    func band() throws {
        let high = try Clip(sine(3_300, seconds: 1, rate: 22_050), rate: 22_050)
        #expect(abs(Measure(high.narrow, rate: 8_000).speechLevel - -9.03) < 0.3)
        let above = try Clip(sine(5_000, seconds: 1, rate: 22_050), rate: 22_050)
        #expect(Measure(Array(above.narrow[800..<7200]), rate: 8_000).speechLevel < -80)
        #expect(abs(Measure(above.wide, rate: 16_000).speechLevel - -9.03) < 0.2)
    }

    @Test(
        "has twice as many wide samples as narrow ones, whatever the length", arguments: [0, 1, 2, 3, 100, 441, 9_999])
    func lengths(count: Int) throws {
        let clip = try Clip([Float](repeating: 0.1, count: count), rate: 22_050)
        #expect(clip.wide.count == clip.narrow.count * 2)
        #expect(abs(Double(clip.narrow.count) - Double(count) * 8_000 / 22_050) <= 0.5)
    }
}
