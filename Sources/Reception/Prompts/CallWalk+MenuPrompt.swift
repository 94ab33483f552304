import MenuFile

/// M1: what a menu says, as one prompt.
extension CallWalk {
    func menuPrompt(
        _ step: Step, _ verb: MenuVerb, _ choices: [MenuVerb.Choice], _ round: MenuRound
    ) -> Prompt {
        MenuPrompt(
            step: step, verb: verb, choices: choices, lead: round.lead, builder: builder,
            languageBuilder: { self.builder($0) },
            offersOperator: offersOperator(choices), offersBack: round.heard >= 2 && frames.count > 1
        ).prompt
    }

    /// 0 is announced unless a choice has it, or the operator's `when` does not hold now.
    private func offersOperator(_ choices: [MenuVerb.Choice]) -> Bool {
        guard !choices.contains(where: { $0.key.matches("0") }) else { return false }
        return document.operatorStep.when.map { judge($0).holds } ?? true
    }
}

/// The parts of a menu's prompt: text, languages, choices in the order of the file, back, the operator last.
struct MenuPrompt {
    let step: Step
    let verb: MenuVerb
    let choices: [MenuVerb.Choice]
    let lead: CallWalk.MenuRound.Lead
    let builder: PromptBuilder
    /// Builds prompts in another language.
    let languageBuilder: (String) -> PromptBuilder
    let offersOperator: Bool
    let offersBack: Bool

    var prompt: Prompt {
        var parts = [opening]
        parts += choices.compactMap { choice in
            choice.step.languageTag.map { languageChoice(choice, languageBuilder($0)) }
        }
        if verb.announce {
            parts += choices.filter { $0.step.languageTag == nil }.compactMap { choice in
                choice.step.announcement.map { builder.choice($0, key: choice.key.text) }
            }
        }
        if offersBack { parts.append(builder.phrase(.back)) }
        if offersOperator, verb.announce { parts.append(builder.phrase(.operator)) }
        return Prompt.joined(parts, pause: Prompt.betweenSentences)
    }

    /// A language is announced in itself: by its own words where the file has them, else by the pack's.
    private func languageChoice(_ choice: MenuVerb.Choice, _ builder: PromptBuilder) -> Prompt {
        choice.step.announcement.map { builder.choice($0, key: choice.key.text) }
            ?? builder.languageChoice(key: choice.key.text)
    }

    private var opening: Prompt {
        switch lead {
        case .opening: text(step.say)
        case .again: repeated
        case .afterSilence: verb.silent.say.map { beforeRepeat(builder.prompt($0)) } ?? repeated
        case .afterWrong: beforeRepeat(verb.wrong.say.map { builder.prompt($0) } ?? builder.phrase(.wrong))
        }
    }

    /// A remark, after which only the choices are heard, wherever they are said.
    private func beforeRepeat(_ remark: Prompt) -> Prompt {
        Prompt.joined([remark, announcesItself ? text(nil) : said], pause: Prompt.betweenSentences)
    }

    /// `again`, else nothing: only the choices. A menu that names its keys in `say` says that again.
    private var repeated: Prompt { announcesItself ? text(verb.again) : said }

    private var said: Prompt { text(verb.again ?? step.say) }

    private var announcesItself: Bool {
        verb.announce && choices.contains { $0.step.announcement != nil && $0.step.languageTag == nil }
    }

    private func text(_ text: Text?) -> Prompt { text.map { builder.prompt($0) } ?? Prompt([]) }
}

extension Prompt {
    /// The pause between two sentences or choices of a prompt: a real one, as measured for the telephone ear.
    static let betweenSentences = Duration.milliseconds(300)
    /// The pause before a key is named.
    static let beforeKey = Duration.milliseconds(250)

    /// Prompts one after another as one, with a pause between those that say anything.
    static func joined(_ prompts: [Prompt], pause: Duration) -> Prompt {
        var joined = Prompt([])
        for prompt in prompts where !prompt.pieces.isEmpty {
            if !joined.pieces.isEmpty { joined.pieces.append(.pause(pause)) }
            joined.marks += prompt.marks.map { .init(key: $0.key, pieces: joined.pieces.count + $0.pieces) }
            joined.pieces += prompt.pieces
            joined.isSensitive = joined.isSensitive || prompt.isSensitive
        }
        return joined
    }
}
