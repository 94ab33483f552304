/// The name of a sound: a SHA-256 digest over everything that decides how it sounds.
struct SoundKey: Hashable, Sendable {
    private let first: UInt64, second: UInt64, third: UInt64, fourth: UInt64

    /// How many characters the name has.
    static let nameLength = 64

    /// A key of the digest's eight words.
    init(words: [UInt32]) {
        func pair(_ index: Int) -> UInt64 { UInt64(words[index]) << 32 | UInt64(words[index + 1]) }
        (first, second, third, fourth) = (pair(0), pair(2), pair(4), pair(6))
    }

    /// The key that a name stands for; nil when it is none.
    init?(hex: some StringProtocol) {
        guard hex.utf8.count == Self.nameLength else { return nil }
        var words: [UInt64] = [0, 0, 0, 0]
        for (index, digit) in hex.utf8.enumerated() {
            guard let value = Self.value(of: digit) else { return nil }
            words[index / 16] = words[index / 16] << 4 | value
        }
        (first, second, third, fourth) = (words[0], words[1], words[2], words[3])
    }

    /// The name: 64 hexadecimal digits in small letters.
    var hex: String {
        String(unsafeUninitializedCapacity: Self.nameLength) { buffer in
            var index = 0
            for word in [first, second, third, fourth] {
                for shift in stride(from: 60, through: 0, by: -4) {
                    let digit = UInt8(truncatingIfNeeded: (word >> UInt64(shift)) & 15)
                    buffer[index] = digit < 10 ? 48 + digit : 87 + digit
                    index += 1
                }
            }
            return index
        }
    }

    private static func value(of digit: UInt8) -> UInt64? {
        switch digit {
        case 48...57: UInt64(digit - 48)
        case 97...102: UInt64(digit - 87)
        default: nil
        }
    }
}
