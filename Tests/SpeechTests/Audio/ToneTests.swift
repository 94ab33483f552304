import Testing

@testable import Speech

@Suite struct ToneTests {
    @Test("beeps at its pitch, as loud as speech, without a click")
    func beep() throws {
        let tone = try #require(Tone.named["beep"])
        let clip = tone.clip
        let measure = Measure(clip.narrow, rate: 8_000)
        #expect(abs(measure.seconds - 0.25) < 0.001)
        #expect(measure.share(of: 1000, from: 0.02, to: 0.23) > 0.999)
        #expect(abs(measure.speechLevel - -19) < 0.5)
        #expect(abs(clip.narrow[0]) < 0.01 && abs(clip.narrow[clip.narrow.count - 1]) < 0.02)
        #expect(clip.wide.count == clip.narrow.count * 2)
    }
}
