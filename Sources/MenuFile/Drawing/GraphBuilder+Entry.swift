extension MenuDocument {
    /// The menu as a picture.
    public var graph: MenuGraph {
        var builder = GraphBuilder(self)
        return builder.build()
    }
}

extension GraphBuilder {
    fileprivate mutating func build() -> MenuGraph {
        let entry = drawEntry()
        begins["start"] = draw(document.start, next: .listEnd(isInMenu: false))
        if let closed = document.closed { begins["closed"] = draw(closed, next: .listEnd(isInMenu: false)) }
        let decision = drawHours(entry)
        connectCallers(decision)
        drawEverywhere()
        drawWanted()
        let reached = Set(begins.keys)
        wanted += document.steps.keys.filter { !reached.contains($0) }.sorted()
        let known = graph.nodes.count
        drawWanted()
        for index in known..<graph.nodes.count { graph.nodes[index].isReached = false }
        resolve()
        return graph
    }

    private mutating func drawWanted() {
        while let name = wanted.popLast() {
            guard begins[name] == nil, let step = document.steps[name] else { continue }
            begins[name] = .words("see “\(name)”")
            begins[name] = draw(step, next: .listEnd(isInMenu: true))
        }
    }

    private mutating func drawEntry() -> String {
        var lines = [MenuGraph.Line(text: "A call to \(sketch.words(document.name))", style: .title)]
        if document.languages.count > 1 {
            lines.append(.init(text: "Languages: \(document.languages.joined(separator: ", "))", style: .plain))
        }
        for notice in document.notices {
            let times = [notice.from.map { "from \($0)" }, notice.until.map { "until \($0)" }].compactMap { $0 }
            let state =
                notice.on == false
                ? "off" : times.isEmpty ? (notice.on == true ? "on" : "off") : times.joined(separator: " ")
            let place = notice.before.map { ", before \($0)" } ?? ""
            lines.append(.init(text: "Notice \(notice.id) (\(state)\(place)):", style: .plain))
            lines.append(.init(text: "“\(sketch.words(notice.say))”", style: .spoken))
        }
        return add(.entry, lines)
    }

    /// The box of the hours, with both ways out of it where there are two.
    private mutating func drawHours(_ entry: String) -> String {
        guard !document.schedules.isEmpty else {
            connect(entry, "", .node(":start"))
            return entry
        }
        var lines: [MenuGraph.Line] = []
        for schedule in document.schedules {
            lines.append(.init(text: "Hours: \(schedule.name)", style: .title))
            lines += sketch.lines(schedule).map { .init(text: $0, style: .plain) }
        }
        let hours = add(.hours, lines)
        connect(entry, "", .node(hours))
        let decides = document.closed != nil && document.schedule("office") != nil
        connect(hours, decides ? "open" : "", .node(":start"))
        if decides { connect(hours, "closed", .node(":closed")) }
        return entry
    }

    private mutating func connectCallers(_ entry: String) {
        for list in document.callers {
            let names = list.numbers.prefix(3).map { $0.name ?? $0.pattern }.joined(separator: ", ")
            let more = list.numbers.count > 3 ? " and \(list.numbers.count - 3) more" : ""
            guard let go = list.go else {
                note(entry, "Callers \(list.id): \(names)\(more)")
                continue
            }
            if case .hangup = go {
                note(entry, "Not answered: \(list.id) (\(names)\(more))")
            } else {
                connect(entry, "\(list.id): \(names)\(more)", exitNode(exit(to: go)))
            }
        }
    }

    /// An exit as a box, for arrows that must be seen.
    private mutating func exitNode(_ exit: Exit) -> Exit {
        guard case .words(let text, let isEnd) = exit else { return exit }
        return .node(add(isEnd ? .end : .reference, [.init(text: text, style: .plain)]))
    }

    /// What every menu leads to: the operator, and what happens when nobody answers.
    private mutating func drawEverywhere() {
        let zero = add(
            .entry,
            [
                .init(text: "The operator", style: .title),
                .init(text: "0 at any moment; silence, wrong keys and failures end here", style: .plain),
            ])
        begins["operator"] = draw(document.operatorStep, next: .words("see “Nobody answers”"))
        connect(zero, "", .node(":operator"))
        let nobody = add(.entry, [.init(text: "Nobody answers", style: .title)])
        if let unanswered = document.unanswered {
            connect(nobody, "", draw(unanswered, next: .listEnd(isInMenu: false)))
        } else {
            connect(
                nobody, "",
                .node(
                    add(
                        .request,
                        [
                            .init(text: "Call back: \(defaultList)", style: .title),
                            .init(text: "“Nobody can take your call right now.”", style: .spoken),
                        ])))
        }
    }

    /// The list of the default of `unanswered` (§3.1).
    private var defaultList: String {
        if let list = document.callbackLists.first { return list.id }
        let named = document.allSteps.lazy.compactMap { step -> CallbackTarget? in
            switch step.verb {
            case .callback(let callback): callback.list
            case .queue(let queue): queue.offer?.callback
            default: nil
            }
        }
        return named.first.map { sketch.words($0) } ?? "missed"
    }

    /// Puts the boxes in the place of names; a step that is nothing but words gets a box.
    private mutating func resolve() {
        for index in graph.edges.indices {
            var hops = 0
            while graph.edges[index].to.hasPrefix(":"), hops <= begins.count {
                hops += 1
                let name = String(graph.edges[index].to.dropFirst())
                switch begins[name] {
                case .node(let id): graph.edges[index].to = id
                case .words(let text, let isEnd):
                    graph.edges[index].to = add(isEnd ? .end : .reference, [.init(text: text, style: .plain)])
                case .listEnd, nil: graph.edges[index].to = add(.end, [.init(text: "goodbye", style: .plain)])
                }
            }
        }
        graph.edges.removeAll { $0.to.hasPrefix(":") }
        join()
    }

    /// Makes one arrow of those that lead from and to the same boxes without a key.
    private mutating func join() {
        var joined: [MenuGraph.Edge] = []
        for edge in graph.edges {
            let twin = joined.firstIndex {
                $0.from == edge.from && $0.to == edge.to && $0.key == nil && edge.key == nil
            }
            guard let twin else {
                joined.append(edge)
                continue
            }
            let words = [joined[twin].words, edge.words].filter { !$0.isEmpty }.joined(separator: " or ")
            joined[twin] = .init(from: edge.from, to: edge.to, key: nil, words: words)
        }
        graph.edges = joined
    }
}
