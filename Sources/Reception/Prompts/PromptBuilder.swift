import MenuFile

/// Texts and phrases of one call in one language, made into prompts.
struct PromptBuilder {
    let language: String
    let pack: LanguagePack
    let voice: Prompt.Voice
    /// The file's own wording of phrases in this language, by their ids.
    var phrases: [String: Text] = [:]
    /// The file's first language, in which a text is heard that lacks this one.
    var fallback: String?
    /// Whether a variable holds a value that must not be kept in the cache of sounds.
    var isSensitive: (String) -> Bool = { _ in false }
    /// The builder of another language of the file: a text that lacks this one is spoken by the voice of its own.
    var sibling: ((String) -> PromptBuilder)?
    /// Fills in the variables of a template.
    let render: (Template, TextUse) -> String

    /// A text of the file as a prompt.
    func prompt(_ text: Text) -> Prompt {
        switch text {
        case .template(let template): speech(template)
        case .perLanguage(let texts): chosen(texts).map { $0.builder.prompt($0.text) } ?? Prompt([])
        case .joined(let texts): joined(texts.map { prompt($0) })
        case .recording(let path, let transcript): recording(path, transcript.map { prompt($0) })
        case .pause(let seconds): Prompt([.pause(.milliseconds(Int64(seconds * 1000)))])
        case .tone(let name): Prompt([.tone(name)])
        }
    }

    private func speech(_ template: Template) -> Prompt {
        let text = render(template, .speech)
        guard !text.allSatisfy(\.isWhitespace) else { return Prompt([]) }
        return Prompt([.speech(text, voice)], isSensitive: template.variables.contains { isSensitive($0) })
    }

    private func joined(_ prompts: [Prompt]) -> Prompt {
        Prompt(prompts.flatMap(\.pieces), isSensitive: prompts.contains(where: \.isSensitive))
    }

    private func recording(_ path: String, _ transcript: Prompt?) -> Prompt {
        Prompt(
            [.recording(path: path, text: transcript?.text ?? "", voice)], isSensitive: transcript?.isSensitive ?? false
        )
    }

    /// A text on one line, for labels and displays: pauses and tones drop out, white space is one blank.
    func line(_ text: Text) -> String {
        words(of: text, .display).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// A text as the value of a variable: as it is, for whatever it goes into has an encoder of its own.
    func value(_ text: Text) -> String { words(of: text, .encoded { $0 }) }

    private func words(of text: Text, _ use: TextUse) -> String {
        switch text {
        case .template(let template): render(template, use)
        case .perLanguage(let texts): chosen(texts).map { $0.builder.words(of: $0.text, use) } ?? ""
        case .joined(let texts): texts.map { words(of: $0, use) }.filter { !$0.isEmpty }.joined(separator: " ")
        case .recording(_, let transcript): transcript.map { words(of: $0, use) } ?? ""
        case .pause, .tone: ""
        }
    }

    /// The text in this language, else in the file's first, else the first that is there; and whose voice it needs.
    private func chosen(_ texts: [Text.Localized]) -> (text: Text, builder: PromptBuilder)? {
        if let own = texts.first(where: { $0.language == language }) { return (own.text, self) }
        guard let other = texts.first(where: { $0.language == fallback }) ?? texts.first else { return nil }
        return (other.text, sibling?(other.language) ?? self)
    }
}
