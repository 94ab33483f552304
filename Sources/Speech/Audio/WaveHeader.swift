/// The 44 bytes in front of 16-bit mono samples in a `.wav` file, and reading them back.
enum WaveHeader {
    /// How long the header is that we write.
    static let size = 44

    /// A file's bytes: header and samples.
    static func file(_ samples: [Int16], rate: Int) -> [UInt8] {
        let bytes = samples.count * 2
        var file: [UInt8] = []
        file.reserveCapacity(size + bytes)
        file += "RIFF".utf8
        file += little(UInt32(36 + bytes))
        file += "WAVEfmt ".utf8
        file += little(UInt32(16)) + little(UInt16(1)) + little(UInt16(1))
        file += little(UInt32(rate)) + little(UInt32(rate * 2)) + little(UInt16(2)) + little(UInt16(16))
        file += "data".utf8
        file += little(UInt32(bytes))
        file += raw(samples)
        return file
    }

    /// Samples without a header: `.sln16`.
    static func raw(_ samples: [Int16]) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: samples.count * 2) { buffer, count in
            for (index, sample) in samples.enumerated() {
                buffer[2 * index] = UInt8(truncatingIfNeeded: sample)
                buffer[2 * index + 1] = UInt8(truncatingIfNeeded: sample >> 8)
            }
            count = samples.count * 2
        }
    }

    /// How many narrow samples a file of ours holds, from its first 44 bytes and its size; nil when it is damaged.
    static func narrowCount(_ header: [UInt8], fileSize: Int) -> Int? {
        let bytes = fileSize - size
        guard bytes > 0, bytes % 2 == 0, header.count == size else { return nil }
        var expected = file([], rate: AudioFormat.narrowRate)
        expected.replaceSubrange(4..<8, with: little(UInt32(36 + bytes)))
        expected.replaceSubrange(40..<44, with: little(UInt32(bytes)))
        return header == expected ? bytes / 2 : nil
    }

    private static func little(_ number: some FixedWidthInteger) -> [UInt8] {
        (0..<number.bitWidth / 8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
    }
}
