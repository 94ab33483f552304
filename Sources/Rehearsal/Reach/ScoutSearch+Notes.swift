import MenuFile
import Reception

/// What is noted of a call.
extension ScoutSearch {
    mutating func note(
        _ choice: MenuVerb.Choice, of menu: Step, _ trip: Trip, _ call: ScoutCall, _ world: ScoutWorld
    ) async {
        let path = choice.step.path
        await note(path, key: choice.key.text, choice.step.position, of: menu, trip, call, world) { call in
            call.entered(path)
        }
    }

    mutating func noteOperator(of menu: Step, _ trip: Trip, _ call: ScoutCall, _ world: ScoutWorld) async {
        let step = scout.menu.document.operatorStep
        await note(step.path, key: "0", step.position, of: menu, trip, call, world) { call in
            call.pressed(trip.entries)
        }
    }

    private mutating func note(
        _ path: String, key: String, _ position: Position, of menu: Step, _ trip: Trip, _ call: ScoutCall,
        _ world: ScoutWorld, chosen: (ScoutCall) -> Duration?
    ) async {
        let entry = entry(of: call, world)
        let isKnown = reach.choices.contains { $0.entry == entry && $0.menu == menu.path && $0.key == key }
        guard !isKnown, let newcomer = chosen(call) else { return }
        let regular = await self.call(world, trip.entries, as: .regular)
        let fast = regular.isPressed ? chosen(regular) ?? newcomer : newcomer
        let label = scout.steps[path]?.languageSpoken ?? call.end?.label ?? ""
        reach.choices.append(
            MenuReach.Choice(
                entry: entry, menu: menu.path, step: path, key: key, label: label, position: position,
                before: Array(trip.entries.dropLast()), heard: heard(before: trip, call),
                newcomer: pressing(trip, newcomer), regular: pressing(trip, min(fast, newcomer))))
    }

    mutating func note(_ end: ScoutEnd.Found, _ trip: Trip, _ call: ScoutCall, _ world: ScoutWorld) async {
        let entry = entry(of: call, world)
        let isKnown = reach.ways.contains {
            $0.entry == entry && $0.kind == end.kind && $0.names == end.names
                && ($0.entries == trip.entries || world.isVariation)
        }
        guard !isKnown else { return }
        var fast = end.at
        if !trip.entries.isEmpty {
            let regular = await self.call(world, trip.entries, as: .regular)
            if case .way(let same) = ScoutEnd(regular, trip, scout), same.kind == end.kind, same.names == end.names {
                fast = min(fast, same.at)
            }
        }
        reach.ways.append(
            MenuReach.Way(
                kind: end.kind, names: end.names, entry: entry, entries: trip.entries, path: path(of: end, trip, call),
                step: end.step?.path, position: (end.step ?? scout.menu.document.start).position,
                heard: trip.entries.isEmpty ? end.at : heard(before: trip, call), newcomer: pressing(trip, end.at),
                regular: pressing(trip, fast)))
    }

    /// The choices that led there; one that came back to its menu is no more in the call's own path.
    private func path(of end: ScoutEnd.Found, _ trip: Trip, _ call: ScoutCall) -> String {
        let path = call.end?.path ?? ""
        guard end.kind == .information, call.stop != nil, case .choice(let choice, _) = trip.purpose else {
            return path
        }
        let last = [choice.key.text, call.end?.label ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
        return path.isEmpty ? last : "\(path) › \(last)"
    }

    /// How long a newcomer listened before the last entry.
    private func heard(before trip: Trip, _ call: ScoutCall) -> Duration {
        guard let pressed = call.pressed(trip.entries) else { return .zero }
        return pressed - SimulatedPhone.reaction + SimulatedPhone.perKey * (trip.entries.count - 1)
    }

    /// A simulated key acts the moment it is touched; a caller's takes 0.4 s, of which all but one of an entry have passed.
    private func pressing(_ trip: Trip, _ time: Duration) -> Duration {
        time + SimulatedPhone.perKey * trip.entries.count
    }

    private func entry(of call: ScoutCall, _ world: ScoutWorld) -> String {
        guard world.step == nil, world.entry == "start", let first = call.steps.first?.path else { return world.entry }
        return first == "closed" || first.hasPrefix("closed.") || first.hasPrefix("closed[") ? "closed" : "start"
    }
}

extension Step {
    /// The language that the step changes to; nil: it does not.
    fileprivate var languageSpoken: String? { if case .language(.to(let tag))? = verb { tag } else { nil } }
}
