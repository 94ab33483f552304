import Foundation

extension Sound {
    /// Reads a 16-bit mono PCM wave file.
    ///
    /// A data chunk that claims more than the file holds, as that of a recording which is still open, ends with the file.
    /// - Throws: ``SoundError``, or what Foundation throws when the file cannot be read.
    init(wave url: URL) throws {
        let bytes = [UInt8](try Data(contentsOf: url))
        guard bytes.count >= 12, Self.name(bytes, at: 0) == "RIFF", Self.name(bytes, at: 8) == "WAVE" else {
            throw SoundError.notWave(path: url.path)
        }
        var rate: Int?
        var position = 12
        while position + 8 <= bytes.count {
            let length = Self.number(bytes, at: position + 4, count: 4)
            let body = position + 8
            switch Self.name(bytes, at: position) {
            case "fmt " where body + 16 <= bytes.count:
                rate = try Self.rate(bytes, at: body, path: url.path)
            case "data":
                guard let rate else { throw SoundError.notWave(path: url.path) }
                self.init(rate: rate, samples: Self.samples(bytes[body..<min(bytes.count, body + length)]))
                return
            default:
                break
            }
            position = body + length + length % 2
        }
        throw SoundError.notWave(path: url.path)
    }

    /// Writes the sound as a wave file that Asterisk plays.
    func write(wave url: URL) throws {
        var bytes: [UInt8] = []
        func put(_ value: Int, _ count: Int) {
            for index in 0..<count { bytes.append(UInt8(truncatingIfNeeded: value >> (8 * index))) }
        }
        bytes += "RIFF".utf8
        put(36 + samples.count * 2, 4)
        bytes += "WAVEfmt ".utf8
        for (value, count) in [(16, 4), (1, 2), (1, 2), (rate, 4), (rate * 2, 4), (2, 2), (16, 2)] { put(value, count) }
        bytes += "data".utf8
        put(samples.count * 2, 4)
        for sample in samples { put(Int(sample), 2) }
        try Data(bytes).write(to: url)
    }

    private static func rate(_ bytes: [UInt8], at body: Int, path: String) throws -> Int {
        let format = number(bytes, at: body, count: 2)
        let channels = number(bytes, at: body + 2, count: 2)
        let bits = number(bytes, at: body + 14, count: 2)
        let rate = number(bytes, at: body + 4, count: 4)
        guard format == 1, channels == 1, bits == 16, rate > 0 else {
            throw SoundError.notPlainPCM(path: path, format: format, channels: channels, bits: bits)
        }
        return rate
    }

    private static func name(_ bytes: [UInt8], at position: Int) -> String {
        String(decoding: bytes[position..<position + 4], as: UTF8.self)
    }

    private static func number(_ bytes: [UInt8], at position: Int, count: Int) -> Int {
        (0..<count).reduce(0) { $0 | Int(bytes[position + $1]) << (8 * $1) }
    }

    private static func samples(_ bytes: ArraySlice<UInt8>) -> [Int16] {
        stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map {
            Int16(bitPattern: UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8)
        }
    }
}
