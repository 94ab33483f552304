internal import Reception

/// SHA-256 as the names of sounds have it.
enum SHA256 {
    /// The digest of some bytes.
    static func digest(_ bytes: [UInt8]) -> SoundKey { SoundKey(words: SecureHash.words(of: bytes)) }
}
