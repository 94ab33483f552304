import Testing

@testable import Speech

@Suite struct AudioFormatTests {
    @Test("counts samples of a time", arguments: [(50, 400), (0, 0), (-5, 0), (1, 8), (2500, 20_000)])
    func counts(milliseconds: Int, wanted: Int) {
        #expect(AudioFormat.narrowCount(.milliseconds(milliseconds)) == wanted)
    }

    @Test("survives a time longer than any sound")
    func huge() {
        #expect(AudioFormat.narrowCount(.seconds(Int64.max)) > 1_000_000_000)
    }

    @Test("tells how long samples are")
    func time() {
        #expect(AudioFormat.time(narrowCount: 12_000) == .milliseconds(1500))
    }
}
