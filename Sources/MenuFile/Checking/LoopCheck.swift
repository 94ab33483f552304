/// Finds ways that lead back to where they began without ever waiting for the caller (`loop`).
///
/// Only a menu, a collect, a ring or a queue breaks such a way; a `when`, a callback or a request does not (part 10).
struct LoopCheck {
    /// A step that `go` can name.
    struct Root {
        let name: String
        let position: Position
        /// The roots that it jumps to without waiting.
        let jumps: [String]
    }

    /// The most cycles that are told, and the most steps of the search from one root, for cycles can be as many as subsets.
    static let mostCycles = 20
    static let mostVisits = 500

    private let roots: [Root]
    private let places: [String: Int]
    private var cycles: [[Root]] = []
    private var visits = 0

    init(_ document: MenuDocument) {
        var steps = document.steps.map { ($0.key, $0.value) }
        steps += [("start", document.start), ("operator", document.operatorStep)]
        if let closed = document.closed { steps.append(("closed", closed)) }
        let sorted = steps.sorted { $0.1.position < $1.1.position }
        roots = sorted.map { .init(name: $0.0, position: $0.1.position, jumps: Jumps(of: $0.1).targets) }
        places = Dictionary(roots.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The cycles, each beginning with its first step in the order of the file, each once.
    mutating func run() -> [[Root]] {
        for start in roots.indices {
            visits = 0
            follow([start], within: leading(to: start))
        }
        return cycles
    }

    /// The roots from which there is a way to a root, over none that stands earlier in the file.
    private func leading(to start: Int) -> Set<Int> {
        var leading: Set<Int> = [start]
        var size = 0
        while leading.count > size {
            size = leading.count
            for index in roots.indices where index > start && !leading.contains(index) {
                if roots[index].jumps.contains(where: { places[$0].map(leading.contains) == true }) {
                    leading.insert(index)
                }
            }
        }
        return leading
    }

    /// Follows jumps to steps that stand later in the file than the way's first.
    private mutating func follow(_ way: [Int], within: Set<Int>) {
        guard let here = way.last, cycles.count < Self.mostCycles, visits < Self.mostVisits else { return }
        visits += 1
        for target in roots[here].jumps {
            guard let next = places[target] else { continue }
            if next == way[0] {
                cycles.append(way.map { roots[$0] })
            } else if next > way[0], within.contains(next), !way.contains(next) {
                follow(way + [next], within: within)
            }
        }
    }
}

/// The jumps that a step can make before anything waits for the caller.
private struct Jumps {
    private(set) var targets: [String] = []

    init(of step: Step) { _ = visit(step) }

    /// Returns whether the list can go on after the step without having waited.
    private mutating func visit(_ step: Step) -> Bool {
        var goesOn = false
        var canFail = step.when != nil
        switch step.verb {
        case .menu, .collect, .ring, .queue: return false
        case .dialplan: break
        case .go(let destination): add(destination)
        case .sequence(let steps):
            let wentThrough = steps.allSatisfy { visit($0) }
            if wentThrough {
                goesOn = follow(step.then)
                canFail = true
            }
        case .callback, .voicemail:
            if let then = step.then { _ = visit(then) }
            canFail = true
        case .request, .gosub:
            goesOn = follow(step.then)
            canFail = true
        case .set, .language, nil: goesOn = follow(step.then)
        }
        if canFail, follow(step.otherwise) { goesOn = true }
        return goesOn
    }

    private mutating func follow(_ step: Step?) -> Bool { step.map { visit($0) } ?? true }

    private mutating func add(_ destination: Destination) {
        switch destination {
        case .step(let name): append(name)
        case .start: append("start")
        case .closed: append("closed")
        case .operator: append("operator")
        case .back, .again, .hangup: break
        }
    }

    private mutating func append(_ name: String) {
        if !targets.contains(name) { targets.append(name) }
    }
}
