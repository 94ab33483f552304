internal import CESpeakNG
internal import Synchronization

extension ESpeakEngine {
    /// Whether a voice, with its variant if it names one, can be spoken with: "en-us+f2". Reads eSpeak NG's files.
    public func exists(_ voice: String) -> Bool {
        Self.library.withLock { _ in Self.knows(voice) }
    }

    /// The voices by their language tags, sorted: "en-us", "pl". Variants are not among them.
    public func voices() -> [String] {
        Self.library.withLock { _ in Set(Self.list(nil).flatMap(\.languages)).sorted() }
    }

    /// The variants that go with every voice, behind a `+`: "f2", "m3".
    public func variants() -> [String] {
        Self.library.withLock { _ in Self.variantNames().sorted() }
    }

    /// Whether the library has a voice; to be called with its lock held.
    static func knows(_ voice: String) -> Bool { identifier(of: voice) != nil }

    /// The library's own name of a voice, with its variant: "roa/fr+f2" for "fr-fr+f2". Nil when it has none such; to
    /// be called with its lock held.
    static func identifier(of voice: String) -> String? {
        let parts = voice.split(separator: "+", maxSplits: 1, omittingEmptySubsequences: false)
        guard let base = parts.first?.lowercased(), !base.isEmpty else { return nil }
        if parts.count == 2, !variantNames().contains(String(parts[1])) { return nil }
        guard let entry = list(nil).first(where: { $0.isCalled(base) }) else { return nil }
        return entry.identifier + (parts.count == 2 ? "+" + parts[1] : "")
    }

    /// One entry of the library's list.
    private struct Entry {
        let name: String
        let identifier: String
        let languages: [String]

        func isCalled(_ base: String) -> Bool {
            languages.contains { $0.lowercased() == base } || identifier.lowercased() == base
                || name.lowercased() == base
        }
    }

    private static func variantNames() -> Set<String> {
        let prefix = "!v/"
        return "variant".withCString { language in
            var wanted = espeak_VOICE()
            wanted.languages = language
            let names = list(&wanted).map(\.identifier).filter { $0.hasPrefix(prefix) }
            return Set(names.map { String($0.dropFirst(prefix.count)) })
        }
    }

    /// The list, without MBROLA voices: these run another program, at another sample rate.
    private static func list(_ wanted: UnsafeMutablePointer<espeak_VOICE>?) -> [Entry] {
        guard let voices = espeak_ListVoices(wanted) else { return [] }
        var entries: [Entry] = []
        var index = 0
        while let voice = voices[index]?.pointee {
            index += 1
            guard let identifier = voice.identifier.map({ String(cString: $0) }), !identifier.hasPrefix("mb/") else {
                continue
            }
            let name = voice.name.map { String(cString: $0) } ?? identifier
            entries.append(Entry(name: name, identifier: identifier, languages: languages(voice.languages)))
        }
        return entries
    }

    /// Reads eSpeak NG's list of languages: a priority byte, a tag ending in NUL, and so on until a zero byte.
    private static func languages(_ start: UnsafePointer<CChar>?) -> [String] {
        guard var place = start else { return [] }
        var tags: [String] = []
        while place.pointee != 0 {
            let tag = String(cString: place + 1)
            tags.append(tag)
            place += tag.utf8.count + 2
        }
        return tags
    }
}
