import Foundation
import MenuFile
import Reception

/// The search through one menu: which calls are worth walking, and what came of them.
struct ScoutSearch {
    let scout: MenuScout
    var reach: MenuReach
    /// The menus and questions of the present world that were come to already.
    var known: Set<String> = []
    var open: [Trip] = []
    var calls = 0

    /// Entries to press, and what the last of them is for.
    struct Trip {
        var entries: [String] = []
        var purpose = Purpose.begin
        /// What is tried next, when the entry is refused.
        var others: [String] = []
    }

    /// What the last entry of a trip is for.
    enum Purpose {
        /// There is none.
        case begin
        /// A choice of a menu.
        case choice(MenuVerb.Choice, menu: Step)
        /// The operator, from a menu.
        case `operator`(menu: Step)
        /// An entry that a collect or a question asks for.
        case answer(path: String)
    }

    init(scout: MenuScout) {
        self.scout = scout
        reach = MenuReach(menu: scout.menu.document.fileName)
    }

    mutating func run() async {
        for world in scout.worlds {
            known = []
            open = [Trip()]
            while !open.isEmpty {
                guard calls < scout.mostCalls else {
                    reach.isCut = true
                    break
                }
                await take(open.removeFirst(), in: world)
            }
        }
        if let usual = scout.worlds.first { await listen(in: usual) }
        reach.ways.sort { ($0.newcomer, $1.entries.count) > ($1.newcomer, $0.entries.count) }
    }

    /// What a caller meets who does nothing.
    private mutating func listen(in world: ScoutWorld) async {
        let silent = await call(world, [], as: .silent)
        if case .arrived(let kind, _)? = silent.stop, kind == .person || kind == .queue {
            reach.silenceToPerson = silent.stoppedAt
        }
        let menu = silent.heard.first { heard in
            silent.step(at: heard.at).flatMap { scout.steps[$0] }?.isMenu == true
        }
        reach.firstAnnouncement = menu.flatMap { heard in heard.sound.namings.first.map { heard.at + $0.at } }
    }

    mutating func call(_ world: ScoutWorld, _ entries: [String], as caller: ScoutCaller) async -> ScoutCall {
        calls += 1
        return await scout.call(world, entries, as: caller)
    }

    /// Walks one trip, notes what it came to, and what can be tried from there.
    private mutating func take(_ trip: Trip, in world: ScoutWorld) async {
        let call = await self.call(world, trip.entries, as: .newcomer)
        guard call.isPressed else { return }
        if case .choice(let choice, let menu) = trip.purpose {
            // A choice whose `when` does not hold in this world is none.
            let pressed = call.pressed(trip.entries) ?? .zero
            guard let chosen = call.entered(choice.step.path), chosen + ScoutCall.slack >= pressed else { return }
            await note(choice, of: menu, trip, call, world)
        }
        if case .operator(let menu) = trip.purpose { await noteOperator(of: menu, trip, call, world) }
        switch ScoutEnd(call, trip, scout) {
        case .way(let end): await note(end, trip, call, world)
        case .asks(let step): ask(step, trip, call)
        case .nothing: break
        }
    }

    /// Something waits for keys: what can be pressed there.
    private mutating func ask(_ step: Step, _ trip: Trip, _ call: ScoutCall) {
        switch step.verb {
        case .menu(let menu)?:
            let isFirst = !known.contains { scout.steps[$0].map(\.isMenu) ?? false }
            guard known.insert(step.path).inserted else { return }
            let keys = menu.sampleKeys
            for (choice, key) in zip(menu.choices, keys) {
                guard let key else { continue }
                open.append(Trip(entries: trip.entries + [key], purpose: .choice(choice, menu: step)))
            }
            if isFirst, !menu.choices.contains(where: { $0.key.matches("0") }) {
                open.append(Trip(entries: trip.entries + ["0"], purpose: .operator(menu: step)))
            }
        case .collect(let collect)?:
            answer(step, trip, call, scout.sampleEntries(of: collect))
        case .language?: answer(step, trip, call, ["1"])
        default: break
        }
    }

    /// Answers a collect or a question: with the first entry, and when that is refused with the next one; a question
    /// whether the entry is right is answered with 1.
    private mutating func answer(_ step: Step, _ trip: Trip, _ call: ScoutCall, _ entries: [String]) {
        let wantsConfirmation = call.heard.last?.sound.namings.first?.key == "1"
        if case .answer(step.path) = trip.purpose {
            if wantsConfirmation, trip.entries.last != "1" {
                open.append(Trip(entries: trip.entries + ["1"], purpose: trip.purpose))
            } else if let next = trip.others.first {
                let before = Array(trip.entries.dropLast())
                open.append(
                    Trip(entries: before + [next], purpose: trip.purpose, others: Array(trip.others.dropFirst())))
            }
        } else if known.insert(step.path).inserted, let first = entries.first {
            open.append(
                Trip(
                    entries: trip.entries + [first], purpose: .answer(path: step.path),
                    others: Array(entries.dropFirst())))
        }
    }
}

extension Step {
    /// Whether the step is a menu.
    var isMenu: Bool { if case .menu? = verb { true } else { false } }
}

extension MenuVerb {
    /// For each choice an entry that takes it; nil: other choices take all of its entries that were thought of.
    var sampleKeys: [String?] {
        let matcher = KeyMatcher(choices.map(\.key))
        return choices.enumerated().map { place, choice in
            let candidates: [String] =
                switch choice.key.kind {
                case .literal: [choice.key.text]
                case .range(let low, let high): [low, high]
                case .pattern: (1...9).map { choice.key.text.replacing("x", with: "\($0)") }
                }
            return candidates.first { entry in
                if case .exact(place, _) = matcher.match(entry) { true } else { false }
            }
        }
    }
}
