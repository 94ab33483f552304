import Testing

@testable import Speech

@Suite struct SpeechTrimTests {
    private let rate = 22_050

    @Test("cuts silence at both ends, and leaves silence inside alone")
    func cuts() {
        let word = sine(400, seconds: 0.2, rate: rate).map { Int16($0 * 32767) }
        let silence = [Int16](repeating: 3, count: rate)
        let part = SpeechTrim.sounding(silence + word + silence + word + silence, rate: rate)
        let seconds = Double(part.count) / Double(rate)
        #expect(abs(seconds - 1.4) < 0.03)
        #expect(part.first == 0 && part.last == 0, "no click at the cut")
    }

    @Test("makes nothing of silence")
    func silence() {
        #expect(SpeechTrim.sounding([Int16](repeating: 20, count: 5000), rate: rate).isEmpty)
        #expect(SpeechTrim.sounding([], rate: rate).isEmpty)
    }

    @Test("takes the loudest number there is, and a single sample")
    func extremes() {
        #expect(!SpeechTrim.sounding([.min], rate: rate).isEmpty)
        #expect(SpeechTrim.sounding([.min, .max], rate: rate).count == 2)
    }
}
