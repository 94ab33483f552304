extension Sketch {
    /// A schedule, one line a rule: "Mon–Fri 8:00-17:00".
    func lines(_ schedule: Schedule) -> [String] {
        var lines = schedule.rules.map { "\(words($0.day)): \($0.spans)" }
        let days = document.holidays.count
        guard days > 0 else { return lines }
        let holidays = days == 1 ? "1 holiday" : "\(days) holidays"
        switch schedule.holidays {
        case .closed: lines.append("\(holidays): closed")
        case .ignore: break
        case .spans(let spans): lines.append("\(holidays): \(spans)")
        }
        return lines
    }

    private func words(_ day: DayKey) -> String {
        switch day {
        case .everyDay: return "every day"
        case .weekdays(let first, let last):
            return first == last ? short(first) : "\(short(first))–\(short(last))"
        case .date(let date): return "\(words(date)) \(date.year)"
        case .dates(let first, let last):
            let isOneMonth = (first.year, first.month) == (last.year, last.month)
            let start =
                isOneMonth ? "\(first.day)" : first.year == last.year ? words(first) : "\(words(first)) \(first.year)"
            return "\(start)–\(words(last)) \(last.year)"
        case .yearly(let month, let day): return "\(day) \(Self.months[month - 1])"
        case .easter(0): return "Easter Sunday"
        case .easter(let days): return "Easter \(days > 0 ? "+" : "-")\(abs(days)) days"
        }
    }

    private func words(_ date: CivilDate) -> String { "\(date.day) \(Self.months[date.month - 1])" }

    private func short(_ day: Weekday) -> String { String(day.englishName.prefix(3)) }

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}
