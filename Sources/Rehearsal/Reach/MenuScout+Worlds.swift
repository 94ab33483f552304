import Foundation
import MenuFile
import Reception

/// The worlds in which a menu is gone through: the usual one, the office closed, a caller of each list, and the usual one
/// with one thing changed for each thing that a condition of the file asks for.
extension MenuScout {
    /// More worlds are not looked at.
    static let mostWorlds = 40

    var worlds: [ScoutWorld] {
        let usual = self.usual
        var worlds = [usual]
        if menu.document.closed != nil, let moment = moment(of: "office", open: false) {
            var world = usual
            world.at = moment
            world.entry = "closed"
            worlds.append(world)
        }
        worlds += menu.document.callers.compactMap { list in
            guard let go = list.go, go != .hangup else { return nil }
            return self.world(of: list, usual, go)
        }
        return Array((worlds + variations(of: usual)).prefix(Self.mostWorlds))
    }

    /// The office is open, services answer, and the caller is on no list.
    private var usual: ScoutWorld {
        var world = ScoutWorld(entry: "start", at: moment(of: "office", open: true) ?? now)
        let lists = menu.document.callers.flatMap(\.numbers).map(\.pattern)
        world.number = freeNumbers.first { number in
            let given = given(number)
            return !lists.contains { numbers.matches(given, pattern: $0, country: country) }
        }
        for (name, values) in menu.document.askedValues { world.values[name] = values.first }
        return world
    }

    /// Numbers that belong to nobody.
    private var freeNumbers: [String] { (1...9).map { "+44770090000\($0)" } + ["+12025550123"] }

    private func world(of list: CallerList, _ usual: ScoutWorld, _ go: MenuFile.Destination) -> ScoutWorld? {
        var world = usual
        world.entry = "callers \(list.id)"
        for pattern in list.numbers.map(\.pattern) {
            let number = pattern.replacing("*", with: "").filter { !" -().".contains($0) }
            for candidate in ["", "0", "00", "000", "0000", "00000", "000000"].map({ number + $0 })
            where numbers.matches(given(candidate), pattern: pattern, country: country) {
                world.number = candidate
                return world
            }
        }
        // No number is known that is on the list: at least the step is.
        world.step =
            switch go {
            case .step(let name): name
            case .start: "start"
            case .closed: "closed"
            case .operator: "operator"
            case .back, .again, .hangup: nil
            }
        return world.step == nil ? nil : world
    }

    private func given(_ number: String) -> GivenNumber {
        if case .callable(let telephone) = numbers.read(number, country: country) {
            return GivenNumber(number, telephone: telephone)
        }
        return GivenNumber(number)
    }

    var country: String { menu.document.country ?? house.country }

    /// The next moment, from now on, at which a schedule is open or closed; nil: none is near, or there is no schedule.
    func moment(of name: String, open wanted: Bool) -> Date? {
        guard let schedule = menu.document.schedule(name) else { return nil }
        let zone = TimeZone(identifier: menu.document.timeZone ?? house.timeZone) ?? .gmt
        let hours = OfficeHours(schedule: schedule, holidays: menu.document.holidays, timeZone: zone)
        let state = hours.state(at: now)
        if state.isOpen == wanted { return now }
        return wanted ? state.nextOpening : state.until
    }
}

extension MenuScout {
    /// The usual world with one thing changed.
    private func variations(of usual: ScoutWorld) -> [ScoutWorld] {
        let changes = outsideChanges + momentChanges(usual) + callerChanges(usual)
        return changes.map { change in
            var world = usual
            world.isVariation = true
            change(&world)
            return world
        }
    }

    private typealias Change = (inout ScoutWorld) -> Void

    /// What services, subroutines and channels may say.
    private var outsideChanges: [Change] {
        let document = menu.document
        var changes: [Change] = document.asksServices ? [{ $0.servicesAnswer = false }] : []
        for (name, values) in document.askedValues.sorted(by: { $0.key < $1.key }) {
            changes += values.dropFirst().map { value in { $0.values[name] = value } }
        }
        return changes
    }

