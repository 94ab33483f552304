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
    private let reads: Reads
    private let isScript: Bool
    private var seen: Set<Prompt> = []

    /// The prompts of one place of the file.
    struct Section {
        /// The path of the step, "notices", or "phrases".
        let place: String
        let prompts: [Prompt]
    }

    /// More choices with `when` than this in one menu, and only the menu with all of them is listed.
    static let mostConditional = 3

    /// Whether a prompt that was just made has read something of a call.
    private final class Reads {
        var ofCall = false
    }

    /// The prompts of a document, in every language it has.
    public static func of(_ document: MenuDocument) -> [Prompt] {
        document.languages.flatMap { language -> [Prompt] in
            var collector = StaticPrompts(document, language)
            return collector.sections().flatMap(\.prompts)
        }
    }

    /// Everything that is said in one language, place by place in the order in which callers come by: variables of a
    /// call stand in it by their names in braces, between marks that `PromptScript` knows.
    static func script(of document: MenuDocument, in language: String) -> [Section] {
        var collector = StaticPrompts(document, language, isScript: true)
        return collector.sections()
    }

    /// What a caller hears first at a step, in the file's first language: of a menu its text and all its choices, else
    /// the step's `say`. Variables of a call are left out. For pictures and lengths, not for calls.
    public static func opening(of step: Step, in document: MenuDocument) -> Prompt? {
        guard let language = document.languages.first else { return nil }
        let builder = StaticPrompts(document, language).builder
        guard case .menu(let menu) = step.verb else { return step.say.map { builder.prompt($0) } }
        let choices = menu.choices.filter { $0.step.languageTag != language }
        return MenuPrompt(
            step: step, verb: menu, choices: choices, lead: .opening, builder: builder,
            languageBuilder: { builder.sibling?($0) ?? builder },
            offersOperator: !choices.contains { $0.key.matches("0") }, offersBack: false
        ).prompt
    }

    private init(_ document: MenuDocument, _ language: String, isScript: Bool = false) {
        let reads = Reads()
        self.document = document
        self.reads = reads
        self.language = language
        self.isScript = isScript
        builder =
            isScript
            ? Self.scriptBuilder(document, language, document.constants)
            : Self.builder(document, language, document.constants, reads)
    }

    /// A builder for what is said outside any call: it knows the file's constants and nothing else.
    static func plainBuilder(_ document: MenuDocument, _ language: String) -> PromptBuilder {
        builder(document, language, document.constants, Reads())
    }

    /// A builder like that of a call, which knows constants only and notes when anything else is read.
    private static func builder(
        _ document: MenuDocument, _ language: String, _ constants: [String: Text], _ reads: Reads
    ) -> PromptBuilder {
        let pack = CallWalk.pack(language)
        let voice = Prompt.Voice(language: language, settings: document.voices[language] ?? VoiceSettings())
        let sibling = { builder(document, $0, constants, reads) }
        return PromptBuilder(
            language: language, pack: pack, voice: voice, phrases: document.phrases[language] ?? [:],
            fallback: document.languages.first, sibling: sibling
        ) { template, use in
            template.render(
                pack: pack, today: CivilDate(dayNumber: 0), use: use, isForeign: LanguagePack.pack(for: language) == nil
            ) { name in
                if let text = constants[name] {
                    let own = sibling(language)
                    return .text(name == "name" ? own.line(text) : own.value(text))
                }
                reads.ofCall = true
                return nil
            }
        }
    }

    private mutating func sections() -> [Section] {
        var sections = [Section(place: "notices", prompts: unseen(document.notices.flatMap { prompt($0.say) }))]
        let entries = [document.start, document.closed, document.operatorStep, document.unanswered].compactMap { $0 }
        for step in entries + document.steps.values.sorted(by: { $0.position < $1.position }) {
            sections.append(Section(place: step.path, prompts: unseen(prompts(of: step))))
        }
        var phrases = Self.phrases.flatMap { id in made { $0.phrase(id) } }
        phrases += [PhraseID.thanks, .messageThanks].flatMap { id in made { $0.withGoodbye($0.phrase(id)) } }
        sections.append(Section(place: "phrases", prompts: unseen(phrases)))
        return sections.filter { !$0.prompts.isEmpty }
    }

    private mutating func unseen(_ prompts: [Prompt]) -> [Prompt] {
        prompts.filter { !$0.pieces.isEmpty && seen.insert($0).inserted }
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
        case .collect(let collect): prompts += self.prompts(of: collect, step)
        case .sequence(let list): prompts += list.flatMap { self.prompts(of: $0) }
        case .callback(let callback):
            prompts += (callback.thanks.map { prompt($0) } ?? []) + ofCalls(Self.callbackPhrases)
        case .voicemail(let voicemail): prompts += voicemail.thanks.map { prompt($0) } ?? []
        case .request(let request): prompts += request.filler.map { prompt($0) } ?? []
        case .ring(let ring): prompts += whisper(ring.whisper)
        case .language(.ask): prompts += languageQuestion
        case .queue(let queue): prompts += self.prompts(of: queue)
        default: break
        }
        for next in [step.then, step.otherwise] { prompts += next.map { self.prompts(of: $0) } ?? [] }
        return prompts
    }

    /// A text as a prompt, unless it holds variables of a call.
    private func prompt(_ text: Text) -> [Prompt] { made { $0.prompt(text) } }

    /// In a script, phrases with what only a call knows in them.
    private func ofCalls(_ phrases: [PhraseID]) -> [Prompt] {
        guard isScript else { return [] }
        return phrases.map { id in
            builder.phrase(id, Dictionary(id.placeholders.map { ($0, PromptScript.placeholder($0)) }) { $1 })
        }
    }

    private static let callbackPhrases: [PhraseID] = [
        .numberOffer, .confirm, .numberRefused, .thanks, .alreadyListed,
    ]

    /// A prompt, unless it reads something of a call.
    private func made(_ make: (PromptBuilder) -> Prompt) -> [Prompt] {
        reads.ofCall = false
        let prompt = make(builder)
        return reads.ofCall ? [] : [prompt]
    }
}

