extension Step {
    /// The steps that stand inside this one, in no matter which verb.
    var children: [Step] {
        var children: [Step] = []
        switch verb {
        case .menu(let menu):
            children += menu.choices.map(\.step)
            children += [menu.wrong.otherwise, menu.silent.otherwise].compactMap { $0 }
        case .collect(let collect):
            children += [collect.wrong.otherwise, collect.silent.otherwise].compactMap { $0 }
        case .sequence(let steps): children += steps
        default: break
        }
        return children + [then, otherwise].compactMap { $0 }
    }

    /// This step and all inside it, outer ones first.
    var family: [Step] { [self] + children.flatMap(\.family) }

    /// Whether the step rings or queues.
    var isHandOver: Bool {
        switch verb {
        case .ring, .queue: true
        default: false
        }
    }
}

extension MenuDocument {
    /// The step that a destination names; nil for those that are no steps.
    func step(at destination: Destination) -> Step? {
        switch destination {
        case .step(let name): steps[name]
        case .start: start
        case .closed: closed
        case .operator: operatorStep
        case .back, .again, .hangup: nil
        }
    }

    /// The steps with which a call can begin or that it can come to without a `go`.
    var entries: [Step] {
        let callers = callers.compactMap { $0.go.flatMap { step(at: $0) } }
        return [start, closed, operatorStep, unanswered].compactMap { $0 } + callers
    }

    /// All steps of the file, in its order.
    public var allSteps: [Step] {
        let roots = [start, closed, operatorStep, unanswered].compactMap { $0 } + steps.values
        return roots.flatMap(\.family).sorted { $0.position < $1.position }
    }
}

extension Text {
    /// The plain strings of the text in a language; nil stands for all languages.
    func templates(in language: String?) -> [Template] {
        switch self {
        case .template(let template): return [template]
        case .perLanguage(let texts):
            let chosen = texts.first { $0.language == language } ?? texts.first
            if language == nil { return texts.flatMap { $0.text.templates(in: nil) } }
            return chosen?.text.templates(in: language) ?? []
        case .joined(let pieces): return pieces.flatMap { $0.templates(in: language) }
        case .recording(_, let transcript): return transcript?.templates(in: language) ?? []
        case .pause, .tone: return []
        }
    }

    /// The literal words of the text in a language, variables left out.
    func literal(in language: String) -> String {
        templates(in: language).flatMap(\.parts).map { part in
            if case .literal(let text) = part { text } else { " " }
        }.joined(separator: " ")
    }
}
