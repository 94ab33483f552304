/// The version of an Asterisk, as far as it decides what may be sent to it.
public struct AsteriskVersion: Sendable, Equatable {
    /// Longest command line, without its newline, that any Asterisk takes whole (a buffer of 2,048 bytes in res_agi.c).
    public static let smallCommandLine = 2_046

    /// Longest command line, without its newline, since 20.16, 21.11, 22.6 and 23.0 (a buffer of 8,192 bytes,
    /// asterisk issue 1317).
    public static let largeCommandLine = 8_190

    /// The release line: 22 of `22.10.1`.
    public let major: Int

    /// The number after the first dot: 10 of `22.10.1`.
    public let minor: Int

    /// Makes a version from its two numbers.
    public init(major: Int, minor: Int) {
        self.major = major
        self.minor = minor
    }

    /// Reads `agi_version`: `22.10.1`, with anything behind it, or `certified/20.7-cert3`. Nil for a build from a
    /// repository (`GIT-master-1a2b3c`) or anything else without two numbers in front.
    public init?(parsing text: some StringProtocol) { self.init(Array(text.utf8)[...]) }

    /// The same for the bytes of it.
    init?(_ text: ArraySlice<UInt8>) {
        let certified: StaticString = "certified/"
        let rest = text.hasPrefix(certified) ? text.dropFirst(certified.utf8CodeUnitCount) : text
        guard let dot = rest.firstIndex(of: UInt8(ascii: ".")), let major = Int(decimal: rest[..<dot]), major >= 0
        else {
            return nil
        }
        let minorEnd = rest[(dot + 1)...].firstIndex { !(Byte.zero...Byte.nine).contains($0) } ?? rest.endIndex
        guard let minor = Int(decimal: rest[(dot + 1)..<minorEnd]) else { return nil }
        self.init(major: major, minor: minor)
    }

    /// Longest command line this Asterisk takes whole, in bytes without the newline.
    ///
    /// It runs the head of a longer one and then its tail as a second command, and every reply after that belongs to the
    /// command before.
    public var commandLineBytes: Int {
        let firstLarge: Int? =
            switch major {
            case 20: 16
            case 21: 11
            case 22: 6
            case 23...: 0
            default: nil
            }
        guard let firstLarge, minor >= firstLarge else { return Self.smallCommandLine }
        return Self.largeCommandLine
    }
}
