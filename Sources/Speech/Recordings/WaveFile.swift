/// A `.wav` file is none that is understood: what is wrong with it.
struct WaveError: Error, Equatable {
    let reason: String
}

/// Reads `.wav` files: PCM of 8 to 32 bits, 32-bit floating point, µ-law and A-law; one to eight channels; any rate.
///
/// The file is hostile until shown otherwise: every length in it is checked against what is there.
enum WaveFile {
    /// Rates that are taken: below is no speech, above is no audio.
    static let rates = 4_000...192_000
    private static let mostChannels = 8

    /// The samples of a file, its channels mixed into one.
    static func decode(_ bytes: [UInt8]) throws(WaveError) -> RecordedAudio {
        guard bytes.count >= 12, bytes[0..<4].elementsEqual("RIFF".utf8), bytes[8..<12].elementsEqual("WAVE".utf8)
        else { throw WaveError(reason: "it does not begin as a RIFF WAVE file does") }
        let chunks = chunks(of: bytes)
        guard let header = chunks["fmt "], header.count >= 16 else {
            throw WaveError(reason: "it has no format chunk")
        }
        guard let data = chunks["data"] else { throw WaveError(reason: "it has no data chunk") }
        let format = Format(header)
        guard (1...mostChannels).contains(format.channels) else {
            throw WaveError(reason: "it has \(format.channels) channels; 1 to \(mostChannels) can be read")
        }
        guard rates.contains(format.rate) else {
            throw WaveError(reason: "it has \(format.rate) samples a second; 4,000 to 192,000 can be read")
        }
        let samples = try samples(data, format)
        return RecordedAudio(samples: mixed(samples, channels: format.channels), rate: format.rate)
    }

    /// The parts of the format chunk that are needed.
    private struct Format {
        let tag: Int, channels: Int, rate: Int, bits: Int

        init(_ chunk: ArraySlice<UInt8>) {
            let start = chunk.startIndex
            func number(_ place: Int, _ count: Int) -> Int { WaveFile.number(chunk, start + place, count) }
            let extensible = number(0, 2) == 0xFFFE && chunk.count >= 26
            tag = extensible ? number(24, 2) : number(0, 2)
            channels = number(2, 2)
            rate = number(4, 4)
            bits = number(14, 2)
        }
    }

    /// The first chunk of each name; one that is longer than the file ends with it, as streamed files' do.
    private static func chunks(of bytes: [UInt8]) -> [String: ArraySlice<UInt8>] {
        var chunks: [String: ArraySlice<UInt8>] = [:]
        var place = 12
        while bytes.count - place >= 8 {
            let name = String(decoding: bytes[place..<place + 4], as: UTF8.self)
            let start = place + 8
            let end = min(bytes.count, start + number(bytes[...], place + 4, 4))
            if chunks[name] == nil { chunks[name] = bytes[start..<end] }
            place = end + (end - start) % 2
        }
        return chunks
    }

    private static func samples(_ data: ArraySlice<UInt8>, _ format: Format) throws(WaveError) -> [Float] {
        switch (format.tag, format.bits) {
        case (1, 8): return data.map { (Float($0) - 128) / 128 }
        case (1, 16), (1, 24), (1, 32): return integers(data, width: format.bits / 8)
        case (3, 32): return floats(data)
        case (6, 8): return CompandedAudio.aLaw(data)
        case (7, 8): return CompandedAudio.muLaw(data)
        default:
            throw WaveError(
                reason: "its encoding (\(format.tag), \(format.bits) bits) is not read; save it as 16-bit PCM")
        }
    }

    /// Signed little-endian integers of so many bytes.
    static func integers(_ data: ArraySlice<UInt8>, width: Int) -> [Float] {
        let sign = 32 - width * 8
        return stride(from: data.startIndex, through: data.endIndex - width, by: width).map { place in
            let value = Int32(truncatingIfNeeded: number(data, place, width)) << Int32(sign)
            return Float(value) / 2_147_483_648
        }
    }

    private static func floats(_ data: ArraySlice<UInt8>) -> [Float] {
        stride(from: data.startIndex, through: data.endIndex - 4, by: 4).map { place in
            let value = Float(bitPattern: UInt32(truncatingIfNeeded: number(data, place, 4)))
            return value.isFinite ? max(-1, min(1, value)) : 0
        }
    }

    private static func mixed(_ samples: [Float], channels: Int) -> [Float] {
        guard channels > 1 else { return samples }
        return stride(from: 0, through: samples.count - channels, by: channels).map { place in
            samples[place..<place + channels].reduce(0, +) / Float(channels)
        }
    }

    private static func number(_ bytes: ArraySlice<UInt8>, _ place: Int, _ count: Int) -> Int {
        (0..<count).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
    }
}
