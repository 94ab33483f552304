import MenuFile

/// The whole text of a menu as callers hear it, for reading aloud or for recording in a studio.
public struct PromptScript: Sendable {
    /// The lines, language by language in the order of the file, and in each in the order in which callers come by.
    public let entries: [Entry]

    /// One line of the script.
    public struct Entry: Sendable, Hashable {
        /// The path of the step that says it first, "notices", or "phrases".
        public let place: String
        /// Its language.
        public let language: String
        /// What is heard; what only a call knows stands in braces.
        public let text: String
        /// How it is spoken.
        public let kind: Kind
    }

    /// Where the sound of a line comes from.
    public enum Kind: Sendable, Hashable {
        /// A recording of these words may replace eSpeak NG: its path relative to the menu's folder, without ending.
        case line(path: String, isRecorded: Bool)
        /// The menu file plays this recording; its path relative to the menu's folder, without ending.
        case played(path: String)
        /// Something of a call is in it: no recording can hold it.
        case variable
    }

    /// The script of a menu.
    public init(_ version: MenuVersion) {
        let document = version.document
        var seen: Set<Entry> = []
        entries = document.languages.flatMap { language in
            StaticPrompts.script(of: document, in: language).flatMap { section in
                section.prompts.flatMap { prompt in Self.entries(of: prompt, section.place, version) }
            }
        }.filter { seen.insert($0.anywhere).inserted }
            .sortedByLanguage(document.languages)
    }

    private static func entries(of prompt: Prompt, _ place: String, _ version: MenuVersion) -> [Entry] {
        let lines = Dictionary(prompt.placedLines.map { ($0.pieces.lowerBound, $0.line) }) { $1 }
        return prompt.pieces.indices.compactMap { index in
            if case .recording(let path, let text, let voice) = prompt.pieces[index] {
                return Entry(place: place, language: voice.language, text: shown(text), kind: .played(path: path))
            }
            guard let line = lines[index] else { return nil }
            return Entry(place: place, language: line.language, text: shown(line.text), kind: kind(of: line, version))
        }
    }

    private static func kind(of line: PromptLine, _ version: MenuVersion) -> Kind {
        guard !line.text.contains(mark) else { return .variable }
        let folder = LineRecordings.folder(of: version.document.fileName)
        let recorded = version.recordings.path(of: line)
        let path = recorded ?? "\(folder)/\(line.language)/\(line.fileName)"
        return .line(path: path, isRecorded: recorded != nil)
    }

    /// Stands before a placeholder; no text of a file holds it.
    private static let mark: Character = "\u{F8FE}"

    static func placeholder(_ name: String) -> String { "\(mark){\(name)}" }

    private static func shown(_ text: String) -> String { text.filter { $0 != mark } }

    /// The recordings beside the menu that none of these lines needs: their words were changed, or left out.
    public func unused(of recordings: LineRecordings) -> [String] {
        let used = Set(entries.compactMap { if case .line(let path, true) = $0.kind { path } else { nil } })
        return recordings.all.filter { !used.contains($0) }
    }
}

extension PromptScript.Entry {
    /// The same line, wherever it is said.
    fileprivate var anywhere: Self { .init(place: "", language: language, text: text, kind: kind) }
}

extension [PromptScript.Entry] {
    /// A language's name may be said in the menu of another: it is recorded with its own.
    fileprivate func sortedByLanguage(_ languages: [String]) -> Self {
        let others = Set(map(\.language)).subtracting(languages).sorted()
        return (languages + others).flatMap { language in filter { $0.language == language } }
    }
}

extension StaticPrompts {
    /// A builder that leaves the variables of a call in their texts, as placeholders; a text without any is as it is heard.
    static func scriptBuilder(
        _ document: MenuDocument, _ language: String, _ constants: [String: Text]
    ) -> PromptBuilder {
        let sibling = { scriptBuilder(document, $0, constants) }
        return PromptBuilder(
            language: language, pack: CallWalk.pack(language),
            voice: Prompt.Voice(language: language, settings: document.voices[language] ?? VoiceSettings()),
            phrases: document.phrases[language] ?? [:], fallback: document.languages.first, sibling: sibling
        ) { template, use in
            guard !template.variables.allSatisfy({ constants[$0] != nil }) else {
                return plainBuilder(document, language).render(template, use)
            }
            return template.parts.map { part in
                switch part {
                case .literal(let text): return text
                case .variable(let name, _, _):
                    guard let text = constants[name] else { return PromptScript.placeholder(name) }
                    return name == "name" ? sibling(language).line(text) : sibling(language).value(text)
                }
            }.joined()
        }
    }
}
