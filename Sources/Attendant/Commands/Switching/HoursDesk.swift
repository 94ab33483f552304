public import Foundation
import MenuFile
import Records

/// `attendant hours`: whether a schedule is open, when it opens next and why; and its switch, which a running server
/// sees within two seconds.
public struct HoursDesk {
    private let configuration: Configuration
    private let now: @Sendable () -> Date
    private let warn: @Sendable (String) -> Void

    /// - Parameters:
    ///   - now: the calendar's time.
    ///   - warn: told that a menu file has errors which do not keep it from being switched.
    public init(
        _ configuration: Configuration, now: @escaping @Sendable () -> Date = { Date() },
        warn: @escaping @Sendable (String) -> Void = { _ in }
    ) {
        self.configuration = configuration
        self.now = now
        self.warn = warn
    }

    /// What a menu file says of a moment. Needs no database: switches do not count.
    ///
    /// - Parameters:
    ///   - file: a menu file, or the name of a menu.
    ///   - at: the moment as it is written; nil: now.
    ///   - schedule: nil: `office`, or the only one.
    /// - Returns: one line, or a JSON object: schedule, at, open, next, why.
    /// - Throws: `StartError`.
    public func answer(
        _ file: String, at text: String?, schedule: String?, json: Bool
    ) throws(StartError) -> String {
        let menu = try NamedMenu(file, configuration)
        let schedule = try menu.schedule(schedule)
        let moment = SpokenMoment(zone: menu.zone, now: now())
        let date = try text.map { text throws(StartError) in try moment.at(text) } ?? now()
        let answer = Answer(menu, schedule, date, switched: nil)
        return json ? JSONText.of(answer) : "\(answer.schedule) is \(answer.words)"
    }

    /// What counts now, switches included.
    ///
    /// - Parameter schedule: only this one; nil: all of the file.
    /// - Returns: a table, or a JSON array of objects: schedule, at, open, next, why, switched.
    /// - Throws: `StartError`.
    public func show(_ menu: String, schedule: String?, json: Bool) throws(StartError) -> String {
        let menu = try NamedMenu(menu, configuration)
        let first = try menu.schedule(schedule ?? menu.document.schedules.first?.name)
        let rows: [HourSwitchRow]
        do throws(RecordsError) {
            rows = try RecordsReader(file: Opening.database(configuration)).hourSwitches(menu: menu.name)
        } catch {
            throw .records("\(error)")
        }
        let date = now()
        let answers = (schedule == nil ? menu.document.schedules : [first]).map { schedule in
            Answer(menu, schedule, date, switched: rows.first { $0.schedule == schedule.name && $0.counts(date) })
        }
        if json { return JSONText.of(answers.map(Answer.Shown.init)) }
        return answers.map { "\($0.schedule): \($0.words)" }.joined(separator: "\n")
    }

    /// Switches a schedule open or closed.
    ///
    /// - Parameter until: as people write it; nil: until `release`.
    /// - Returns: one line.
    /// - Throws: `StartError`.
    public func turn(
        _ menu: String, open isOpen: Bool, schedule: String?, until: String?
    ) throws(StartError) -> String {
        let menu = try NamedMenu(menu, configuration, inNeed: true)
        let schedule = try menu.scheduleName(schedule)
        let moment = SpokenMoment(zone: menu.zone, now: now())
        let end = try until.map { text throws(StartError) in try moment.until(text) }
        try write { writer throws(RecordsError) in
            try writer.switchHours(
                schedule, menu: menu.name, isOpen: isOpen, until: end, timeZone: menu.zone.identifier)
        }
        if let warning = menu.warning { warn(warning) }
        let back = "attendant hours auto \(menu.name)" + (schedule == "office" ? "" : " --schedule \(schedule)")
        let tail = end.map { "until \(moment.shown($0))" } ?? "until you say: \(back)"
        return "\(menu.name): \(schedule) is switched \(isOpen ? "open" : "closed") \(tail)"
    }

    /// Lets the menu file's hours count again.
    ///
    /// - Returns: one line.
    /// - Throws: `StartError`.
    public func release(_ menu: String, schedule: String?) throws(StartError) -> String {
        let menu = try NamedMenu(menu, configuration, inNeed: true)
        let schedule = try menu.scheduleName(schedule)
        let wasSwitched = try write { writer throws(RecordsError) in
            try writer.releaseHours(schedule, menu: menu.name)
        }
        if let warning = menu.warning { warn(warning) }
        let words = menu.document.schedule(schedule).map { ": " + Answer(menu, $0, now(), switched: nil).words } ?? ""
        return "\(menu.name): \(schedule) \(wasSwitched ? "goes" : "went already") by the file\(words)"
    }

    private func write<Value>(_ body: (SwitchWriter) throws(RecordsError) -> Value) throws(StartError) -> Value {
        do throws(RecordsError) {
            return try body(try SwitchWriter(file: Opening.database(configuration), now: now))
        } catch {
            throw .records("\(error)")
        }
    }
}

extension HourSwitchRow {
    /// Whether it has not run out.
    fileprivate func counts(_ now: Date) -> Bool { until.map { $0 > now } ?? true }
}