    /// Other hours, and notices.
    private func momentChanges(_ usual: ScoutWorld) -> [Change] {
        let document = menu.document
        var changes: [Change] = []
        for schedule in document.schedules where schedule.name != "office" || document.closed == nil {
            for isOpen in [true, false] {
                guard let moment = moment(of: schedule.name, open: isOpen), moment != usual.at else { continue }
                changes.append { $0.at = moment }
            }
        }
        let asked = document.conditions
        for notice in document.notices where asked.contains(where: { $0.asks(notice: notice.id) }) {
            changes.append { $0.notices = [notice.id] }
        }
        return changes
    }

    /// Other callers.
    private func callerChanges(_ usual: ScoutWorld) -> [Change] {
        let document = menu.document
        let asked = document.conditions
        var changes: [Change] = []
        if asked.contains(where: { if case .anonymous = $0 { true } else { false } }) {
            changes.append { $0.number = nil }
        }
        if asked.contains(where: { if case .share = $0 { true } else { false } }) { changes.append { $0.dice = 99 } }
        if asked.contains(where: { if case .callsToday = $0 { true } else { false } }) {
            changes.append { $0.callsToday = 5 }
        }
        if asked.contains(where: { if case .language = $0 { true } else { false } }) {
            changes += document.languages.dropFirst().map { language in { $0.language = language } }
        }
        for list in document.callers where list.go == nil && asked.contains(where: { $0.asks(list: list.id) }) {
            guard let number = world(of: list, usual, .start)?.number, number != usual.number else { continue }
            changes.append { $0.number = number }
        }
        return changes
    }
}

extension MenuDocument {
    /// All conditions of the file's steps, those inside others included.
    var conditions: [Condition] { allSteps.compactMap(\.when).flatMap(\.family) }

    /// Whether anything is asked outside the call.
    var asksServices: Bool {
        allSteps.contains { step in
            switch step.verb {
            case .request?, .gosub?: true
            default: false
            }
        } || variables.contains { if case .channel = $0.source { true } else { false } }
    }

    /// For each variable that comes from outside, the values that conditions ask for, else one that looks like it.
    var askedValues: [String: [String]] {
        var values: [String: [String]] = [:]
        for step in allSteps {
            switch step.verb {
            case .request(let request)?: for kept in request.keep { values[kept.variable] = [] }
            case .gosub(let gosub)?: for kept in gosub.keep { values[kept.variable] = [] }
            default: break
            }
        }
        for variable in variables {
            if case .channel = variable.source { values[variable.name] = [] }
        }
        for condition in conditions {
            guard case .variable(let name, let test) = condition, values[name] != nil else { continue }
            values[name]?.append(contentsOf: test.samples)
        }
        return values.mapValues { asked in
            var seen: Set<String> = []
            return asked.isEmpty ? ["1"] : asked.filter { seen.insert($0).inserted }
        }
    }
}

extension Condition {
    /// This condition and those inside it.
    var family: [Condition] {
        switch self {
        case .any(let inner), .all(let inner): [self] + inner.flatMap(\.family)
        case .not(let inner): [self] + inner.family
        default: [self]
        }
    }

    func asks(notice: String) -> Bool { if case .notice(notice) = self { true } else { false } }

    func asks(list: String) -> Bool { if case .caller(let lists, _) = self { lists.contains(list) } else { false } }
}

extension Condition.VariableTest {
    /// Values for which the test holds, and some for which it does not.
    var samples: [String] {
        switch self {
        case .values(let values): values
        case .present, .missing: ["1"]
        case .notValue(let value): [value, value + "1"]
        case .compares(let comparison):
            [comparison.number - 1, comparison.number, comparison.number + 1].map { number in
                number.rounded() == number && abs(number) < 1e15 ? String(Int(number)) : String(number)
            }
        }
    }
}
