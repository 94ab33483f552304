/// Tells variables that may be missing where they are read (`maybe-missing`): on some way to the step nothing has set
/// them, and neither an "if missing" text nor a `when` is on guard.
///
/// A variable is never unset, so along a way the set of known variables grows, and where ways meet only what is known
/// on all of them counts. Steps are gone through again until nothing changes; the sets only shrink, so this ends.
final class VariableFlow {
    private let document: MenuDocument
    private let context: DecodingContext
    /// What is known when a named step is entered.
    private var entries: [ObjectIdentifier: Set<String>] = [:]
    /// What is known when a step's own texts are filled in, by its path.
    private var known: [String: Set<String>] = [:]
    private var open: [Step] = []

    init(_ document: MenuDocument, _ context: DecodingContext) {
        self.document = document
        self.context = context
    }

    func run() {
        let constants = document.variables.filter { variable in
            if case .channel(_, default: nil) = variable.source { false } else { true }
        }
        let base = Set(constants.map(\.name))
        for step in document.entries { enter(step, knowing: base) }
        while let step = open.popLast() { _ = visit(step, knowing: entries[ObjectIdentifier(step)] ?? base) }
        let set = Set(context.variables.writes.map(\.name))
        for read in context.variables.reads
        where !read.isGuarded && read.purpose != .condition && set.contains(read.name) {
            guard let known = known[read.path], !known.contains(read.name) else { continue }
            context.report(
                .maybeMissing, at: read.position,
                "{\(read.name)} may be missing here: it is set on some ways only; write {\(read.name)|…} or use \"when\""
            )
        }
    }

    private func enter(_ step: Step, knowing: Set<String>) {
        let before = entries[ObjectIdentifier(step)]
        let after = before?.intersection(knowing) ?? knowing
        if before == after { return }
        entries[ObjectIdentifier(step)] = after
        open.append(step)
    }

    /// Goes through a step; returns what is known where the list goes on, nil when it never does.
    private func visit(_ step: Step, knowing before: Set<String>) -> Set<String>? {
        let here = before.union(step.when.map(Self.present) ?? [])
        known[step.path] = known[step.path]?.intersection(here) ?? here
        let (done, failed) = outcomes(of: step, knowing: here)
        var ends: [Set<String>?] = []
        if let done { ends.append(follow(step.then, knowing: done)) }
        if let failed { ends.append(follow(step.otherwise, knowing: failed)) }
        if step.when != nil { ends.append(follow(step.otherwise, knowing: before)) }
        return Self.meet(ends)
    }

    private func follow(_ step: Step?, knowing: Set<String>) -> Set<String>? {
        step.map { visit($0, knowing: knowing) } ?? knowing
    }

    /// What is known after *done* and after *not done*; nil where the call does not come to that.
    private func outcomes(of step: Step, knowing: Set<String>) -> (done: Set<String>?, failed: Set<String>?) {
        switch step.verb {
        case nil, .language?: return (knowing, nil)
        case .set(let assignments)?: return (knowing.union(assignments.map(\.variable)), nil)
        case .collect(let collect)?:
            for rule in [collect.wrong, collect.silent] { _ = follow(rule.otherwise, knowing: knowing) }
            let done = collect.optional ? knowing : knowing.union([collect.variable])
            return (done, step.otherwise == nil ? nil : knowing)
        case .request(let request)?: return (knowing.union(request.keep.map(\.variable)), knowing)
        case .gosub?: return (knowing, knowing)
        case .ring?, .queue?, .callback?, .voicemail?: return handedOver(step, knowing: knowing)
        case .menu(let menu)?: return choices(menu, of: step, knowing: knowing)
        case .go(let destination)?:
            if let target = document.step(at: destination) { enter(target, knowing: knowing) }
            return (nil, nil)
        case .sequence(let steps)?: return (list(steps, knowing: knowing), nil)
        case .dialplan?: return (nil, nil)
        }
    }

    /// A call that was taken ends after `then`.
    private func handedOver(_ step: Step, knowing: Set<String>) -> (done: Set<String>?, failed: Set<String>?) {
        _ = follow(step.then, knowing: knowing)
        return (nil, knowing)
    }

    private func choices(
        _ menu: MenuVerb, of step: Step, knowing: Set<String>
    ) -> (done: Set<String>?, failed: Set<String>?) {
        for choice in menu.choices { _ = visit(choice.step, knowing: knowing) }
        for rule in [menu.wrong, menu.silent] { _ = follow(rule.otherwise, knowing: knowing) }
        return (step.then == nil ? nil : knowing, step.otherwise == nil ? nil : knowing)
    }

    private func list(_ steps: [Step], knowing: Set<String>) -> Set<String>? {
        var here = knowing
        for step in steps {
            guard let next = visit(step, knowing: here) else { return nil }
            here = next
        }
        return here
    }

    private static func meet(_ ends: [Set<String>?]) -> Set<String>? {
        ends.compactMap { $0 }.reduce(nil) { $0?.intersection($1) ?? $1 }
    }

    /// The variables that are surely there when a condition holds.
    private static func present(_ condition: Condition) -> Set<String> {
        switch condition {
        case .variable(let name, let test):
            switch test {
            case .missing, .notValue: return []
            case .present, .values, .compares: return [name]
            }
        case .all(let conditions): return conditions.reduce(into: []) { $0.formUnion(present($1)) }
        case .any(let conditions):
            return conditions.map(present).reduce(nil) { $0?.intersection($1) ?? $1 } ?? []
        case .not(.variable(let name, .missing)): return [name]
        default: return []
        }
    }
}
