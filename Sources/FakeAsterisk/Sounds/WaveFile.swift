/// Writes 8 kHz, 16-bit, one-channel `.wav` files.
enum WaveFile {
    /// Samples a second.
    static let rate = 8_000

    /// The whole file: a header of 44 bytes and the samples.
    static func bytes(_ samples: [Int16]) -> [UInt8] {
        var file: [UInt8] = []
        file.reserveCapacity(44 + samples.count * 2)
        let dataBytes = UInt32(samples.count * 2)
        file += Array("RIFF".utf8)
        file.append(dataBytes + 36)
        file += Array("WAVEfmt ".utf8)
        file.append(UInt32(16))
        file.append(UInt16(1))
        file.append(UInt16(1))
        file.append(UInt32(rate))
        file.append(UInt32(rate * 2))
        file.append(UInt16(2))
        file.append(UInt16(16))
        file += Array("data".utf8)
        file.append(dataBytes)
        for sample in samples { file.append(UInt16(bitPattern: sample)) }
        return file
    }
}

extension [UInt8] {
    /// Appends a number, its lowest byte first.
    fileprivate mutating func append(_ number: some FixedWidthInteger) {
        for shift in stride(from: 0, to: type(of: number).bitWidth, by: 8) {
            append(UInt8(truncatingIfNeeded: number >> shift))
        }
    }
}
