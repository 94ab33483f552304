import Foundation

extension Lint {
    func hours() {
        if let place = context.keyPositions["hours"], document.schedule("office") != nil, document.closed == nil {
            warn(.closedMissing, at: place, "there are hours but no \"closed\": say when the line opens again")
        }
        if let closed = document.closed { closedRules(closed) }
        for placed in schedules { weekdays(placed) }
        holidaysStale()
        notices()
    }

    private func closedRules(_ closed: Step) {
        let reached = reachable(from: [closed]).filter { $0 !== document.operatorStep }
        let paths = Set(reached.map(\.path))
        if !context.variables.reads.contains(where: { $0.name == "open.next" && paths.contains($0.path) }) {
            warn(
                .closedSilent, at: place(of: closed),
                "\"closed\" does not say {open.next}; not knowing is worse than waiting")
        }
        for step in reached {
            guard case .menu(let menu)? = step.verb else { continue }
            for choice in menu.choices where ringsOnly(choice.step, seen: []) {
                warn(
                    .nightChoice, at: place(of: choice.step),
                    "this choice is reached when the office is closed and only rings; give it \"otherwise\" or a next step"
                )
            }
        }
    }

    /// Whether a choice ends with a ring that has nothing behind it.
    private func ringsOnly(_ step: Step, seen: Set<ObjectIdentifier>) -> Bool {
        if step.otherwise != nil || step.when != nil || seen.contains(ObjectIdentifier(step)) { return false }
        if seen.count == Self.longestWay { return false }
        let seen = seen.union([ObjectIdentifier(step)])
        switch step.verb {
        case .ring: return true
        case .sequence(let steps): return steps.last.map { ringsOnly($0, seen: seen) } ?? false
        case .go(.operator): return false
        case .go(let destination): return document.step(at: destination).map { ringsOnly($0, seen: seen) } ?? false
        default: return false
        }
    }

    /// `hours-odd`: a weekday without hours between two that have some.
    private func weekdays(_ placed: DecodingContext.PlacedSchedule) {
        var open: Set<Int> = []
        for rule in placed.schedule.rules {
            switch rule.day {
            case .everyDay: return
            case .weekdays(let first, let last):
                guard let from = Weekday.allCases.firstIndex(of: first), let to = Weekday.allCases.firstIndex(of: last)
                else { continue }
                for day in from...(to < from ? to + 7 : to) { open.insert(day % 7) }
            default: break
            }
        }
        guard let first = open.min(), let last = open.max() else { return }
        for day in first...last where !open.contains(day) {
            warn(
                .hoursOdd, at: placed.position,
                "\(Weekday.allCases[day].key) is missing between the days of \"\(placed.schedule.name)\"")
        }
    }

    /// Exact dates run out; one that is two months past is forgotten.
    private func holidaysStale() {
        guard let place = context.keyPositions["holidays"], !document.holidays.isEmpty else { return }
        let today = LocalDateTime(at: now, in: TimeZone(secondsFromGMT: 0) ?? .current).date.dayNumber
        var days: [Int] = []
        for holiday in document.holidays {
            switch holiday.day {
            case .date(let date), .dates(_, let date): days.append(date.dayNumber)
            default: return
            }
        }
        if !days.contains(where: { (today...today + 365).contains($0) }) {
            warn(.holidaysStale, at: place, "no holiday is listed for the next twelve months")
        } else if days.contains(where: { $0 < today - 60 }) {
            warn(.holidaysStale, at: place, "some holidays are more than two months past", as: .info)
        }
    }

    private func notices() {
        let zone = document.timeZone.flatMap { TimeZone(identifier: $0) } ?? TimeZone(secondsFromGMT: 0) ?? .current
        let moment = { (text: String?) in text.flatMap { try? LocalDateTime($0) }?.instant(in: zone) }
        for notice in document.notices where notice.on ?? (notice.from != nil || notice.until != nil) {
            let (from, until) = (moment(notice.from), moment(notice.until))
            if let until, until < now {
                warn(
                    .noticeStale, at: notice.position,
                    "the notice ended at \(notice.until ?? ""); take it out or give it a new \"until\"")
            } else if let from, (until ?? now).timeIntervalSince(from) > Self.longestNotice {
                warn(
                    .noticeStale, at: notice.position,
                    "the notice is on for more than 7 days; what is so for long belongs into the menu's own text")
            }
        }
    }

    /// A notice that is on for longer is none any more, in seconds.
    private static let longestNotice = 7.0 * 86_400
}
