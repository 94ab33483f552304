import Testing

@testable import Speech

@Suite struct CompandedAudioTests {
    @Test("falls from the loudest to the softest along each half of the codes")
    func order() {
        let muLaw = CompandedAudio.muLaw([UInt8](0x80...0xFF)[...])
        #expect(zip(muLaw, muLaw.dropFirst()).allSatisfy { $0 > $1 })
        let aLaw = CompandedAudio.aLaw((0x80...0xFF).map { UInt8($0) ^ 0x55 }[...])
        #expect(Set(aLaw).count == 128 && aLaw.allSatisfy { $0 > 0 })
    }

    @Test("has a negative twin for each sample")
    func symmetry() {
        for code in UInt8(0)..<128 {
            let muLaw = CompandedAudio.muLaw([code, code | 0x80])
            let aLaw = CompandedAudio.aLaw([code, code | 0x80])
            #expect(muLaw[0] == -muLaw[1] && aLaw[0] == -aLaw[1])
        }
    }
}
