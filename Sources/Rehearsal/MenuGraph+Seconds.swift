public import MenuFile
public import Reception

extension MenuGraph {
    /// The same picture, each arrow with the seconds until a newcomer goes that way: what was heard, up to the end of the
    /// wanted choice in each menu, and the time that pressing takes (menu-format, part 6). Notices are not counted.
    ///
    /// - Parameters:
    ///   - document: the document that was drawn.
    ///   - prompts: where sounds, and so their lengths, come from. One that cannot be made counts as nothing.
    public func timed(_ document: MenuDocument, by prompts: any PromptLibrary) async -> MenuGraph {
        var clock = GraphClock(document)
        for node in nodes { await clock.listen(to: node, by: prompts) }
        return clock.timed(self)
    }
}

/// How long each way of a picture takes.
private struct GraphClock {
    private let document: MenuDocument
    private let steps: [String: Step]
    private var lengths: [String: Double] = [:]
    private var namings: [String: [String: Double]] = [:]

    /// A caller reacts and presses, in seconds (menu-format, part 5); the silence after answering.
    private static let reaction = 0.8
    private static let perKey = 0.4
    private static let afterAnswer = 0.3

    init(_ document: MenuDocument) {
        self.document = document
        steps = Dictionary(document.allSteps.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    }

    mutating func listen(to node: MenuGraph.Node, by prompts: any PromptLibrary) async {
        guard let step = node.path.flatMap({ steps[$0] }), let prompt = StaticPrompts.opening(of: step, in: document),
            !prompt.pieces.isEmpty, let sound = try? await prompts.sound(of: prompt)
        else { return }
        lengths[node.id] = sound.length.inSeconds
        namings[node.id] = Dictionary(
            prompt.namings(in: sound.length).map { ($0.key, $0.at.inSeconds) }, uniquingKeysWith: { first, _ in first })
    }

    /// The shortest way to each box, box by box in the order of their times.
    func timed(_ graph: MenuGraph) -> MenuGraph {
        guard let entry = graph.nodes.first else { return graph }
        let nodes = Dictionary(graph.nodes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let ways = Dictionary(grouping: graph.edges.indices) { graph.edges[$0].from }
        var graph = graph
        var open = [entry.id: Self.afterAnswer]
        var closed: Set<String> = []
        while let (id, time) = open.min(by: { ($0.value, $0.key) < ($1.value, $1.key) }), let node = nodes[id] {
            open[id] = nil
            closed.insert(id)
            for way in ways[id] ?? [] {
                let arrival = time + cost(graph.edges[way], from: node)
                graph.edges[way].seconds = node.kind == .entry || node.kind == .hours ? nil : arrival
                let to = graph.edges[way].to
                if !closed.contains(to) { open[to] = min(open[to] ?? arrival, arrival) }
            }
        }
        return graph
    }

    private func cost(_ edge: MenuGraph.Edge, from node: MenuGraph.Node) -> Double {
        let heard = lengths[node.id] ?? 0
        guard let step = node.path.flatMap({ steps[$0] }) else { return 0 }
        if let key = edge.key {
            let named = namings[node.id]?[key] ?? heard
            return named + Self.reaction + Self.perKey * Double((try? KeyPattern(key))?.length ?? 1)
        }
        // The other side of a condition: nothing is heard on it. A choice may well be called "anything else".
        if edge.words.hasSuffix("else") { return 0 }
        switch step.verb {
        case .menu(let menu):
            let rule = edge.words == "silence" ? menu.silent : menu.wrong
            return heard + menu.wait.inSeconds * Double(rule.times)
        case .collect(let collect): return heard + Self.reaction + Self.perKey * Double(collect.digits.lowerBound)
        case .ring(let ring):
            let turns = ring.order == .together ? 1 : ring.targets.count
            return heard + ring.seconds.inSeconds * Double(turns * ring.rounds)
        case .queue(let queue): return heard + queue.max.inSeconds
        default: return heard
        }
    }
}

extension Duration {
    fileprivate var inSeconds: Double {
        Double(components.seconds) + Double(components.attoseconds) / 1e18
    }
}
