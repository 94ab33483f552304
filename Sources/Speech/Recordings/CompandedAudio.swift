/// G.711: µ-law and A-law, one byte a sample.
enum CompandedAudio {
    /// Samples of µ-law bytes, full scale ±1.
    static func muLaw(_ bytes: ArraySlice<UInt8>) -> [Float] {
        bytes.map { muLawTable[Int($0)] }
    }

    /// Samples of A-law bytes, full scale ±1.
    static func aLaw(_ bytes: ArraySlice<UInt8>) -> [Float] {
        bytes.map { aLawTable[Int($0)] }
    }

    private static let muLawTable: [Float] = (0..<256).map { code in
        let inverted = ~code & 0xFF
        let magnitude = ((((inverted & 0x0F) << 3) + 0x84) << ((inverted & 0x70) >> 4)) - 0x84
        return Float(inverted & 0x80 == 0 ? magnitude : -magnitude) / 32768
    }

    private static let aLawTable: [Float] = (0..<256).map { code in
        let flipped = code ^ 0x55
        let mantissa = (flipped & 0x0F) << 4
        let segment = (flipped & 0x70) >> 4
        let magnitude = segment == 0 ? mantissa + 8 : (mantissa + 0x108) << (segment - 1)
        return Float(flipped & 0x80 == 0 ? -magnitude : magnitude) / 32768
    }
}
