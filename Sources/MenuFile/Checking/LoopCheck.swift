/// Finds ways that lead back to where they began without ever waiting for the caller (`loop`).
///
/// Only a menu, a collect, a ring or a queue breaks such a way; a `when`, a callback or a request does not (part 10).
struct LoopCheck {
    /// A step that `go` can name.
    struct Root {
        let name: String
        let position: Position
    }

    /// The most cycles that are told, and the most steps of the search for them: there can be as many as subsets.
    static let mostCycles = 20
    static let mostVisits = 100_000
    static let mostVisitsFromOneRoot = 500

    private let roots: [Root]
    /// For each root those that it jumps to without waiting. Roots on no cycle have none.
    private var jumps: [[Int]]
    private var cycles: [[Int]] = []
    private var visits = 0
    private var visitsFromRoot = 0

    init(_ document: MenuDocument) {
        var steps = document.steps.map { ($0.key, $0.value) }
        steps += [("start", document.start), ("operator", document.operatorStep)]
        if let closed = document.closed { steps.append(("closed", closed)) }
        steps.sort { $0.1.position < $1.1.position }
        roots = steps.map { .init(name: $0.0, position: $0.1.position) }
        let places = Dictionary(roots.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
        jumps = steps.map { Jumps(of: $0.1).targets.compactMap { places[$0] } }
        prune()
    }

    /// The cycles, each beginning with its first step in the order of the file, each once.
    mutating func run() -> [[Root]] {
        for start in roots.indices where !jumps[start].isEmpty && visits < Self.mostVisits {
            visitsFromRoot = 0
            follow([start])
        }
        if cycles.isEmpty, let cycle = anyCycle() { cycles.append(cycle) }
        return cycles.map { $0.map { roots[$0] } }
    }

    /// Takes away, again and again, roots that jump nowhere: what is left leads to a cycle.
    private mutating func prune() {
        var callers = [[Int]](repeating: [], count: roots.count)
        for (root, targets) in jumps.enumerated() { for target in targets { callers[target].append(root) } }
        var open = jumps.map(\.count)
        var dead = open.indices.filter { open[$0] == 0 }
        while let root = dead.popLast() {
            for caller in callers[root] {
                open[caller] -= 1
                if open[caller] == 0 { dead.append(caller) }
            }
        }
        for root in jumps.indices {
            jumps[root] = open[root] == 0 ? [] : jumps[root].filter { open[$0] > 0 }
        }
    }

    /// Follows jumps to steps that stand later in the file than the way's first.
    private mutating func follow(_ way: [Int]) {
        guard let here = way.last, cycles.count < Self.mostCycles, visits < Self.mostVisits,
            visitsFromRoot < Self.mostVisitsFromOneRoot
        else { return }
        visits += 1
        visitsFromRoot += 1
        for next in jumps[here] {
            if next == way[0] {
                cycles.append(way)
            } else if next > way[0], !way.contains(next) {
                follow(way + [next])
            }
        }
    }

    /// One cycle, found by going on and on from the first root that is left.
    private func anyCycle() -> [Int]? {
        guard var here = jumps.indices.first(where: { !jumps[$0].isEmpty }) else { return nil }
        var order: [Int: Int] = [:]
        var way: [Int] = []
        while order[here] == nil {
            order[here] = way.count
            way.append(here)
            guard let next = jumps[here].first else { return nil }
            here = next
        }
        let cycle = way[(order[here] ?? 0)...]
        guard let first = cycle.min(), let start = cycle.firstIndex(of: first) else { return nil }
        return Array(cycle[start...] + cycle[..<start])
    }
}
