/// The recordings of lines that lie beside a menu file: `heating.recordings/en/for-repairs-press-1-0a1b2c3d.wav`. They
/// are heard in place of eSpeak NG; what is not recorded is spoken as before.
public struct LineRecordings: Sendable, Equatable {
    private let paths: [Key: String]

    /// What a recording is of.
    private struct Key: Hashable, Sendable {
        let language: String
        let mark: Substring
    }

    /// No recordings.
    public static let none = LineRecordings([])

    /// Recordings by their paths, relative to the folder of the menu file and without ending: FOLDER/LANGUAGE/NAME,
    /// where NAME ends with the mark of a line. Others are passed over.
    public init(_ paths: some Sequence<String>) {
        var found: [Key: String] = [:]
        for path in paths {
            let parts = path.split(separator: "/")
            guard parts.count >= 2, let mark = Self.mark(of: parts[parts.count - 1]) else { continue }
            found[Key(language: String(parts[parts.count - 2]), mark: mark)] = path
        }
        self.paths = found
    }

    /// The folder of the recordings of a menu file, beside it.
    public static func folder(of menu: String) -> String { "\(menu).recordings" }

    /// Whether there are none.
    public var isEmpty: Bool { paths.isEmpty }

    /// All paths, sorted.
    public var all: [String] { paths.values.sorted() }

    /// The path of a line's recording; nil: it is spoken.
    public func path(of line: PromptLine) -> String? {
        paths[Key(language: line.language, mark: line.mark[...])]
    }

    /// A prompt with recordings in place of its lines, as far as there are any. Its words stay the same.
    public func applied(to prompt: Prompt) -> Prompt {
        guard !isEmpty, !prompt.isSensitive else { return prompt }
        var recorded = Prompt([], isSensitive: prompt.isSensitive)
        var next = 0
        for placed in prompt.placedLines {
            guard let path = path(of: placed.line) else { continue }
            recorded.pieces += prompt.pieces[next..<placed.pieces.lowerBound]
            recorded.pieces.append(.recording(path: path, text: placed.line.text, placed.voice))
            next = placed.pieces.upperBound
        }
        recorded.pieces += prompt.pieces[next...]
        return recorded
    }

    private static func mark(of name: Substring) -> Substring? {
        let mark = name.suffix(8)
        guard mark.count == 8, mark.allSatisfy({ $0.isHexDigit && !$0.isUppercase }) else { return nil }
        guard name.count == 8 || name.dropLast(8).last == "-" else { return nil }
        return mark
    }
}

/// Sounds in which recorded lines are heard as they were recorded.
public struct RecordedPrompts: PromptLibrary {
    private let library: any PromptLibrary
    private let lines: LineRecordings

    /// Another library's sounds, with these recordings in them.
    public init(_ library: any PromptLibrary, _ lines: LineRecordings) {
        self.library = library
        self.lines = lines
    }

    /// As the library behind has it: looks into memory only.
    public func ready(_ prompt: Prompt) -> Sound? { library.ready(lines.applied(to: prompt)) }

    /// - Throws: what the library behind throws.
    public func sound(of prompt: Prompt) async throws(PromptError) -> Sound {
        try await library.sound(of: lines.applied(to: prompt))
    }

    /// As the library behind has it.
    public func hasLost(_ prompt: Prompt) async -> Bool { await library.hasLost(lines.applied(to: prompt)) }
}

extension MenuVersion {
    /// A library's sounds, with this menu's recorded lines in them.
    public func recorded(_ library: any PromptLibrary) -> any PromptLibrary {
        recordings.isEmpty ? library : RecordedPrompts(library, recordings)
    }
}
