import FakeAsterisk
import FastAGI
import Foundation
import MenuFile
import Rehearsal

/// The world and the caller of a call test, as the fake Asterisk needs them.
extension CallTest {
    /// The call as it comes to the server.
    func incoming(_ menu: String, _ request: RehearsalRequest) -> IncomingCall {
        let items = world.arguments.sorted { $0.key < $1.key }.map {
            "\(Self.encoded($0.key))=\(Self.encoded($0.value))"
        }
        let query = ([request.query] + items).joined(separator: "&")
        return IncomingCall(
            script: "\(Self.encoded(menu))?\(query)", language: world.language ?? "",
            number: world.from.map { $0.filter { !" -().".contains($0) } }, name: world.caller, dialled: world.called)
    }

    private static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}

extension CallTest.World {
    /// Telephones, queues, mailboxes and the dialplan around the call.
    func faked(of menu: MenuDocument, recordings: any RecordingStore) -> FakeAsterisk.World {
        let rehearsal = rehearsal(of: menu)
        var world = FakeAsterisk.World()
        world.telephones = rehearsal.telephones.mapValues { $0.faked(talks: rehearsal.talk) }
        world.otherTelephones = rehearsal.others.faked(talks: rehearsal.talk)
        world.queues = rehearsal.queues.mapValues { $0.faked(talks: rehearsal.talk) }
        world.variables = rehearsal.channel
        world.subroutines = rehearsal.subroutines.mapValues { Subroutine(sets: $0) }
        for mailbox in menu.people.compactMap(\.mailbox) { world.mailboxes[mailbox] = Mailbox() }
        world.recordings = recordings
        return world
    }
}

extension Rehearsal.World.Telephone {
    fileprivate func faked(talks: Duration) -> FakeAsterisk.Telephone {
        switch self {
        case .answers(let after): .answers(after: after, talks: talks)
        case .busy: .busy
        case .offline: .offline
        case .noAnswer: .noAnswer
        }
    }
}

extension Rehearsal.World.Queue {
    fileprivate func faked(talks: Duration) -> CallQueue {
        let hold = holdTime.map { Int($0.components.seconds) }
        switch fate {
        case .answers(let after):
            return CallQueue(waiting: waiting, holdTime: hold, fate: .answers(after: after, talks: talks))
        case .nobody: return CallQueue(waiting: waiting, holdTime: hold, fate: .nobody)
        case .full: return CallQueue(waiting: waiting, holdTime: hold, fate: .full)
        case .empty: return CallQueue(waiting: waiting, holdTime: hold, fate: .empty)
        }
    }
}

extension CallTest {
    /// A line is silent for a moment after it was answered, and who presses a key at once presses it into the first words.
    private static let beforeFirstWords = Duration.milliseconds(600)

    /// What the caller does, in order.
    var acts: [CallerScript.Act] {
        let acts = script.flatMap(\.action.acts)
        let isAtOnce = script.lazy.compactMap(\.action.moment).first.map { $0 != .whenDue } ?? false
        return (isAtOnce ? [.wait(Self.beforeFirstWords)] : []) + acts
    }
}

extension CallTest.Action {
    /// When it takes effect; nil: the caller only listens.
    fileprivate var moment: CallTest.Moment? {
        switch self {
        case .press(_, let moment), .hangUp(let moment): moment
        case .silence, .speak: .whenDue
        case .hear, .notHear: nil
        }
    }

    /// What the caller does; nothing where he only listens.
    fileprivate var acts: [CallerScript.Act] {
        switch self {
        case .press(let keys, let moment):
            let keys = keys.compactMap { DTMFKey($0) }
            return moment.wait + [.press(keys, moment.isDue ? .asked : .now)]
        case .silence: return [.silence]
        case .speak(let time): return [.speak(time)]
        case .hangUp(let moment): return moment.wait + [.hangUp(moment.isDue ? .asked : .now)]
        case .hear, .notHear: return []
        }
    }
}

extension CallTest.Moment {
    fileprivate var isDue: Bool { self == .whenDue }

    /// "At 5" counts from when the last action took effect.
    fileprivate var wait: [CallerScript.Act] {
        if case .after(let time) = self { [.wait(time)] } else { [] }
    }
}
