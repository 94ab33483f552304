#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Sounds that say a person's number, removed from the folder of the sounds: "We can call you back on 0 7 7, 0 0 9, …".
public struct ForgottenSounds: Sendable, Equatable {
    /// Sounds that were removed, each with all its files.
    public private(set) var removed = 0
    /// One line for each sound that could not be read or removed: which, and the system's words.
    public private(set) var stuck: [String] = []

    /// Nothing was found.
    public init() {}

    /// Numbers with fewer digits are not looked for: they are in the text of too many sounds.
    public static let fewestDigits = 6

    /// Removes the sounds whose text, reduced to its digits, has a number's digits in it. Blocks.
    ///
    /// A running server may use the folder meanwhile: what it still needs it makes again.
    ///
    /// - Parameters:
    ///   - numbers: as E.164 or national; zeros in front and what is no digit do not count.
    ///   - sounds: the folder; nothing is done when it is not there.
    public static func remove(saying numbers: [String], from sounds: String) -> ForgottenSounds {
        let wanted = Set(numbers.map { String(digits(of: $0).drop { $0 == "0" }) }.filter { $0.count >= fewestDigits })
        var forgotten = ForgottenSounds()
        guard !wanted.isEmpty else { return forgotten }
        for name in FileSystem.names(in: sounds) where name.hasSuffix(".txt") {
            guard let key = SoundKey(hex: name.dropLast(4)) else { continue }
            forgotten.remove(sounds + "/" + key.hex, saying: wanted)
        }
        return forgotten
    }

    private mutating func remove(_ sound: String, saying wanted: Set<String>) {
        do {
            let text = String(decoding: try FileSystem.read(sound + ".txt", atMost: 1 << 16), as: UTF8.self)
            let said = Self.digits(of: text)
            guard wanted.contains(where: { said.contains($0) }) else { return }
        } catch {
            // The server may have pruned it meanwhile.
            if error.code != ENOENT { stuck.append(error.description) }
            return
        }
        if let failure = SoundFolder.endings.lazy.compactMap({ FileSystem.remove(sound + $0) }).first {
            stuck.append(failure.description)
        } else {
            removed += 1
        }
    }

    /// The digits of a text, also as Chinese says the one on the telephone.
    private static func digits(of text: String) -> String {
        String(text.compactMap { $0 == "幺" ? "1" : $0.isASCII && $0.isNumber ? $0 : nil })
    }
}
