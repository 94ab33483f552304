extension LanguagePack {
    /// The names of days and the ways they are put into a sentence.
    struct Calendar: Sendable {
        let file: PackFile.Calendar
        let date: Template
        let onDate: Template
        let moment: Template
        let deadline: Template
        let untilDay: Template

        init(_ file: PackFile.Calendar, _ reader: PackReader) throws(LanguagePackError) {
            let lists = [
                (file.weekdays, "weekdays", 7), (file.onWeekdays, "on-weekdays", 7), (file.months, "months", 12),
                (file.days, "days", 31), (file.onDays ?? file.days, "on-days", 31),
            ]
            for (list, name, count) in lists { _ = try reader.list(list, "calendar.\(name)", count: count) }
            self.file = file
            let parts: Set = ["weekday", "day", "month"]
            date = try reader.template(file.date, at: "calendar.date", allowing: parts)
            onDate = try reader.template(file.onDate, at: "calendar.on-date", allowing: parts)
            moment = try reader.template(file.moment, at: "calendar.moment", allowing: ["day", "at"])
            deadline = try reader.template(file.deadline, at: "calendar.deadline", allowing: ["day", "by"])
            untilDay = try reader.template(
                file.untilDay, at: "calendar.until-day", allowing: ["day", "until", "at"])
        }
    }

    /// A date by itself: "Thursday, 5 March".
    public func spokenDate(_ date: CivilDate) -> String {
        calendar.date.filled([
            "weekday": file.calendar.weekdays[date.weekday.rawValue], "day": file.calendar.days[date.day - 1],
            "month": file.calendar.months[date.month - 1],
        ])
    }

    /// When a day is, seen from today: "today", "tomorrow", "on Monday" for the next six days, else the weekday with
    /// the date, "on Monday, 5 March".
    public func spokenDay(_ date: CivilDate, today: CivilDate) -> String {
        switch date.dayNumber - today.dayNumber {
        case 0: file.calendar.today
        case 1: file.calendar.tomorrow
        case 2...6: file.calendar.onWeekdays[date.weekday.rawValue]
        default:
            calendar.onDate.filled([
                "weekday": file.calendar.onWeekdays[date.weekday.rawValue],
                "day": (file.calendar.onDays ?? file.calendar.days)[date.day - 1],
                "month": file.calendar.months[date.month - 1],
            ])
        }
    }

    /// A day and time, as `{open.next}` says them: "on Monday at 8", "today at 13".
    public func spokenMoment(_ moment: LocalDateTime, today: CivilDate) -> String {
        calendar.moment.filled([
            "day": spokenDay(moment.date, today: today), "at": clock.at.text(moment.hour, moment.minute),
        ])
    }

    /// The latest day and time, as `{callback.when}` says them: "today by 17".
    public func spokenDeadline(_ moment: LocalDateTime, today: CivilDate) -> String {
        calendar.deadline.filled([
            "day": spokenDay(moment.date, today: today), "by": clock.by.text(moment.hour, moment.minute),
        ])
    }

    /// What follows the word "until", as `{open.until}` says it: the time, and the day when it is not today. A
    /// midnight that ends today is its 24 o'clock and needs no day.
    public func spokenUntil(_ moment: LocalDateTime, today: CivilDate) -> String {
        let until = clock.until.text(moment.hour, moment.minute)
        let endsToday = moment.date == today || (moment.second == 0 && moment.date == today.adding(days: 1))
        if endsToday { return until }
        return calendar.untilDay.filled([
            "day": spokenDay(moment.date, today: today), "until": until,
            "at": clock.at.text(moment.hour, moment.minute),
        ])
    }

    /// From one moment to another, as people read it on any later day: "Wednesday, 4 March, 08:00–10:00"; over several
    /// days each with its own, "Tuesday, 3 March, 15:50 – Wednesday, 4 March, 10:00". A midnight that ends the first day
    /// is its 24:00.
    public func writtenSpan(from start: LocalDateTime, to end: LocalDateTime) -> String {
        let first = "\(writtenDate(start.date)), \(start.clockText)"
        if end.date == start.date { return "\(first)–\(end.clockText)" }
        if end.second == 0, end.date == start.date.adding(days: 1) { return "\(first)–24:00" }
        return "\(first) – \(writtenDate(end.date)), \(end.clockText)"
    }

    /// As it is spoken, where days are figures there: "Wednesday, 4 March"; else "Mittwoch, 2026-03-04", for nobody writes
    /// "der vierte März".
    private func writtenDate(_ date: CivilDate) -> String {
        let spoken = spokenDate(date)
        return spoken.contains(where: \.isNumber)
            ? spoken : "\(file.calendar.weekdays[date.weekday.rawValue]), \(date)"
    }
}

extension LocalDateTime {
    /// "08:05".
    fileprivate var clockText: String {
        [hour, minute].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    }
}
