internal import Reception

/// HMAC-SHA256 (RFC 2104): how a web service knows that a webhook is ours, and that it is whole.
public enum Signature {
    /// SHA-256 works on blocks of so many bytes.
    private static let block = 64

    /// The authentication code of some bytes as 64 hexadecimal digits.
    public static func code(of message: [UInt8], key: [UInt8]) -> String {
        var padded = key.count > block ? SecureHash.bytes(of: key) : key
        padded.append(contentsOf: repeatElement(0, count: block - padded.count))
        let inner = SecureHash.bytes(of: padded.map { $0 ^ 0x36 } + message)
        return SecureHash.bytes(of: padded.map { $0 ^ 0x5C } + inner).map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }

    /// The value of the signature header: the second in which it was made and the code of "SECOND.BODY", so that
    /// neither can be changed, nor an old message be sent again much later.
    public static func header(body: String, second: Int, key: [UInt8]) -> String {
        "t=\(second),v1=\(code(of: Array("\(second).\(body)".utf8), key: key))"
    }
}
