public import MenuFile

/// The prompts of single steps with something usual in place of what only a call knows, so that their length can be
/// told before any call.
public struct SampledPrompts {
    private let document: MenuDocument
    private let builder: PromptBuilder

    /// The prompts of a document in one of its languages.
    public init(_ document: MenuDocument, language: String) {
        self.document = document
        builder = Self.builder(document, language, document.constants)
    }

    /// A text of the file, as it is heard.
    public func prompt(_ text: Text) -> Prompt { builder.prompt(text) }

    /// What a menu says first, all choices offered; nil: the step is none.
    public func menu(_ step: Step) -> Prompt? {
        guard case .menu(let verb)? = step.verb else { return nil }
        let choices = verb.choices.filter { $0.step.languageTag != builder.language }
        return MenuPrompt(
            step: step, verb: verb, choices: choices, lead: .opening, builder: builder,
            languageBuilder: { builder.sibling?($0) ?? builder },
            offersOperator: !choices.contains { $0.key.matches("0") }, offersBack: false
        ).prompt
    }

    private static func builder(
        _ document: MenuDocument, _ language: String, _ constants: [String: Text]
    ) -> PromptBuilder {
        let pack = CallWalk.pack(language)
        let voice = Prompt.Voice(language: language, settings: document.voices[language] ?? VoiceSettings())
        let sibling = { builder(document, $0, constants) }
        return PromptBuilder(
            language: language, pack: pack, voice: voice, phrases: document.phrases[language] ?? [:],
            fallback: document.languages.first, sibling: sibling
        ) { template, use in
            template.render(
                pack: pack, today: usualDay, use: use, isForeign: LanguagePack.pack(for: language) == nil
            ) { name in
                if let text = constants[name] {
                    let own = sibling(language)
                    return .text(name == "name" ? own.line(text) : own.value(text))
                }
                return sample(of: name, in: template, pack)
            }
        }
    }

    /// A Tuesday.
    private static let usualDay = CivilDate(year: 2026, month: 3, day: 3) ?? CivilDate(dayNumber: 0)

    /// What a variable may hold, as its name or its format tells.
    private static func sample(of name: String, in template: Template, _ pack: LanguagePack) -> TextValue? {
        switch name {
        case "open.next":
            return .text(
                pack.spokenMoment(LocalDateTime(date: usualDay.adding(days: 1), second: 8 * 3600), today: usualDay))
        case "open.until":
            return .text(pack.spokenUntil(LocalDateTime(date: usualDay, second: 17 * 3600), today: usualDay))
        case "now": return .time(hour: 10, minute: 30)
        case "today": return .date(usualDay)
        case "caller.name", "holiday": return .text("Mary Miller")
        case "caller.number", "called": return .text("07700900001")
        default: return .text(sample(for: format(of: name, in: template)))
        }
    }

    private static func format(of name: String, in template: Template) -> String? {
        for case .variable(name, let format?, _) in template.parts { return format }
        return nil
    }

    private static func sample(for format: String?) -> String {
        switch format?.split(separator: " ").first {
        case "date", "day": "2026-03-05"
        case "time": "09:20"
        case "money": "120.50"
        case "duration": "7200"
        case "phone": "07700900001"
        case "number": "12"
        case "digits", "spell": "12345"
        // A name, or something else of that length.
        default: "Mary Miller"
        }
    }
}
