/// A secret that a dialplan holds in a variable, and that never crosses the wire: FastAGI has no authentication of its own,
/// and whoever reaches the port could play Asterisk.
public struct SharedSecret: Sendable, Equatable {
    /// The fewest characters: SHA-1 over a shorter one can be guessed from one overheard call.
    public static let minimumLength = 20

    let text: String

    /// A secret of 20 to 200 printable ASCII characters without blanks; nil when the text is none, or holds one of
    /// `$ { } ( ) , " \`, which a dialplan would read as something else.
    public init?(_ text: String) {
        guard (Self.minimumLength...200).contains(text.utf8.count) else { return nil }
        let forbidden = Set("${}(),\"\\".utf8)
        guard text.utf8.allSatisfy({ (0x21...0x7E).contains($0) && !forbidden.contains($0) }) else { return nil }
        self.text = text
    }

    /// What the other side must answer to a nonce, in lower-case hexadecimal digits.
    func proof(of nonce: String) -> String { SHA1.hexadecimal(Array("\(text):\(nonce)".utf8)) }
}

extension Session {
    /// Asks the other side to prove that its dialplan holds one of the secrets, by working out
    /// `${SHA1(${VARIABLE}:nonce)}` (Asterisk has that function built in, and answers without a delay).
    ///
    /// Do it before anything else is said. It proves who began the connection, not that nobody sits between.
    ///
    /// - Parameters:
    ///   - secrets: any of them will do, so that one can be replaced by another without a moment of neither.
    ///   - variable: the dialplan variable or global that holds it there.
    /// - Returns: false when the answer is another one: the variable is not set, holds another secret, or this is no Asterisk.
    /// - Throws: what `send` throws.
    public nonisolated(nonsending) func proves(
        _ secrets: [SharedSecret], in variable: String = "ATTENDANT_SECRET"
    ) async throws(SessionError) -> Bool {
        var random = SystemRandomNumberGenerator()
        let nonce = (0..<4).map { _ in String(random.next() as UInt32, radix: 36) }.joined(separator: "-")
        let answer = Array((try await fullVariable("${SHA1(${\(variable)}:\(nonce))}") ?? "").utf8)
        // All of them, and every byte of each: how long it took says nothing about how much was right.
        return secrets.map { Self.equal(Array($0.proof(of: nonce).utf8), answer) }.contains(true)
    }

    private static func equal(_ one: [UInt8], _ other: [UInt8]) -> Bool {
        guard one.count == other.count else { return false }
        return zip(one, other).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
