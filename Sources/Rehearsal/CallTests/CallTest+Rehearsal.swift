public import Foundation
public import MenuFile
public import Reception

/// The world of a call test, as the parts of a rehearsal need it.
extension CallTest.World {
    /// When a call arrives whose test does not say when: an ordinary Tuesday morning.
    private static let usualMorning = CivilDate(year: 2026, month: 3, day: 3).map {
        LocalDateTime(date: $0, second: 10 * 3600)
    }

    /// When the call arrives, in the menu's zone.
    public func arrival(in zone: TimeZone) -> Date {
        (at ?? Self.usualMorning)?.instant(in: zone) ?? Date(timeIntervalSince1970: 0)
    }

    /// What is known of the call when it arrives.
    public func facts(id: String) -> CallFacts {
        CallFacts(
            id: id, uniqueID: id, channel: "PJSIP/test-\(id)", number: from.map { $0.filter { !" -().".contains($0) } },
            isWithheld: from == nil, name: caller, dialled: called, language: language ?? "", arguments: arguments,
            dice: dice)
    }

    /// Telephones, queues, channel variables and subroutines.
    public func rehearsal(of menu: MenuDocument) -> World {
        var world = World(telephones: telephones(of: menu))
        world.queues = queues.mapValues(\.rehearsal)
        world.channel = channel
        // A subroutine comes back; what it sets is in `channel`.
        world.subroutines = Dictionary(menu.subroutines.map { ($0, [:]) }, uniquingKeysWith: { first, _ in first })
        return world
    }

    /// Telephones by person, and by the numbers and devices of that person, which are asked for their state.
    private func telephones(of menu: MenuDocument) -> [String: World.Telephone] {
        var telephones: [String: World.Telephone] = [:]
        for (name, behaviour) in people {
            let owner = menu.owner(of: name)
            let lines = [owner] + (menu.person(owner)?.lines ?? [])
            for line in lines { telephones[line] = behaviour.rehearsal }
        }
        return telephones
    }

    /// What is switched by hand.
    public var board: RehearsedBoard {
        RehearsedBoard(
            switches: switches.mapValues { HourSwitch(isOpen: $0) },
            notices: notices.map { NoticeSwitch(name: $0, isOn: true) })
    }

    /// What web services reply.
    public var webRules: [RehearsedWeb.Rule] {
        web.map { .init($0.pattern.description, body: $0.body, status: $0.status, takes: $0.takes) }
    }

    /// Records that forget, or refuse.
    public var ledger: MemoryLedger {
        MemoryLedger(
            refusing: recordsBroken ? .notStored("the test breaks the records") : nil, listed: listed,
            callsToday: callsToday)
    }
}

extension CallTest.Telephone {
    var rehearsal: World.Telephone {
        switch self {
        case .answers(let after): .answers(after: after)
        case .busy: .busy
        case .offline: .offline
        case .noAnswer: .noAnswer
        }
    }
}

extension CallTest.Queue {
    var rehearsal: World.Queue {
        switch self {
        case .serves(let waiting, let after):
            World.Queue(waiting: waiting, fate: after.map { .answers(after: $0) } ?? .nobody)
        case .full: World.Queue(fate: .full)
        case .empty: World.Queue(fate: .empty)
        }
    }
}

extension CallerAction {
    /// What a line of a script makes the caller do; nil: he only listens.
    init?(_ action: CallTest.Action) {
        switch action {
        case .press(let keys, let moment): self = .press(keys, When(moment) ?? .prompted)
        case .silence: self = .silence
        case .speak(let time): self = .speak(time)
        case .hangUp(let moment): self = .hangUp(When(moment) ?? .sinceLast(SimulatedPhone.reaction))
        case .hear, .notHear: return nil
        }
    }
}

extension CallerAction.When {
    fileprivate init?(_ moment: CallTest.Moment) {
        switch moment {
        case .whenDue: return nil
        case .now: self = .sinceLast(.zero)
        case .after(let time): self = .sinceLast(time)
        }
    }
}
