/// Walks a document and writes boxes and arrows.
///
/// A step is drawn with what follows it already known, so a list is drawn from its end. Named steps are drawn once: an
/// arrow to one holds its name until all are there.
struct GraphBuilder {
    let document: MenuDocument
    let sketch: Sketch
    var graph: MenuGraph
    /// Where each named step begins.
    var begins: [String: Exit] = [:]
    /// Named steps that an arrow leads to and that are still to be drawn.
    var wanted: [String] = []
    private var lastID = 0

    /// Where a call goes on.
    enum Exit {
        /// In a box. A name with a colon before it is that of a step not drawn yet.
        case node(String)
        /// In words, where an arrow would only confuse; `isEnd`: there the call ends.
        case words(String, isEnd: Bool = false)
        /// At the end of a list: what that means depends on what was tried last.
        case listEnd(isInMenu: Bool)
    }

    init(_ document: MenuDocument) {
        self.document = document
        sketch = Sketch(document: document)
        graph = MenuGraph(title: sketch.words(document.name))
    }

    /// Adds a box.
    mutating func add(_ kind: MenuGraph.Kind, _ lines: [MenuGraph.Line], _ step: Step? = nil) -> String {
        lastID += 1
        let id = "n\(lastID)"
        graph.nodes.append(MenuGraph.Node(id: id, kind: kind, lines: lines, path: step?.path))
        return id
    }

    /// Adds an arrow; where it goes on in words, a line in the box instead, or for a key a small box.
    mutating func connect(_ from: String, key: String? = nil, _ words: String, _ exit: Exit) {
        switch exit {
        case .node(let to): graph.edges.append(.init(from: from, to: to, key: key, words: words))
        case .words(let text, let isEnd):
            if key != nil {
                let chip = add(isEnd ? .end : .reference, [.init(text: text, style: .plain)])
                graph.edges.append(.init(from: from, to: chip, key: key, words: words))
            } else {
                note(from, words.isEmpty ? text : "\(words): \(text)")
            }
        case .listEnd(let isInMenu):
            connect(from, key: key, words, .words(isInMenu ? "back to the menu" : "goodbye", isEnd: !isInMenu))
        }
    }

    /// Adds a line to a box.
    mutating func note(_ id: String, _ text: String) {
        guard let index = graph.nodes.firstIndex(where: { $0.id == id }) else { return }
        // What leads to the same place is told once.
        if text.hasPrefix("else: "), graph.nodes[index].lines.contains(where: { $0.text.hasSuffix(text.dropFirst(4)) })
        {
            return
        }
        graph.nodes[index].lines.append(.init(text: text, style: .plain))
    }

    /// Where a destination leads.
    mutating func exit(to destination: Destination) -> Exit {
        switch destination {
        case .step(let name):
            if begins[name] == nil, !wanted.contains(name) { wanted.append(name) }
            return .node(":\(name)")
        case .start: return .node(":start")
        case .closed: return .node(":closed")
        case .operator: return .words("the operator")
        case .back: return .words("back to the menu above")
        case .again: return .words("the same menu again")
        case .hangup: return .words("the call ends", isEnd: true)
        }
    }
}
