/// The keys that end a prompt: a set, so it can only hold keys and is written in one order, `0123456789*#ABCD`.
public struct EscapeDigits: Sendable, Hashable {
    private var bits: UInt16

    private static let order: [DTMFKey] = [
        .zero, .one, .two, .three, .four, .five, .six, .seven, .eight, .nine, .star, .pound, .a, .b, .c, .d,
    ]

    /// The characters of the bits, from the lowest.
    private static let characters: StaticString = "0123456789*#ABCD"

    /// No key: the prompt plays to its end.
    public static let none = EscapeDigits([])

    /// The twelve keys every telephone has.
    public static let all = EscapeDigits(order.prefix(12))

    /// All sixteen keys, `A` to `D` included.
    public static let allSixteen = EscapeDigits(order)

    /// The given keys; order and repetition do not matter.
    public init(_ keys: some Sequence<DTMFKey>) {
        bits = keys.reduce(0) { $0 | Self.bit($1) }
    }

    /// The keys written in a text like `123*#`; nil when anything else stands in it.
    public init?(_ text: String) {
        bits = 0
        for character in text {
            guard let key = DTMFKey(character) else { return nil }
            bits |= Self.bit(key)
        }
    }

    /// Whether there is no key in it.
    public var isEmpty: Bool { bits == 0 }

    /// Whether a key is in it.
    public func contains(_ key: DTMFKey) -> Bool { bits & Self.bit(key) != 0 }

    /// The keys, in the order they are written.
    public var keys: [DTMFKey] { Self.order.filter(contains) }

    /// Appends the keys' characters.
    func write(to bytes: inout [UInt8]) {
        var rest = bits
        while rest != 0 {
            let place = rest.trailingZeroBitCount
            bytes.append(Self.characters.utf8Start[place])
            rest &= rest - 1
        }
    }

    private static func bit(_ key: DTMFKey) -> UInt16 {
        switch key {
        case .star: 1 << 10
        case .pound: 1 << 11
        case .a, .b, .c, .d: 1 << (12 + UInt16(key.rawValue - DTMFKey.a.rawValue))
        default: 1 << UInt16(key.rawValue - DTMFKey.zero.rawValue)
        }
    }
}