extension StaticPrompts {
    private func prompts(of collect: CollectVerb, _ step: Step) -> [Prompt] {
        let leads: [CallWalk.MenuRound.Lead] = [.opening, .again, .afterWrong, .afterSilence]
        let prompts = leads.flatMap { lead in
            made { CollectPrompt(step: step, verb: collect, lead: lead, builder: $0).prompt }
        }
        let rules = [collect.wrong.otherwise, collect.silent.otherwise].compactMap { $0 }
        return prompts + (collect.confirm ? ofCalls([.confirm]) : []) + rules.flatMap { self.prompts(of: $0) }
    }

    /// Places further back are rare, and made when they are needed.
    private static let places = 1...10

    /// What is said before joining, as long as Asterisk tells no time of waiting.
    private func prompts(of queue: QueueVerb) -> [Prompt] {
        whisper(queue.whisper) + ofCalls([.queueWait])
            + Self.places.flatMap { place in
                made { builder in
                    var parts: [Prompt] = []
                    if queue.position, queue.priority == 0 || place == 1 {
                        parts.append(builder.phrase(.queuePlace, ["place": String(place)]))
                    }
                    if let offer = queue.offer, place - 1 >= offer.waiting {
                        parts.append(builder.phrase(.queueOffer, ["waiting": String(place - 1)]))
                    }
                    return Prompt.joined(parts, pause: Prompt.betweenSentences)
                }
            }
    }

    /// A whisper is for the staff, in their language.
    private func whisper(_ text: Text?) -> [Prompt] {
        guard let text, language == document.languages.first else { return [] }
        return prompt(text)
    }

    private var languageQuestion: [Prompt] {
        made { builder in
            Prompt.languageQuestion(document.languages.prefix(CallWalk.mostLanguages)) {
                builder.sibling?($0) ?? builder
            }
        }
    }
}

extension StaticPrompts {
    private func prompts(of menu: MenuVerb, _ step: Step) -> [Prompt] {
        var prompts: [Prompt] = []
        for choices in offers(of: menu) {
            for operators in operatorOffers(choices) {
                for (lead, back) in Self.leads {
                    prompts += made { builder in
                        MenuPrompt(
                            step: step, verb: menu, choices: choices, lead: lead, builder: builder,
                            languageBuilder: { builder.sibling?($0) ?? builder }, offersOperator: operators,
                            offersBack: back
                        ).prompt
                    }
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
