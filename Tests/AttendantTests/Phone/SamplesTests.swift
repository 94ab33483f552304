import Testing

@testable import Attendant

@Suite("Positions in a sound")
struct SamplesTests {
    @Test("a position given back to Asterisk is the one it gave, for every sample of half a minute")
    func roundTrip() {
        #expect((0...240_000).allSatisfy { Samples.count(Samples.duration($0)) == $0 })
    }

    @Test("the largest offset Asterisk can name")
    func largest() {
        let most = Int(Int32.max)
        #expect(Samples.count(Samples.duration(most)) == most)
    }

    @Test("8,000 a second")
    func rate() {
        #expect(Samples.duration(13_760) == .milliseconds(1_720))
        #expect(Samples.count(.milliseconds(1_500)) == 12_000)
        #expect(Samples.count(.zero) == 0)
    }
}
