import Foundation

/// Good practice, as far as it needs neither sounds nor test calls (menu-format, part 6). Looks only at files without
/// errors; every rule stands in the file of its subject.
struct Lint {
    /// How many steps of one way are looked at: a hostile file can make it as long as it likes.
    static let longestWay = 100

    let document: MenuDocument
    let context: DecodingContext
    let schedules: [DecodingContext.PlacedSchedule]
    let now: Date
    /// All steps, in the order of the file.
    let steps: [Step]
    /// How far down in menus each step is met at the least; none: it is never entered.
    let depths: [ObjectIdentifier: Int]

    init(
        _ document: MenuDocument, _ context: DecodingContext, _ schedules: [DecodingContext.PlacedSchedule], now: Date
    ) {
        self.document = document
        self.context = context
        self.schedules = schedules
        self.now = now
        steps = document.allSteps
        depths = Self.depths(document)
    }

    func run() {
        menus()
        ends()
        hours()
        staff()
        entries()
        definitions()
        languages()
        wording()
        callerIDTrust()
        askedAgain()
        unusedPhrases()
        VariableFlow(document, context).run()
    }

    func warn(_ rule: RuleID, at position: Position, _ message: String, as milder: Finding.Severity? = nil) {
        context.report(rule, at: position, message, as: milder)
    }

    /// The key under which a step stands, else the step itself.
    func place(of step: Step) -> Position { context.keyPositions[step.path] ?? step.position }

    /// Whether a step is met below a choice of a menu, so that a label was chosen.
    func isBelowChoice(_ step: Step) -> Bool { depths[ObjectIdentifier(step)].map { $0 > 0 } ?? false }

    /// The steps that can be reached from these, through choices and `go`.
    func reachable(from roots: [Step]) -> [Step] {
        var seen: Set<ObjectIdentifier> = []
        var found: [Step] = []
        var open = roots
        while let step = open.popLast() {
            guard seen.insert(ObjectIdentifier(step)).inserted else { continue }
            found.append(step)
            open += step.children
            if case .go(let destination)? = step.verb, let target = document.step(at: destination) {
                open.append(target)
            }
        }
        return found.sorted { $0.position < $1.position }
    }

    private static func depths(_ document: MenuDocument) -> [ObjectIdentifier: Int] {
        var depths: [ObjectIdentifier: Int] = [:]
        var level = document.entries
        var depth = 0
        while !level.isEmpty {
            var next: [Step] = []
            while let step = level.popLast() {
                guard depths[ObjectIdentifier(step)] == nil else { continue }
                depths[ObjectIdentifier(step)] = depth
                if case .menu(let menu)? = step.verb { next += menu.choices.map(\.step) }
                let choices = Set(next.map(ObjectIdentifier.init))
                level += step.children.filter { !choices.contains(ObjectIdentifier($0)) }
                if case .go(let destination)? = step.verb, let target = document.step(at: destination) {
                    if destination == .start || destination == .closed || destination == .operator { continue }
                    level.append(target)
                }
            }
            level = next
            depth += 1
        }
        return depths
    }
}
