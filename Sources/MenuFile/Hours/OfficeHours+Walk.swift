import Foundation

extension OfficeHours {
    /// Whether it is open at an instant.
    func isOpen(at instant: Int) -> Bool {
        if let hourSwitch = activeSwitch(at: instant) { return hourSwitch.isOpen }
        let wall = clock.wall(at: instant)
        return isOpen(day: wall.date.dayNumber, second: wall.second)
    }

    /// The first instant after this one at which open and closed change places; nil: none within the horizon.
    func nextChange(after instant: Int) -> Int? {
        guard let hourSwitch = activeSwitch(at: instant) else {
            return nextScheduledChange(after: instant, from: isOpen(at: instant))
        }
        guard let until = hourSwitch.until else { return nil }
        // The switch ends in the second that its time falls into, so that the schedule counts from there on.
        let end = ZoneClock.seconds(of: Date(timeIntervalSince1970: until.timeIntervalSince1970.rounded(.up)))
        if isOpen(at: end) != hourSwitch.isOpen { return end }
        return nextScheduledChange(after: end, from: hourSwitch.isOpen)
    }

    /// Why it is as it is.
    func reason(at instant: Int) -> String {
        if let hourSwitch = activeSwitch(at: instant) {
            let end = hourSwitch.until.map { " until \(LocalDateTime(at: $0, in: timeZone))" } ?? ""
            return "it was switched " + (hourSwitch.isOpen ? "open" : "closed") + end
        }
        let wall = clock.wall(at: instant)
        let today = schedule.ruling(on: wall.date, holidays: holidays)
        if today.spans.contains(minute: wall.second / 60) { return today.reason }
        let yesterday = schedule.ruling(on: wall.date.adding(days: -1), holidays: holidays)
        return yesterday.spans.contains(minute: wall.second / 60 + 1440) ? yesterday.reason : today.reason
    }

    private var clock: ZoneClock { ZoneClock(timeZone) }

    private func activeSwitch(at instant: Int) -> HourSwitch? {
        guard let hourSwitch else { return nil }
        guard let until = hourSwitch.until else { return hourSwitch }
        return Double(instant) < until.timeIntervalSince1970 ? hourSwitch : nil
    }

    /// Walks the stretches of one offset: inside one, wall clock and instants run alike.
    private func nextScheduledChange(after instant: Int, from isOpen: Bool) -> Int? {
        let limit = instant + Self.horizon * 86_400
        var start = instant
        while start < limit {
            let offset = clock.offset(at: start)
            let end = clock.endOfOffset(after: start, limit: limit)
            if let wall = nextWallChange(after: start + offset, before: end + offset, from: isOpen) {
                return wall - offset
            }
            if end < limit, self.isOpen(at: end) != isOpen { return end }
            start = end
        }
        return nil
    }

    /// The first wall time after one and before another at which the schedule is other than `isOpen`.
    private func nextWallChange(after wall: Int, before end: Int, from isOpen: Bool) -> Int? {
        let (firstDay, _) = ZoneClock.split(wall: wall)
        let (lastDay, _) = ZoneClock.split(wall: end)
        var yesterday = spans(on: firstDay - 1)
        for day in firstDay...lastDay {
            let today = spans(on: day)
            let change = boundaries(today: today, yesterday: yesterday).first { minute in
                let time = day * 86_400 + minute * 60
                return time > wall && time < end
                    && (today.contains(minute: minute) || yesterday.contains(minute: minute + 1440)) != isOpen
            }
            if let change { return day * 86_400 + change * 60 }
            yesterday = today
        }
        return nil
    }

    /// The minutes of a day at which its state can change, ascending.
    private func boundaries(today: DaySpans, yesterday: DaySpans) -> [Int] {
        let starts = today.spans.flatMap { [$0.start, $0.end] }.filter { $0 < 1440 }
        let tails = yesterday.spans.map { $0.end - 1440 }.filter { $0 > 0 }
        return ([0] + starts + tails).sorted()
    }

    private func isOpen(day: Int, second: Int) -> Bool {
        spans(on: day).contains(minute: second / 60) || spans(on: day - 1).contains(minute: second / 60 + 1440)
    }

    private func spans(on day: Int) -> DaySpans {
        schedule.ruling(on: CivilDate(dayNumber: day), holidays: holidays).spans
    }
}
