import Foundation
import MenuFile

/// Conditions (§3.6), looked at when the step is reached.
extension CallWalk {
    /// Whether a condition holds, and why, for the call's rows.
    struct Verdict {
        let holds: Bool
        let why: String
    }

    func judge(_ condition: Condition) -> Verdict {
        switch condition {
        case .open(let schedule):
            let state = hours(schedule)
            if state?.isOpen == false { lastClosed = schedule ?? "office" }
            return Verdict(holds: state?.isOpen ?? false, why: state?.why ?? "no such schedule")
        case .closed(let schedule):
            let state = hours(schedule)
            return Verdict(holds: !(state?.isOpen ?? true), why: state?.why ?? "no such schedule")
        case .not(let inner):
            let verdict = judge(inner)
            return Verdict(holds: !verdict.holds, why: verdict.why)
        case .all(let list):
            let failing = list.lazy.map { self.judge($0) }.first { !$0.holds }
            return failing ?? Verdict(holds: true, why: "all hold")
        case .any(let list):
            let holding = list.lazy.map { self.judge($0) }.first { $0.holds }
            return holding ?? Verdict(holds: false, why: "none holds")
        default: return judgeCall(condition)
        }
    }

    /// Conditions that look at the call and not at the clock.
    private func judgeCall(_ condition: Condition) -> Verdict {
        switch condition {
        case .anonymous: said(callerNumber == nil, "the number is withheld", "the number is known")
        case .caller(let lists, let patterns):
            said(
                lists.contains { isOn(list: $0) } || matches(callerGiven, patterns), "the caller is one of these",
                "the caller is none of these")
        case .called(let patterns):
            said(matches(calledGiven, patterns), "one of these was called", "none of these was called")
        case .language(let tags):
            said(tags.contains(language), "the call speaks \(language)", "the call speaks \(language)")
        case .notice(let name):
            said(document.notices.contains { $0.id == name && isOn($0) }, "\(name) is on", "\(name) is off")
        case .callsToday(let comparison):
            said(comparison.holds(Double(earlierToday)), "called \(earlierToday) times", "called \(earlierToday) times")
        case .share(let share): said(Double(dice) < share, "the call's share", "not the call's share")
        case .variable(let name, let test): said(holds(name, test), "{\(name)} is so", "{\(name)} is not so")
        case .holiday:
            holiday.map { Verdict(holds: true, why: "today is \($0)") } ?? Verdict(holds: false, why: "no holiday")
        case .open, .closed, .not, .all, .any: judge(condition)
        }
    }

    private func said(_ holds: Bool, _ why: String, _ whyNot: String) -> Verdict {
        Verdict(holds: holds, why: holds ? why : whyNot)
    }

    /// What is asked of a variable. A value never stands in the reason, which goes into rows.
    private func holds(_ name: String, _ test: Condition.VariableTest) -> Bool {
        let value = self.value(name)?.text ?? ""
        return switch test {
        case .present: !value.isEmpty
        case .missing: value.isEmpty
        case .values(let values): values.contains(value)
        case .notValue(let other): value != other
        case .compares(let comparison): PlainNumber(value).map { comparison.holds($0.value) } ?? false
        }
    }

    /// A number from 0 to 99 that a call keeps: FNV-1a of its id.
    var dice: Int {
        if let dice = facts.dice { return dice }
        let hash = facts.id.utf8.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        // The lower half of FNV's bits is its weaker one.
        return Int((hash >> 32 ^ hash) % 100)
    }
}

/// Schedules, as they are now.
extension CallWalk {
    /// A schedule with its holidays and what was switched by hand; `nil` asks for `office`. Nil when the file has none
    /// such.
    func officeHours(_ name: String?) -> OfficeHours? {
        let name = name ?? "office"
        guard let schedule = document.schedule(name) else { return nil }
        return OfficeHours(
            schedule: schedule, holidays: document.holidays, timeZone: timeZone,
            switch: services.board.hourSwitch(menu: document.fileName, schedule: name))
    }

    /// The state of a schedule now; `nil` asks for `office`. Nil when the file has no such schedule.
    func hours(_ name: String?) -> HoursState? { officeHours(name)?.state(at: services.clock.now) }

    /// Whether the schedule is open now. A file without it is always open.
    func isOpen(schedule: String?) -> Bool { officeHours(schedule)?.isOpen(at: services.clock.now) ?? true }

    /// The name of today's holiday.
    var holiday: String? {
        let nothing = Schedule(name: "", rules: [])
        return OfficeHours(
            schedule: nothing, holidays: document.holidays, timeZone: timeZone
        ).holiday(at: services.clock.now)
    }

    /// The zone of the file, else the server's, else UTC.
    var timeZone: TimeZone {
        TimeZone(identifier: document.timeZone ?? house.timeZone) ?? TimeZone(secondsFromGMT: 0) ?? .current
    }
}

extension Condition.Comparison {
    /// Whether a number compares so. Nothing compares with what is no number.
    func holds(_ value: Double) -> Bool {
        switch sign {
        case "<": value < number
        case "<=": value <= number
        case ">": value > number
        case ">=": value >= number
        default: value == number
        }
    }
}
