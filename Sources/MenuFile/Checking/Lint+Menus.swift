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

    private func tooDeep() {
        for step in steps {
            guard case .menu? = step.verb, let depth = depths[ObjectIdentifier(step)], depth == Self.mostMenus else {
                continue
            }
            warn(
                .tooDeep, at: step.position,
                "this is menu \(depth + 1) on its way; more than \(Self.mostMenus) tire callers")
        }
    }
}
