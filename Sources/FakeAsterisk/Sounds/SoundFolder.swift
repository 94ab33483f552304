/// Asterisk's search for a sound in folders (`fileexists_core` and `ast_fileexists` in file.c).
///
/// A relative name is looked for in the folder of the language, then of the language without its region, then without
/// language, then in English. An absolute `/dir/name` is looked for as `/dir/LANGUAGE/name` first.
public struct SoundFolder: SoundSource {
    /// Asterisk's `sounds`, for relative names; nil: there are none.
    public var folder: String?

    /// A search in `folder`, and for absolute names wherever they lead.
    public init(_ folder: String? = nil) {
        self.folder = folder
    }

    /// The sound as its file on disk has it, with the text of `NAME.txt` beside it.
    public func sound(_ name: String, language: String, rate: Int) -> Sound? {
        guard !name.contains("\0"), !name.contains("://"), !name.isEmpty else { return nil }
        for path in paths(name, language: language) {
            for format in SoundFormat.preferred(for: rate) {
                guard var sound = SoundFile.read(path, as: format) else { continue }
                sound.text = SoundFile.text(beside: path)
                return sound
            }
        }
        return nil
    }

    private func paths(_ name: String, language: String) -> [String] {
        let tongues = Self.tongues(language)
        guard !name.hasPrefix("/") else {
            let cut = name.lastIndex(of: "/").map { name.index(after: $0) } ?? name.startIndex
            return tongues.map { "\(name[..<cut])\($0)/\(name[cut...])" } + [name]
        }
        guard let folder else { return [] }
        let own = tongues.map { "\(folder)/\($0)/\(name)" }
        return own + ["\(folder)/\(name)", "\(folder)/en/\(name)"]
    }

    /// `de_AT` is looked for as `de_AT`, then as `de`. Nothing but letters, digits, `_` and `-` names a folder.
    private static func tongues(_ language: String) -> [String] {
        let isPlain = language.utf8.allSatisfy { byte in
            byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || Character(Unicode.Scalar(byte)).isLetter
                || Character(Unicode.Scalar(byte)).isNumber
        }
        guard isPlain, !language.isEmpty else { return [] }
        guard let cut = language.firstIndex(of: "_") else { return [language] }
        return [language, String(language[..<cut])]
    }
}
