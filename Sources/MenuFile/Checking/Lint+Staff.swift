extension Lint {
    /// Phones cut names after so many characters (CNAM).
    static let longestLabel = 15
    /// What a choice is for should be said in so many words.
    static let mostWords = 6

    func staff() {
        labelLost()
        for step in steps {
            guard case .menu(let menu)? = step.verb else { continue }
            for choice in menu.choices {
                labelLong(choice.step)
                jargon(choice.step)
            }
        }
        generalOperator()
        callbackUnread()
    }

    private func labelLost() {
        for step in steps where isBelowChoice(step) {
            let show: Text?
            switch step.verb {
            case .ring(let ring)?: show = ring.show
            case .queue(let queue)?: show = queue.show
            default: continue
            }
            let templates = (show ?? document.show).templates(in: nil)
            if templates.contains(where: { $0.variables.contains("label") }) { continue }
            warn(
                .labelLost, at: step.position,
                "\"show\" does not hold {label}: whoever answers is not told what was chosen")
        }
    }

    private func labelLong(_ step: Step) {
        var seen: Set<ObjectIdentifier> = []
        guard rings(step, seen: &seen), let label = label(of: step) else { return }
        let length = label.count + 2
        if length > Self.longestLabel {
            warn(
                .labelLong, at: place(of: step),
                "with \"\(label): \" in front, \(length) characters are shown before the caller's name; phones cut at 15"
            )
        }
    }

    /// The label of a choice in the language of the staff.
    private func label(of step: Step) -> String? {
        let language = document.languages[0]
        if let label = step.label { return label.literal(in: language) }
        switch step.announcement {
        case .for(let text)?, .to(let text)?:
            return (LanguagePack.pack(for: language) ?? .english).label(from: text.literal(in: language))
        case nil: return nil
        }
    }

    /// Whether a choice leads to a ring or queue before another menu.
    private func rings(_ step: Step, seen: inout Set<ObjectIdentifier>) -> Bool {
        guard seen.count < Self.longestWay, seen.insert(ObjectIdentifier(step)).inserted else { return false }
        switch step.verb {
        case .ring, .queue: return true
        case .sequence(let steps): return steps.contains { rings($0, seen: &seen) }
        case .go(let destination): return document.step(at: destination).map { rings($0, seen: &seen) } ?? false
        default: return false
        }
    }

    private func jargon(_ step: Step) {
        let text: Text
        switch step.announcement {
        case .for(let value)?, .to(let value)?: text = value
        case nil: return
        }
        let words = text.literal(in: document.languages[0]).split(separator: " ")
        let isCapital = { (word: Substring) in
            word.count > 1 && word.allSatisfy(\.isLetter) && word.allSatisfy(\.isUppercase)
        }
        let what: String
        if words.count > Self.mostWords {
            what = "it has \(words.count) words; more than \(Self.mostWords) are hard to follow"
        } else if let word = words.first(where: isCapital) {
            what = "\"\(word)\" may mean nothing outside the firm"
        } else if words.contains(where: { $0.contains(where: \.isNumber) }) {
            what = "a number in it is easily taken for the key"
        } else {
            return
        }
        warn(.jargon, at: place(of: step), "what the choice is for should be plain: \(what)")
    }

    private func generalOperator() {
        guard case .ring(let general)? = document.operatorStep.verb else { return }
        for step in steps where (depths[ObjectIdentifier(step)] ?? 0) >= 2 {
            guard case .ring(let ring)? = step.verb, Set(ring.targets) == Set(general.targets) else { continue }
            warn(.generalOperator, at: step.position, "after two choices the caller lands at the general operator")
        }
    }

    private func messageUnread(_ voicemail: VoicemailVerb, at step: Step) {
        guard case .person(let name) = voicemail.to, let person = document.person(name), person.email.isEmpty,
            person.mailbox == nil
        else { return }
        warn(
            .callbackUnread, at: step.position,
            "\"\(name)\" has neither \"email\" nor \"mailbox\": nobody is told of the message")
    }

    private func callbackUnread() {
        for list in document.callbackLists where list.email.isEmpty && list.webhook == nil {
            let place = context.keyPositions["callbacks.\(list.id)"] ?? document.start.position
            warn(.callbackUnread, at: place, "nobody is told of the requests on \"\(list.id)\": it has no \"email\"")
        }
        var hasCallback = !document.callbackLists.isEmpty
        for step in steps {
            let target: CallbackTarget?
            switch step.verb {
            case .callback(let callback)?: target = callback.list
            case .queue(let queue)?: target = queue.offer?.callback
            default: target = nil
            }
            hasCallback = hasCallback || target != nil
            if case .voicemail(let voicemail)? = step.verb { messageUnread(voicemail, at: step) }
            guard case .person(let name)? = target, document.person(name)?.email.isEmpty == true else { continue }
            warn(.callbackUnread, at: step.position, "\"\(name)\" has no \"email\": nobody is told of the request")
        }
        guard document.unanswered == nil, !hasCallback, steps.contains(where: \.isHandOver) else { return }
        warn(
            .callbackUnread, at: document.operatorStep.position,
            "nobody is told of calls that were not answered: give \"unanswered\", or a list in \"callbacks\" with an \"email\""
        )
    }
}
