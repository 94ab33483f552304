extension GraphBuilder {
    /// What a step's box is.
    func kind(of step: Step) -> MenuGraph.Kind {
        switch step.verb {
        case .menu: .menu
        case .ring, .queue: .person
        case .callback, .voicemail: .request
        case .dialplan: .end
        default: .step
        }
    }

    /// What a step's box says: its condition, what it does, what is heard.
    func lines(of step: Step) -> [MenuGraph.Line] {
        var lines: [MenuGraph.Line] = []
        if let when = step.when { lines.append(.init(text: "If \(sketch.words(when)):", style: .plain)) }
        // What is only said needs no word for it.
        if !step.isOnlySaid { lines.append(.init(text: title(of: step), style: .title)) }
        lines += details(of: step).map { .init(text: $0, style: .plain) }
        let said = sketch.words(step.say)
        if !said.isEmpty { lines.append(.init(text: "“\(said)”", style: .spoken)) }
        return lines
    }

    private func title(of step: Step) -> String {
        switch step.verb {
        case .menu: "Choose"
        case .collect(let collect): "Key in {\(collect.variable)}"
        case .ring(let ring): title(of: ring)
        case .queue(let queue): "Queue \(queue.queue)"
        case .callback(let callback): "Call back: \(sketch.words(callback.list))"
        case .voicemail(let voicemail): "Message to \(sketch.words(voicemail.to))"
        case .request(let request): "Look up: \(request.method) \(sketch.host(of: request.url))"
        case .set(let assignments): "Note \(assignments.map { "{\($0.variable)}" }.joined(separator: ", "))"
        case .language(.to(let tag)): "Speak \(tag.uppercased())"
        case .language(.ask): "Which language?"
        case .dialplan(let place): "To the dialplan: \(place.context), \(place.exten)"
        case .gosub(let gosub): "Subroutine \(gosub.location.context), \(gosub.location.exten)"
        case .go, .sequence, nil: "Go on"
        }
    }

    private func title(of ring: RingVerb) -> String {
        let join = ring.order == .together ? " and " : ", then "
        return "Ring " + ring.targets.map { sketch.words($0) }.joined(separator: join)
    }

    private func details(of step: Step) -> [String] {
        switch step.verb {
        case .collect(let collect):
            let count = collect.digits
            let digits =
                count.lowerBound == count.upperBound ? "\(count.lowerBound)" : "\(count.lowerBound)–\(count.upperBound)"
            return ["\(digits) digits" + (collect.kind == .text ? "" : ", a \(collect.kind.rawValue)")]
        case .ring(let ring):
            return [sketch.words(ring.seconds) + (ring.targets.count > 1 && ring.order == .inTurn ? " each" : "")]
        case .queue(let queue):
            let offer = queue.offer.map { "from \($0.waiting) waiting: call back, \(sketch.words($0.callback))" }
            return ["\(sketch.words(queue.max)) at most"] + [offer].compactMap { $0 }
        case .request(let request):
            return request.keep.isEmpty
                ? [] : ["for " + request.keep.map { "{\($0.variable)}" }.joined(separator: ", ")]
        default: return []
        }
    }
}

extension Step {
    fileprivate var isOnlySaid: Bool {
        switch verb {
        case .go, .sequence, nil: say != nil
        default: false
        }
    }
}

extension Sketch {
    /// The host of a URL, without its path, which no reader of a picture needs.
    func host(of url: Template) -> String {
        guard case .literal(let text) = url.parts.first, let slashes = text.firstRange(of: "//") else { return "" }
        return String(text[slashes.upperBound...].prefix { $0 != "/" && $0 != "?" })
    }
}
