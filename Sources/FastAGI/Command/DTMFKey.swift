/// One key of a telephone, its raw value the ASCII character that AGI uses for it.
public enum DTMFKey: UInt8, Sendable, CaseIterable {
    /// The key 0.
    case zero = 0x30
    /// The key 1.
    case one = 0x31
    /// The key 2.
    case two = 0x32
    /// The key 3.
    case three = 0x33
    /// The key 4.
    case four = 0x34
    /// The key 5.
    case five = 0x35
    /// The key 6.
    case six = 0x36
    /// The key 7.
    case seven = 0x37
    /// The key 8.
    case eight = 0x38
    /// The key 9.
    case nine = 0x39
    /// The star key.
    case star = 0x2A
    /// The pound or hash key.
    case pound = 0x23
    /// The key A of the fourth column.
    case a = 0x41
    /// The key B of the fourth column.
    case b = 0x42
    /// The key C of the fourth column.
    case c = 0x43
    /// The key D of the fourth column.
    case d = 0x44

    /// The key a character stands for (`0`–`9`, `*`, `#`, `A`–`D`); nil for any other.
    public init?(_ character: Character) {
        guard let ascii = character.asciiValue else { return nil }
        self.init(rawValue: ascii)
    }

    /// The key as a character.
    public var character: Character { Character(Unicode.Scalar(rawValue)) }
}
