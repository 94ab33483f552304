/// A range of addresses with a common beginning: `10.0.0.0/8`, `::1/128`, or one address alone.
///
/// IPv4 networks hold IPv4 addresses only, also those that arrive IPv4-mapped; IPv6 networks hold none of these, so
/// `::/0` is every IPv6 address and no IPv4 address.
public struct Network: Hashable, Sendable, CustomStringConvertible {
    private let base: IPAddress
    /// How many leading bits of the 128 are fixed; 96 more than written for IPv4.
    private let bits: Int

    /// Reads `ADDRESS/LENGTH` or a plain address, which is a network of one.
    ///
    /// - Throws: ``SocketError/malformedNetwork(_:reason:)`` when the address or the length cannot be read, or bits
    ///   behind the length are set (`10.0.0.1/8`), which is mostly a slip that would let in more than was meant.
    public init(_ text: String) throws(SocketError) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first, let address = IPAddress(String(first)) else {
            throw .malformedNetwork(text, reason: "expected an IPv4 or IPv6 address, as in 10.0.0.0/8 or ::1")
        }
        // A mapped address may be written with the length of either family's text form.
        let written = first.contains(":") ? 128 : 32
        var length = written
        if parts.count == 2 {
            guard let number = Self.number(parts[1]), number <= written else {
                throw .malformedNetwork(text, reason: "the length must be a number from 0 to \(written)")
            }
            length = number
        }
        bits = 128 - written + length
        base = Self.masked(address, bits)
        guard base == address else {
            throw .malformedNetwork(
                text, reason: "bits behind the length are set; did you mean \(Self.text(base, bits))?")
        }
    }

    /// Whether the address belongs to this network.
    public func contains(_ address: IPAddress) -> Bool {
        address.isIPv4 == base.isIPv4 && Self.masked(address, bits) == base
    }

    /// `10.0.0.0/8`; a single address is written with its full length.
    public var description: String { Self.text(base, bits) }

    private static func text(_ base: IPAddress, _ bits: Int) -> String {
        "\(base)/\(base.isIPv4 ? max(0, bits - 96) : bits)"
    }

    private static func number(_ text: Substring) -> Int? {
        guard (1...3).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return Int(text)
    }

    private static func masked(_ address: IPAddress, _ bits: Int) -> IPAddress {
        IPAddress(high: address.high & mask(bits), low: address.low & mask(bits - 64))
    }

    /// 64 bits of which the first `count` are set; everything below 0 is none, above 64 all.
    private static func mask(_ count: Int) -> UInt64 {
        count <= 0 ? 0 : count >= 64 ? .max : ~(UInt64.max >> UInt64(count))
    }
}
