public import MenuFile

/// Which choices and steps of a menu test calls have tried.
public struct MenuCoverage: Sendable, Equatable {
    /// How many choices the menus have.
    public let choices: Int
    /// The choices that no call took, in the order of the file: "start 3".
    public let untakenChoices: [String]
    /// Where those choices stand in the file.
    public let untakenPlaces: [Position]
    /// The named steps that no call entered, in the order of the file.
    public let unenteredSteps: [String]

    /// What calls that entered these steps have tried of a menu.
    public init(_ document: MenuDocument, entered: Set<String>) {
        var steps: [Step] = []
        for step in document.allSteps {
            if case .menu(let menu)? = step.verb { steps += menu.choices.map(\.step) }
        }
        let ordered = steps.sorted { $0.position < $1.position }
        let choices = ordered.map(\.path)
        self.choices = choices.count
        untakenChoices = choices.filter { !entered.contains($0) }.map { Self.shortName(of: $0) }
        untakenPlaces = ordered.filter { !entered.contains($0.path) }.map(\.position)
        unenteredSteps = document.steps.sorted { $0.value.position < $1.value.position }.map(\.key)
            .filter { name in !entered.contains { Self.isInside($0, step: name) } }
    }

    /// "4 of 7 choices tested (never: start 3, closed 1)", and the steps that were never entered.
    var sentences: [String] {
        var sentences: [String] = []
        if choices > 0 {
            let never = untakenChoices.isEmpty ? "" : " (never: \(untakenChoices.joined(separator: ", ")))"
            sentences.append("\(choices - untakenChoices.count) of \(choices) choices tested\(never)")
        }
        if !unenteredSteps.isEmpty {
            sentences.append("steps never entered: \(unenteredSteps.joined(separator: ", "))")
        }
        return sentences
    }

    private static func isInside(_ path: String, step: String) -> Bool {
        guard path.hasPrefix("steps.\(step)") else { return false }
        return [nil, ".", "["].contains(path.dropFirst("steps.\(step)".count).first)
    }

    /// "start.menu.3" is "start 3", "steps.visit[2].menu.1" is "visit 1".
    private static func shortName(of path: String) -> String {
        path.split(separator: ".").map { $0.prefix { $0 != "[" } }
            .filter { $0 != "menu" && $0 != "steps" }.joined(separator: " ")
    }
}
