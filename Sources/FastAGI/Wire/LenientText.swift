extension String {
    /// Text of a peer that may use any encoding: UTF-8 where it is valid, else each byte as Latin-1.
    ///
    /// Names come from telephones; a wrong accent is better than a refused call.
    init(lenient bytes: some Collection<UInt8>) {
        if let text = String(validating: bytes, as: UTF8.self) {
            self = text
        } else {
            self = String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
        }
    }

    /// The first bytes of something unexpected, for an error: cut at 64 bytes, bytes outside printable ASCII as `\x1F`,
    /// and each digit after the place of a reply code as `#`, for it may be one that a caller has typed.
    init(excerptOf bytes: some Collection<UInt8>) {
        self = bytes.prefix(64).enumerated().map { Self.printable($1, maskingDigits: $0 >= 4) }.joined()
        if bytes.count > 64 { self += "…" }
    }

    private static func printable(_ byte: UInt8, maskingDigits: Bool) -> String {
        if maskingDigits, (Byte.zero...Byte.nine).contains(byte) { return "#" }
        if (0x20..<0x7F).contains(byte) { return String(Unicode.Scalar(byte)) }
        let digits = String(byte, radix: 16, uppercase: true)
        return digits.utf8.count == 1 ? "\\x0\(digits)" : "\\x\(digits)"
    }
}
