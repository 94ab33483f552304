/// What decides about one day: its spans, and the reason.
struct DayRuling: Sendable {
    /// When the day is open.
    let spans: DaySpans
    /// Why: "Tuesday is 8:00-17:00", "2026-12-25 is a holiday (Christmas Day)".
    let reason: String
}

extension Schedule {
    /// What decides about a day. One level decides it whole (§3.5); within a level the narrowest key wins, and of
    /// two that are equally narrow the first in the file (part 10).
    func ruling(on date: CivilDate, holidays: [Holiday]) -> DayRuling {
        if let rule = rule(on: date, level: .exact) {
            let subject = if case .dates(let first, let last) = rule.day { "\(first)..\(last)" } else { "\(date)" }
            return DayRuling(spans: rule.spans, reason: "\(subject) is \(rule.spans)")
        }
        if let rule = rule(on: date, level: .yearly) {
            return DayRuling(spans: rule.spans, reason: "\(date) is \(rule.spans)")
        }
        if let holiday = holidays.holiday(on: date), let ruling = ruling(on: date, holiday: holiday) { return ruling }
        guard let rule = rule(on: date, level: .weekly) else {
            return DayRuling(spans: .closed, reason: "\(date.weekday.englishName) has no hours")
        }
        return DayRuling(spans: rule.spans, reason: "\(date.weekday.englishName) is \(rule.spans)")
    }

    private func ruling(on date: CivilDate, holiday: Holiday) -> DayRuling? {
        let reason = "\(date) is a holiday (\(holiday.name))"
        switch holidays {
        case .ignore: return nil
        case .closed: return DayRuling(spans: .closed, reason: reason)
        case .spans(let spans): return DayRuling(spans: spans, reason: reason + " with hours \(spans)")
        }
    }

    private func rule(on date: CivilDate, level: DayKey.Level) -> ScheduleRule? {
        narrowest(rules, by: \.day) { $0.level == level && $0.contains(date) }
    }
}

extension [Holiday] {
    /// The holiday that falls on a day, the narrowest when there are several.
    func holiday(on date: CivilDate) -> Holiday? { narrowest(self, by: \.day) { $0.contains(date) } }
}

/// The element with the narrowest key among those that hold; the first of equals.
private func narrowest<Element>(
    _ elements: [Element], by key: KeyPath<Element, DayKey>, where holds: (DayKey) -> Bool
) -> Element? {
    elements.filter { holds($0[keyPath: key]) }.min { $0[keyPath: key].width < $1[keyPath: key].width }
}
