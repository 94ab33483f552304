/// A mail address and, if any, the name before it.
public struct MailAddress: Sendable, Hashable {
    /// "anna@example.org": ASCII without quotes, comments or blanks.
    public let address: String
    /// The name as people read it; may hold anything.
    public let name: String?

    /// Takes an address.
    ///
    /// - Throws: `MailError.badAddress` unless it is `local@domain` of RFC 5322's dot-atoms, at most 64 and 254 bytes
    ///   (RFC 5321 §4.5.3.1). Quoted local parts and address literals are refused: they are rare, and each of their
    ///   characters means something to some mail server.
    public init(_ address: String, name: String? = nil) throws(MailError) {
        let parts = address.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, address.utf8.count <= 254, parts[0].utf8.count <= 64,
            Self.isDotAtom(parts[0], marks: "!#$%&'*+-/=?^_`{|}~"), Self.isDotAtom(parts[1], marks: "-")
        else { throw .badAddress(String(HeaderText.printable(address).prefix(80))) }
        self.address = address
        self.name = name
    }

    /// What stands after the @.
    public var domain: Substring { address.split(separator: "@").last ?? "" }

    /// As a header has it: `anna@example.org`, or `=?UTF-8?B?…?=` and `<anna@example.org>`.
    var rendered: [String] {
        guard let name = name.map(HeaderText.printable), !name.isEmpty else { return [address] }
        return HeaderText.phrase(name) + ["<\(address)>"]
    }

    private static func isDotAtom(_ text: Substring, marks: String) -> Bool {
        text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { atom in
            !atom.isEmpty && atom.utf8.count <= 64
                && atom.unicodeScalars.allSatisfy {
                    $0.isASCII
                        && ($0.properties.isAlphabetic || ("0"..."9").contains($0) || marks.unicodeScalars.contains($0))
                }
        }
    }
}
