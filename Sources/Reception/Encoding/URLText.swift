/// A value inside a URL: the one encoder of that way out (menu-format §4.5).
///
/// Everything but letters, digits and `-._~` is percent-encoded, so a value can end neither its path segment nor the
/// query, and names no other host.
struct URLText {
    let text: String

    init(_ value: String) {
        text = Self.encoded(value.utf8, keeping: Self.isUnreserved)
    }

    /// A whole URL whose values are encoded already: what the file's author typed and no URL may hold is encoded, too.
    static func whole(_ url: String) -> String {
        encoded(url.utf8) { isUnreserved($0) || "%:/?#[]@!$&'()*+,;=".utf8.contains($0) }
    }

    /// A value that would be another place when it stands between two slashes.
    static func isDotSegment(_ value: String) -> Bool { value == "." || value == ".." }

    private static func encoded(_ bytes: String.UTF8View, keeping isKept: (UInt8) -> Bool) -> String {
        var text = ""
        text.reserveCapacity(bytes.count)
        for byte in bytes {
            if isKept(byte) {
                text.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                text += byte < 16 ? "%0" : "%"
                text += String(byte, radix: 16, uppercase: true)
            }
        }
        return text
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "-._~".utf8.contains(byte)
        }
    }
}
