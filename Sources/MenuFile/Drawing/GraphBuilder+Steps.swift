extension GraphBuilder {
    /// Draws a step.
    ///
    /// - Parameter next: where the call goes on when the step does not keep it.
    /// - Returns: where the step begins.
    mutating func draw(_ step: Step, next: Exit) -> Exit {
        if step.say == nil, step.when == nil, step.then == nil, step.otherwise == nil {
            if case .go(let destination) = step.verb { return exit(to: destination) }
            if case .sequence(let list) = step.verb { return draw(list, next: next) }
        }
        let done = step.then.map { draw($0, next: next) } ?? next
        let failed = step.otherwise.map { draw($0, next: next) }
        let id = add(kind(of: step), lines(of: step), step)
        drawVerb(step, id, done: done, failed: failed, next: next)
        if step.when != nil, step.otherwise != nil || !step.onlyGoesOn {
            connect(id, "else", failed ?? next)
        }
        return .node(id)
    }

    /// Draws a list: each step goes on to the one after it.
    mutating func draw(_ list: [Step], next: Exit) -> Exit {
        list.reversed().reduce(next) { next, step in draw(step, next: next) }
    }

    private mutating func drawVerb(_ step: Step, _ id: String, done: Exit, failed: Exit?, next: Exit) {
        switch step.verb {
        case .menu(let menu): draw(menu, id, step.otherwise == nil ? nil : failed, next: next)
        case .collect(let collect):
            connect(id, "", done)
            let rules = [("wrong", collect.wrong), ("silent", collect.silent)]
            for (word, rule) in rules {
                if let otherwise = rule.otherwise { connect(id, word, draw(otherwise, next: next)) }
            }
            connect(id, collect.optional ? "wrong entries" : "no entry", failed ?? .words("the operator"))
        case .ring, .queue: drawHandOver(step, id, failed ?? next, done: step.then == nil ? nil : done)
        case .callback, .voicemail:
            if step.then != nil { connect(id, "done", done) }
            if case .listEnd = failed ?? next {} else { connect(id, "not taken", failed ?? next) }
        case .request:
            connect(id, "answered", done)
            connect(id, "no answer", failed ?? next)
        case .go(let destination): connect(id, "", exit(to: destination))
        case .sequence(let list): connect(id, "", draw(list, next: done))
        case .dialplan: break
        case .set, .language, .gosub, nil: connect(id, "", done)
        }
    }

    private mutating func drawHandOver(_ step: Step, _ id: String, _ failed: Exit, done: Exit?) {
        if let done { connect(id, "after the talk", done) }
        if case .listEnd = failed {
            connect(id, "nobody", .words("see “Nobody answers”"))
        } else {
            connect(id, "nobody answers", failed)
        }
    }

    private mutating func draw(_ menu: MenuVerb, _ id: String, _ failed: Exit?, next: Exit) {
        for choice in menu.choices {
            if case .language(.to(let tag)) = choice.step.verb {
                note(id, "\(choice.key.text): \(tag.uppercased()) is spoken")
                continue
            }
            let condition = choice.step.when.map { " (if \(sketch.words($0)))" } ?? ""
            let words = sketch.words(choice.step.announcement)
            let begin = draw(choice.step.withoutCondition, next: .listEnd(isInMenu: true))
            connect(id, key: choice.key.text, words + condition, begin)
        }
        for (word, rule) in [("wrong keys", menu.wrong), ("silence", menu.silent)] {
            if let otherwise = rule.otherwise {
                connect(id, word, draw(otherwise, next: next))
            } else if let failed {
                connect(id, word, failed)
            }
        }
    }
}

extension Step {
    /// Whether the call goes on in the same way whether the step was done or not.
    fileprivate var onlyGoesOn: Bool {
        switch verb {
        case .set, .language, .gosub, nil: then == nil
        default: false
        }
    }

    /// The step as the arrow of a choice leads to it: the condition stands on the arrow.
    fileprivate var withoutCondition: Step {
        guard when != nil else { return self }
        return Step(
            path: path, position: position, say: say, interrupt: interrupt, announcement: announcement, label: label,
            verb: verb, then: then, otherwise: otherwise)
    }
}
