#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// An IPv4 or IPv6 address without port or zone.
///
/// An IPv4-mapped IPv6 address (`::ffff:192.0.2.1`, RFC 4291 section 2.5.5.2) is the same value as the IPv4 address
/// in it, so that a limit or an allowed network cannot be slipped past by the other spelling.
public struct IPAddress: Hashable, Sendable, CustomStringConvertible {
    /// The upper and the lower 64 bits, most significant first. IPv4 is held in its mapped form.
    let high: UInt64
    let low: UInt64

    /// What the upper half of `low` holds for an IPv4 address.
    private static let mappedMark: UInt64 = 0xffff << 32

    init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    init(ipv4: UInt32) {
        self.init(high: 0, low: Self.mappedMark | UInt64(ipv4))
    }

    /// Whether this is an IPv4 address, also when it came as an IPv4-mapped IPv6 address.
    public var isIPv4: Bool {
        high == 0 && low >> 32 == 0xffff
    }

    /// The address as a number; nil for IPv6.
    var ipv4: UInt32? {
        isIPv4 ? UInt32(truncatingIfNeeded: low) : nil
    }

    /// Reads an address in the usual text forms: `192.0.2.1`, `2001:db8::1`, `::ffff:192.0.2.1`.
    ///
    /// Returns nil for everything else, also for names, zones (`%eth0`), brackets and the old short forms of IPv4
    /// (`127.1`, `0x7f000001`), which `inet_pton` refuses too.
    public init?(_ text: String) {
        var four = in_addr()
        if inet_pton(AF_INET, text, &four) == 1 {
            self.init(ipv4: UInt32(bigEndian: four.s_addr))
            return
        }
        var six = in6_addr()
        guard inet_pton(AF_INET6, text, &six) == 1 else { return nil }
        self.init(six)
    }

    init(_ address: in6_addr) {
        self = withUnsafeBytes(of: address) { bytes in
            IPAddress(
                high: UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self)),
                low: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)))
        }
    }

    /// The sixteen bytes as the system wants them.
    var in6: in6_addr {
        var address = in6_addr()
        withUnsafeMutableBytes(of: &address) { bytes in
            bytes.storeBytes(of: high.bigEndian, as: UInt64.self)
            bytes.storeBytes(of: low.bigEndian, toByteOffset: 8, as: UInt64.self)
        }
        return address
    }

    /// The usual text form: `192.0.2.1`, `2001:db8::1`.
    public var description: String {
        var buffer = [UInt8](repeating: 0, count: 64)
        let written = buffer.withUnsafeMutableBytes { bytes -> Bool in
            guard let base = bytes.baseAddress?.assumingMemoryBound(to: CChar.self) else { return false }
            if let ipv4 {
                var address = in_addr(s_addr: ipv4.bigEndian)
                return inet_ntop(AF_INET, &address, base, socklen_t(bytes.count)) != nil
            }
            var address = in6
            return inet_ntop(AF_INET6, &address, base, socklen_t(bytes.count)) != nil
        }
        guard written else { return "?" }
        return String(decoding: buffer.prefix { $0 != 0 }, as: UTF8.self)
    }
}
