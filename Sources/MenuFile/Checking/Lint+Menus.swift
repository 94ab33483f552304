extension Lint {
    /// At most so many choices are kept in mind (menu-format, S3).
    static let mostChoices = 4
    /// At most so many menus lie on one way (menu-format, S3).
    static let mostMenus = 3

    func menus() {
        for step in steps {
            guard case .menu(let menu)? = step.verb else { continue }
            zeroTaken(menu)
            tooManyChoices(menu, at: step)
            choiceSilent(menu)
            slowKey(menu)
        }
        shortWait()
        tooDeep()
    }

    private func zeroTaken(_ menu: MenuVerb) {
        for choice in menu.choices where choice.key.text == "0" {
            let reached = reachable(from: [choice.step])
            let toOperator = reached.contains { $0 === document.operatorStep }
            if toOperator || reached.contains(where: \.isHandOver) { continue }
            warn(.zeroTaken, at: place(of: choice.step), "0 is the operator everywhere; here it rings nobody")
        }
    }

    private func tooManyChoices(_ menu: MenuVerb, at step: Step) {
        let heard = menu.choices.filter { choice in
            if ["0", "*", "#"].contains(choice.key.text) { return false }
            if case .language? = choice.step.verb { return false }
            return !menu.announce || choice.step.announcement != nil
        }
        if heard.count > Self.mostChoices {
            warn(
                .tooManyChoices, at: step.position,
                "\(heard.count) choices are announced; more than \(Self.mostChoices) are not kept in mind")
        }
    }

    private func choiceSilent(_ menu: MenuVerb) {
        for choice in menu.choices where menu.announce && choice.step.announcement == nil {
            guard case .literal = choice.key.kind else { continue }
            switch (choice.key.text, choice.step.verb) {
            case (_, .language?), ("*", .go(.back)?), ("#", .go(.again)?), ("0", .go(.operator)?): continue
            default:
                warn(
                    .choiceSilent, at: place(of: choice.step),
                    "\"\(choice.key.text)\" is not announced: it has neither \"for\" nor \"to\"")
            }
        }
    }

    private func slowKey(_ menu: MenuVerb) {
        for choice in menu.choices {
            guard case .literal = choice.key.kind else { continue }
            let longer = menu.choices.first { $0.key.couldGrow(from: choice.key.text) }
            if let longer {
                warn(
                    .slowKey, at: place(of: choice.step),
                    "\"\(choice.key.text)\" acts late: it could be the beginning of \"\(longer.key.text)\"")
            }
        }
    }

    private func shortWait() {
        let usual = document.keys.wait
        if usual < .seconds(3), let place = context.keyPositions["keys"] {
            warn(.shortWait, at: place, "\"wait\" is under 3 seconds: many callers need longer to find the key")
        }
        for step in steps {
            let wait: Duration? =
                switch step.verb {
                case .menu(let menu)?: menu.wait
                case .collect(let collect)?: collect.wait
                default: nil
                }
            guard let wait, wait < .seconds(3), wait != usual else { continue }
            warn(.shortWait, at: step.position, "\"wait\" is under 3 seconds: many callers need longer to find the key")
        }
    }

    /// On the longest way that does not come to a menu twice.
    private func tooDeep() {
        var depths = MenuDepths(document)
        for step in document.entries { depths.follow(step) }
        for step in steps {
            guard case .menu? = step.verb, let depth = depths.deepest[ObjectIdentifier(step)], depth > Self.mostMenus
            else { continue }
            warn(
                .tooDeep, at: step.position,
                "this is menu \(depth) on its way; more than \(Self.mostMenus) tire callers")
        }
    }
}

/// How many menus lie on the longest way to each menu, itself included.
struct MenuDepths {
    private let document: MenuDocument
    private(set) var deepest: [ObjectIdentifier: Int] = [:]
    private var way: Set<ObjectIdentifier> = []
    private var visits = 0

    /// The most steps of the search: there can be as many ways as subsets of the menus.
    static let mostVisits = 20_000

    init(_ document: MenuDocument) { self.document = document }

    /// Follows a step and whatever it leads to under the same menus.
    mutating func follow(_ step: Step, below menus: Int = 0) {
        visits += 1
        let id = ObjectIdentifier(step)
        guard visits < Self.mostVisits, way.count < Lint.longestWay, way.insert(id).inserted else { return }
        defer { way.remove(id) }
        var menus = menus
        var choices: Set<ObjectIdentifier> = []
        if case .menu(let menu)? = step.verb {
            choices = Set(menu.choices.map { ObjectIdentifier($0.step) })
            let depth = menus + 1
            // Nothing deeper is found on a way that is not longer than one before.
            guard depth > deepest[id] ?? 0 else { return }
            deepest[id] = depth
            menus = depth
        }
        for child in step.children {
            // What follows a menu stands beside it, not below.
            let isBeside = !choices.isEmpty && !choices.contains(ObjectIdentifier(child))
            follow(child, below: isBeside ? menus - 1 : menus)
        }
        if case .go(.step(let name))? = step.verb, let target = document.steps[name] { follow(target, below: menus) }
    }
}
