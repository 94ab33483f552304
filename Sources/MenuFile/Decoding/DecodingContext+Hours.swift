extension DecodingContext {
    /// A schedule with the key that it is told at.
    struct PlacedSchedule {
        let schedule: Schedule
        let position: Position
        /// Whether a part of it could not be read; then nothing is said about when it is open.
        let isBroken: Bool
    }

    func schedules(_ reader: ObjectReader) -> [PlacedSchedule] {
        guard let member = reader.member("hours") else { return [] }
        guard let entries = Self.entries(member.value) else {
            reader.wrongType("hours", member.value)
            return []
        }
        guard Self.areSchedules(entries) else {
            return [schedule("office", entries, at: member.keyPosition)]
        }
        return entries.map { entry in
            checkName(entry)
            return schedule(entry.key, Self.entries(entry.value) ?? [], at: entry.keyPosition)
        }
    }

    private func schedule(_ name: String, _ entries: [JSONMember], at position: Position) -> PlacedSchedule {
        let before = errorCount
        var rules: [ScheduleRule] = []
        var holidays = HolidayRule.closed
        for entry in entries {
            guard case .string(let string) = entry.value.content else {
                reportNoHours(entry)
                continue
            }
            if entry.key == "holidays" {
                refuse(.dayKeys, at: entry.keyPosition, "the day \"holidays\"")
                holidays =
                    readHours(at: entry.value.position) { () throws(HoursError) in try HolidayRule(string) } ?? .closed
            } else if let day = day(entry), let spans = spans(string, at: entry.value.position) {
                checkOdd(spans, at: entry.value.position)
                rules.append(ScheduleRule(day: day, spans: spans))
            }
        }
        let schedule = Schedule(name: name, rules: rules, holidays: holidays)
        return PlacedSchedule(schedule: schedule, position: position, isBroken: errorCount > before)
    }

    /// Tells of a day without hours. Where the key is no day either, that is the fault (part 10).
    private func reportNoHours(_ entry: JSONMember) {
        guard entry.key == "holidays" || day(entry) != nil else { return }
        report(
            .wrongType, at: entry.value.position,
            "a day needs hours such as \"8:00-17:00\", not \(entry.value.kindName)")
    }

    /// `hours-odd`: hours that are allowed but look like a slip.
    private func checkOdd(_ day: DaySpans, at position: Position) {
        let spans = day.spans
        if let span = spans.first(where: { $0.end - $0.start < 15 }) {
            report(.hoursOdd, at: position, "\(span) is open for less than 15 minutes")
        } else if let span = spans.first(where: { $0.end > 1440 && $0.start - ($0.end - 1440) < 360 }) {
            report(.hoursOdd, at: position, "\(span) ends on the next day; is the afternoon meant?")
        } else if zip(spans.sorted { $0.start < $1.start }, spans.sorted { $0.start < $1.start }.dropFirst())
            .contains(where: { $0.end > $1.start })
        {
            report(.hoursOdd, at: position, "some of these hours overlap")
        }
    }

    private func spans(_ string: String, at position: Position) -> DaySpans? {
        readHours(at: position) { () throws(HoursError) in try DaySpans(string) }
    }

    private func day(_ entry: JSONMember) -> DayKey? {
        guard let day = readHours(at: entry.keyPosition, { () throws(HoursError) in try DayKey(entry.key) }) else {
            return nil
        }
        switch day {
        case .everyDay, .weekdays, .date: break
        case .dates, .yearly, .easter: refuse(.dayKeys, at: entry.keyPosition, "the day \(Self.quoted(entry.key))")
        }
        return day
    }

    /// Reads a part of the hours; a fault is told at `position`.
    private func readHours<Value>(at position: Position, _ read: () throws(HoursError) -> Value) -> Value? {
        do throws(HoursError) {
            return try read()
        } catch {
            switch error {
            case .badKey(let text): reportBadDay(text, error, at: position)
            case .badDate: report(.badDate, at: position, Self.cleaned(error.description))
            case .badTime: report(.badTime, at: position, Self.cleaned(error.description))
            }
            return nil
        }
    }

    private func reportBadDay(_ text: String, _ error: HoursError, at position: Position) {
        let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
        var fix = Suggestion.nearest(to: text, among: days + ["every day", "holidays", "easter"])
        let ends = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        if fix == nil, ends.count == 2 {
            let meant = ends.compactMap { end in
                days.contains(end) ? end : days.first { end.hasPrefix($0) } ?? Suggestion.nearest(to: end, among: days)
            }
            fix = meant.count == 2 ? meant.joined(separator: "-") : nil
        }
        fix = fix ?? days.first { text.lowercased().hasPrefix($0) }
        let hint = fix.map { "; did you mean \(Self.quoted($0))?" } ?? ""
        report(.badKey, at: position, Self.cleaned(error.description) + hint, fix: fix)
    }

    func holidays(_ reader: ObjectReader) -> [Holiday] {
        let refused = reader.refuse("holidays")
        return inside(refused: refused) {
            entries(reader, "holidays").compactMap { entry in
                guard case .string(let name) = entry.value.content else {
                    report(
                        .wrongType, at: entry.value.position,
                        "the name of a holiday needs a string, not \(entry.value.kindName)")
                    return nil
                }
                guard let day = day(entry) else { return nil }
                if !day.isDate {
                    report(
                        .badKey, at: entry.keyPosition, "\(Self.quoted(entry.key)) is no date: a weekday is no holiday")
                    return nil
                }
                return Holiday(day: day, name: name)
            }
        }
    }
}
