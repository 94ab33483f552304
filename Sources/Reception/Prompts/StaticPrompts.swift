import Foundation
public import MenuFile

/// The prompts of a file that can be made before any call: everything without variables of a call (DESIGN, Prompts).
///
/// A menu's prompt depends on which choices and whether the operator are offered, so each combination that the hours can
/// bring is listed, as far as there are few.
public struct StaticPrompts {
    private let document: MenuDocument
    private let language: String
    private let builder: PromptBuilder
    private var seen: Set<Prompt> = []

    /// More choices with `when` than this in one menu, and only the menu with all of them is listed.
    static let mostConditional = 3

    /// The prompts of a document, in every language it has.
    public static func of(_ document: MenuDocument) -> [Prompt] {
        document.languages.flatMap { language -> [Prompt] in
            var collector = StaticPrompts(document, language)
            return collector.collect()
        }
    }

    private init(_ document: MenuDocument, _ language: String) {
        self.document = document
        self.language = language
        builder = Self.builder(document, language)
    }

    private static func builder(_ document: MenuDocument, _ language: String) -> PromptBuilder {
        let pack = LanguagePack.pack(for: language) ?? .english
        let voice = Prompt.Voice(language: language, settings: document.voices[language] ?? VoiceSettings())
        let name = document.name
        return PromptBuilder(language: language, pack: pack, voice: voice) { template, use in
            template.render(pack: pack, today: CivilDate(dayNumber: 0), use: use) { variable in
                variable == "name" ? name.constant(language).map { .text($0) } : nil
            }
        }
    }

    private mutating func collect() -> [Prompt] {
        var prompts = Self.phrases.map { builder.phrase($0) }
        prompts += [PhraseID.thanks, .messageThanks].map { builder.withGoodbye(builder.phrase($0)) }
        let entries = [document.start, document.closed, document.operatorStep, document.unanswered].compactMap { $0 }
        for step in entries + document.steps.values.sorted(by: { $0.position < $1.position }) {
            prompts += self.prompts(of: step)
        }
        return prompts.filter { !$0.pieces.isEmpty && seen.insert($0).inserted }
    }

    /// The phrases that every line may need and that hold nothing of a call.
    private static let phrases: [PhraseID] = [
        .goodbye, .unanswered, .numberAsk, .invalid, .notStored, .messageAsk, .messageReview,
        .wrong, .oneMoment,
    ]

    private func prompts(of step: Step) -> [Prompt] {
        var prompts: [Prompt] = []
        if let say = step.say, !step.takesSayAsPrompt { prompts += prompt(say) }
        switch step.verb {
        case .menu(let menu): prompts += self.prompts(of: menu, step)
        case .sequence(let list): prompts += list.flatMap { self.prompts(of: $0) }
        case .callback(let callback): prompts += callback.thanks.map { prompt($0) } ?? []
        case .voicemail(let voicemail): prompts += voicemail.thanks.map { prompt($0) } ?? []
        default: break
        }
        for next in [step.then, step.otherwise] { prompts += next.map { self.prompts(of: $0) } ?? [] }
        return prompts
    }

    /// A text as a prompt, unless it holds variables of a call.
    private func prompt(_ text: Text) -> [Prompt] { text.isConstant ? [builder.prompt(text)] : [] }
}

extension StaticPrompts {
    private func prompts(of menu: MenuVerb, _ step: Step) -> [Prompt] {
        var prompts: [Prompt] = []
        for choices in offers(of: menu) {
            for operators in operatorOffers(choices) {
                for (lead, back) in Self.leads {
                    let prompt = MenuPrompt(
                        step: step, verb: menu, choices: choices, lead: lead, builder: builder,
                        languageBuilder: { Self.builder(document, $0) }, offersOperator: operators, offersBack: back)
                    if prompt.isConstant { prompts.append(prompt.prompt) }
                }
            }
        }
        let rules = [menu.wrong.otherwise, menu.silent.otherwise].compactMap { $0 }
        return prompts + rules.flatMap { self.prompts(of: $0) } + menu.choices.flatMap { self.prompts(of: $0.step) }
    }

    private static let leads: [(CallWalk.MenuRound.Lead, Bool)] = [
        (.opening, false), (.again, false), (.afterWrong, false), (.afterSilence, false), (.again, true),
        (.afterWrong, true), (.afterSilence, true),
    ]

    /// The sets of choices that can be offered together.
    private func offers(of menu: MenuVerb) -> [[MenuVerb.Choice]] {
        let choices = menu.choices.filter { $0.step.languageTag != language }
        let conditional = choices.indices.filter { choices[$0].step.when != nil }
        guard conditional.count <= Self.mostConditional else { return [choices] }
        return (0..<(1 << conditional.count)).map { mask in
            choices.indices.filter { index in
                guard let bit = conditional.firstIndex(of: index) else { return true }
                return mask & (1 << bit) == 0
            }.map { choices[$0] }
        }
    }

    private func operatorOffers(_ choices: [MenuVerb.Choice]) -> [Bool] {
        if choices.contains(where: { $0.key.matches("0") }) { return [false] }
        return document.operatorStep.when == nil ? [true] : [true, false]
    }
}

extension MenuPrompt {
    /// Whether nothing of a call is in it.
    var isConstant: Bool {
        let texts = [step.say, verb.again, verb.wrong.say, verb.silent.say].compactMap { $0 }
        let announced = choices.compactMap { choice -> Text? in
            switch choice.step.announcement {
            case .for(let text), .to(let text): text
            case nil: nil
            }
        }
        return (texts + announced).allSatisfy(\.isConstant)
    }
}

extension Text {
    /// Whether it reads no variable but the line's own name.
    var isConstant: Bool {
        switch self {
        case .template(let template): template.variables.allSatisfy { $0 == "name" }
        case .perLanguage(let texts): texts.allSatisfy { $0.text.isConstant }
        case .joined(let texts): texts.allSatisfy(\.isConstant)
        case .recording(_, let transcript): transcript?.isConstant ?? true
        case .pause, .tone: true
        }
    }

    /// The text of a constant in a language; nil when it is none.
    func constant(_ language: String) -> String? {
        switch self {
        case .template(let template):
            template.parts.reduce(into: String?.some("")) { text, part in
                if case .literal(let literal) = part { text? += literal } else { text = nil }
            }
        case .perLanguage(let texts):
            (texts.first { $0.language == language } ?? texts.first)?.text.constant(language)
        case .joined(let texts): texts.compactMap { $0.constant(language) }.joined(separator: " ")
        case .recording(_, let transcript): transcript?.constant(language)
        case .pause, .tone: nil
        }
    }
}
