import MenuFile
import Reception

/// What a call came to.
enum ScoutEnd {
    /// One of the things that a caller can want.
    case way(Found)
    /// A step waits for keys.
    case asks(Step)
    /// Neither.
    case nothing

    struct Found {
        let kind: MenuReach.Kind
        let names: [String]
        let step: Step?
        let at: Duration
    }

    init(_ call: ScoutCall, _ trip: ScoutSearch.Trip, _ scout: MenuScout) {
        let step = call.open.last.flatMap { scout.steps[$0.path] }
        switch call.stop {
        case .arrived(let kind, let names)?:
            self = .way(
                Found(kind: kind, names: Self.names(names, step, scout), step: step, at: call.stoppedAt))
        case .waits?: self = Self.waiting(in: step, call, trip, scout)
        case nil: self = Self.information(call, trip, scout)
        }
    }

    /// Who is meant: everybody whom the step rings, by name where they have one.
    private static func names(_ given: [String], _ step: Step?, _ scout: MenuScout) -> [String] {
        switch step?.verb {
        case .ring(let ring)?:
            let names = ring.targets.flatMap { target -> [String] in
                switch target {
                case .person(let name): [name]
                case .inside(let text), .outside(let text), .dialString(let text):
                    [scout.menu.document.owner(of: text)]
                case .variable: given
                }
            }
            var seen: Set<String> = []
            return names.filter { seen.insert($0).inserted }
        case .voicemail(let voicemail)?: return [voicemail.to.listName]
        default: return given
        }
    }

    private static func waiting(
        in step: Step?, _ call: ScoutCall, _ trip: ScoutSearch.Trip, _ scout: MenuScout
    ) -> ScoutEnd {
        let at = call.heard.last?.at ?? call.stoppedAt
        switch step?.verb {
        case .callback(let callback)?:
            return .way(Found(kind: .callback, names: [callback.list.listName], step: step, at: at))
        case .queue(let queue)?: return .way(Found(kind: .queue, names: [queue.queue], step: step, at: at))
        case .menu?:
            // Something was told, and the menu is heard again.
            if case .choice(let choice, _) = trip.purpose, let chosen = call.entered(choice.step.path),
                let told = call.heard.dropLast().last(where: { $0.at + ScoutCall.slack >= chosen })
            {
                let teller = call.step(at: told.at).flatMap { scout.steps[$0] }
                if teller?.isMenu == false {
                    return .way(Found(kind: .information, names: [], step: teller, at: told.at))
                }
            }
            return step.map { .asks($0) } ?? .nothing
        case .collect?, .language?: return step.map { .asks($0) } ?? .nothing
        case nil where step == nil:
            // What is offered when nobody took a call and the file does not say what.
            return .way(Found(kind: .callback, names: [call.end?.leaves?.list ?? "missed"], step: nil, at: at))
        default: return .nothing
        }
    }

    /// The last text that a step said before the line hung up.
    private static func information(_ call: ScoutCall, _ trip: ScoutSearch.Trip, _ scout: MenuScout) -> ScoutEnd {
        guard call.end?.outcome == .goodbye else { return .nothing }
        let told = call.heard.last { call.step(at: $0.at).map { scout.steps[$0]?.isMenu == false } ?? false }
        guard let told, let path = call.step(at: told.at) else { return .nothing }
        return .way(Found(kind: .information, names: [], step: scout.steps[path], at: told.at))
    }
}

extension ScoutCall {
    /// The innermost step that ran at a moment; nil: none did.
    func step(at moment: Duration) -> String? {
        steps.last { step in
            self.moment(step.entered) <= moment + Self.slack && moment + Self.slack < self.moment(step.left)
        }?.path
    }
}
