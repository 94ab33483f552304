import Foundation
import MenuFile

/// Notices: of the file, and made while the program runs (§3.1, §4.1).
extension CallWalk {
    /// What is on and heard at the start by everyone: the file's in its order, then those made at run time. A key ends
    /// a notice, is kept, and passes over the rest.
    func tellNotices() async throws(WalkStop) {
        let own = document.notices.filter { $0.before == nil }
        for notice in own { try await tell(notice) }
        let names = Set(document.notices.map(\.id))
        // A prompt of the staff's: they wrote it in their language, which the caller may not speak.
        let voice = staffBuilder.voice
        for made in services.board.notices(menu: document.fileName)
        where !names.contains(made.name) && made.isOn(at: services.clock.now) {
            guard let say = made.say else { continue }
            steps.note("notices.\(made.name)", "told", services, .notice, .with { $0.names = [made.name] })
            try await speak(Prompt([.speech(say, voice)]), interruptible: true)
        }
    }

    /// What is heard each time that a step is entered.
    func tellNotices(before step: Step) async throws(WalkStop) {
        for notice in document.notices {
            guard let name = notice.before, namedStep(entry: name) === step else { continue }
            try await tell(notice)
        }
    }

    private func tell(_ notice: Notice) async throws(WalkStop) {
        guard isOn(notice) else { return }
        steps.note("notices.\(notice.id)", "told", services, .notice, .with { $0.names = [notice.id] })
        if let say = boardSwitch(notice.id)?.say {
            try await speak(Prompt([.speech(say, staffBuilder.voice)]), interruptible: true)
        } else {
            try await speak(builder.prompt(notice.say), interruptible: true)
        }
    }

    /// Whether a notice of the file is on: as it was switched by hand, else as the file has it.
    func isOn(_ notice: Notice) -> Bool {
        let now = services.clock.now
        if let made = boardSwitch(notice.id) { return made.isOn(at: now) }
        guard notice.on ?? (notice.from != nil || notice.until != nil) else { return false }
        let from = notice.from.flatMap { moment($0) } ?? .distantPast
        let until = notice.until.flatMap { moment($0) } ?? .distantFuture
        return from <= now && now < until
    }

    /// The last switch of that name.
    private func boardSwitch(_ name: String) -> NoticeSwitch? {
        services.board.notices(menu: document.fileName).last { $0.name == name }
    }

    /// A local date and time of the file, in its zone.
    private func moment(_ text: String) -> Date? { (try? LocalDateTime(text))?.instant(in: timeZone) }
}

extension NoticeSwitch {
    /// Whether it is on at a moment: it goes off by itself when its time has come.
    func isOn(at moment: Date) -> Bool { isOn && (until.map { moment < $0 } ?? true) }
}
