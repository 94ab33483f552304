import Testing

@testable import Speech

@Suite struct WaveHeaderTests {
    @Test("writes the header that Asterisk reads: PCM, one channel, 16 bits")
    func header() {
        let file = WaveHeader.file([1, -2, 256], rate: 8_000)
        let format: [UInt8] = [16, 0, 0, 0, 1, 0, 1, 0, 0x40, 0x1F, 0, 0, 0x80, 0x3E, 0, 0, 2, 0, 16, 0]
        #expect(file[0..<4].elementsEqual("RIFF".utf8))
        #expect(file[4..<8] == [42, 0, 0, 0])
        #expect(file[8..<16].elementsEqual("WAVEfmt ".utf8))
        #expect(Array(file[16..<36]) == format)
        #expect(file[36..<40].elementsEqual("data".utf8))
        #expect(Array(file[40...]) == [6, 0, 0, 0, 1, 0, 0xFE, 0xFF, 0, 1])
    }

    @Test("tells a whole file from a damaged one by its first 44 bytes and its size")
    func reading() {
        let file = WaveHeader.file([Int16](repeating: 7, count: 100), rate: 8_000)
        let header = Array(file[..<44])
        #expect(WaveHeader.narrowCount(header, fileSize: 244) == 100)
        for size in [0, 44, 45, 100, 243, 246] { #expect(WaveHeader.narrowCount(header, fileSize: size) == nil) }
        var other = header
        other[24] = 0
        #expect(WaveHeader.narrowCount(other, fileSize: 244) == nil, "another sample rate")
        #expect(WaveHeader.narrowCount([], fileSize: 244) == nil)
        #expect(WaveHeader.narrowCount([UInt8](repeating: 0, count: 44), fileSize: 244) == nil)
    }
}
