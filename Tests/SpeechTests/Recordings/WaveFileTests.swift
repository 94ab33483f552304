import Testing

@testable import Speech

/// Makes a `.wav` file out of its parts.
func waveFile(
    tag: Int = 1, channels: Int = 1, rate: Int = 8_000, bits: Int = 16, data: [UInt8], extra: [UInt8] = [],
    before: [UInt8] = []
) -> [UInt8] {
    func little(_ number: Int, _ count: Int) -> [UInt8] { (0..<count).map { UInt8(number >> (8 * $0) & 255) } }
    let frame = channels * bits / 8
    let fields = [(tag, 2), (channels, 2), (rate, 4), (rate * frame, 4), (frame, 2), (bits, 2)]
    let format: [UInt8] = fields.flatMap { little($0.0, $0.1) } + extra
    var body: [UInt8] = Array("WAVE".utf8) + before
    body += Array("fmt ".utf8) + little(format.count, 4) + format
    body += Array("data".utf8) + little(data.count, 4) + data
    return Array("RIFF".utf8) + little(body.count, 4) + body
}

@Suite struct WaveFileTests {
    @Test(
        "reads every usual encoding to the same samples",
        arguments: [
            (1, 8, [192, 64] as [UInt8]), (1, 16, [0, 0x40, 0, 0xC0]), (1, 24, [0, 0, 0x40, 0, 0, 0xC0]),
            (1, 32, [0, 0, 0, 0x40, 0, 0, 0, 0xC0]), (3, 32, [0, 0, 0, 0x3F, 0, 0, 0, 0xBF]),
        ])
    func encodings(tag: Int, bits: Int, data: [UInt8]) throws {
        let audio = try WaveFile.decode(waveFile(tag: tag, rate: 44_100, bits: bits, data: data))
        #expect(audio == RecordedAudio(samples: [0.5, -0.5], rate: 44_100))
    }

    @Test("reads µ-law and A-law")
    func companded() throws {
        let muLaw = try WaveFile.decode(waveFile(tag: 7, bits: 8, data: [0xFF, 0x80, 0x00]))
        #expect(muLaw.samples.map { $0 * 32768 } == [0, 32124, -32124] as [Float])
        let aLaw = try WaveFile.decode(waveFile(tag: 6, bits: 8, data: [0xD5, 0xAA, 0x2A]))
        #expect(aLaw.samples.map { $0 * 32768 } == [8, 32256, -32256] as [Float])
    }

    @Test("mixes channels into one")
    func stereo() throws {
        let file = waveFile(channels: 2, data: [0, 0x40, 0, 0, 0, 0x40, 0, 0x40])
        #expect(try WaveFile.decode(file).samples == [0.25, 0.5])
    }

    @Test("reads the extensible format, chunks it does not know, and a length that says more than is there")
    func oddities() throws {
        let tail: [UInt8] = [22, 0, 16, 0, 4, 0, 0, 0, 1, 0] + [UInt8](repeating: 0, count: 14)
        let extensible = waveFile(tag: 0xFFFE, data: [0, 0x40], extra: tail)
        #expect(try WaveFile.decode(extensible).samples == [0.5])
        let listed = waveFile(data: [0, 0x40], before: Array("LIST".utf8) + [3, 0, 0, 0, 1, 2, 3, 0])
        #expect(try WaveFile.decode(listed).samples == [0.5])
        var streamed = waveFile(data: [0, 0x40, 0])
        for place in 40..<44 { streamed[place] = 0xFF }
        #expect(try WaveFile.decode(streamed).samples == [0.5])
    }

    @Test("is not a number where the file holds none")
    func notANumber() throws {
        let file = waveFile(tag: 3, bits: 32, data: [0, 0, 0xC0, 0x7F, 0, 0, 0x80, 0x7F, 0, 0, 0x80, 0x43])
        #expect(try WaveFile.decode(file).samples == [0, 0, 1])
    }

    @Test(
        "says what is wrong with a file that is none",
        arguments: [
            ([], "it does not begin as a RIFF WAVE file does"),
            (Array("RIFF....AVI LIST".utf8), "it does not begin as a RIFF WAVE file does"),
            (Array("RIFF....WAVE".utf8), "it has no format chunk"),
            (Array("RIFF....WAVEfmt ".utf8) + [255, 255, 255, 255], "it has no format chunk"),
            (Array(waveFile(data: [0, 0])[..<36]), "it has no data chunk"),
            (waveFile(channels: 0, data: [0]), "it has 0 channels; 1 to 8 can be read"),
            (waveFile(channels: 60_000, data: [0]), "it has 60000 channels; 1 to 8 can be read"),
            (waveFile(rate: 1, data: [0]), "it has 1 samples a second; 4,000 to 192,000 can be read"),
            (waveFile(tag: 85, data: [0]), "its encoding (85, 16 bits) is not read; save it as 16-bit PCM"),
            (waveFile(bits: 12, data: [0]), "its encoding (1, 12 bits) is not read; save it as 16-bit PCM"),
        ] as [([UInt8], String)])
    func broken(file: [UInt8], reason: String) {
        #expect(throws: WaveError(reason: reason)) { try WaveFile.decode(file) }
    }

    @Test("survives a file cut off at any byte")
    func cutOff() {
        let file = waveFile(channels: 2, bits: 24, data: [UInt8](repeating: 9, count: 30))
        for length in file.indices {
            let audio = try? WaveFile.decode(Array(file[..<length]))
            #expect(audio.map { $0.samples.count <= 5 } ?? true)
        }
    }
}
