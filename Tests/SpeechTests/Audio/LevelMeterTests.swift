import Testing

@testable import Speech

@Suite struct LevelMeterTests {
    @Test("measures sound, not the pauses in it")
    func gated() throws {
        let tone = sine(500, seconds: 0.5, rate: 8_000, amplitude: 0.2)
        let silence = [Float](repeating: 0.0001, count: 8_000)
        let alone = try #require(LevelMeter.level(of: [tone]))
        let spread = try #require(LevelMeter.level(of: [silence + tone + silence + silence]))
        #expect(abs(alone - 0.1414) < 0.001)
        #expect(abs(spread - alone) < 0.001)
    }

    @Test("takes several stretches for one")
    func several() throws {
        let loud = sine(500, seconds: 0.5, rate: 8_000, amplitude: 0.2)
        let soft = sine(500, seconds: 0.5, rate: 8_000, amplitude: 0.1)
        let both = try #require(LevelMeter.level(of: [loud, soft]))
        #expect(abs(both - 0.1118) < 0.001)
    }

    @Test("finds no level in silence, nor in nothing")
    func silence() {
        #expect(LevelMeter.level(of: [[Float](repeating: 0.00001, count: 800)]) == nil)
        #expect(LevelMeter.level(of: [[], []]) == nil)
    }

    @Test("measures what is shorter than a frame")
    func short() throws {
        #expect(abs(try #require(LevelMeter.level(of: [[0.5, -0.5]])) - 0.5) < 0.001)
    }
}
