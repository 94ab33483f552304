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
        case .holiday, .anonymous, .caller, .called, .language, .notice, .callsToday, .share, .variable:
            // The decoder refuses these in this release; a document cannot hold them.
            return Verdict(holds: false, why: "not known to this release")
        }
    }

    /// The state of a schedule now; `nil` asks for `office`. Nil when the file has no such schedule.
    func hours(_ name: String?) -> HoursState? {
        guard let schedule = document.schedule(name ?? "office") else { return nil }
        return OfficeHours(
            schedule: schedule, holidays: document.holidays, timeZone: timeZone
        ).state(at: services.clock.now)
    }

    /// Whether the schedule is open now. A file without it is always open.
    func isOpen(schedule: String?) -> Bool { hours(schedule)?.isOpen ?? true }

    /// The zone of the file, else the server's, else UTC.
    var timeZone: TimeZone {
        TimeZone(identifier: document.timeZone ?? house.timeZone) ?? TimeZone(secondsFromGMT: 0) ?? .current
    }
}
