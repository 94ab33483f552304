internal import GRDB
internal import MenuFile
internal import Reception

/// What the tables `notices` and `switches` hold, as calls ask for it.
struct SwitchTables: Sendable, Equatable {
    /// By menu, in the order in which they were made.
    private(set) var notices: [String: [NoticeSwitch]] = [:]
    /// By menu and schedule.
    private(set) var switches: [String: [String: HourSwitch]] = [:]

    /// Nothing is switched.
    init() {}

    /// What the file holds now.
    init(_ db: Database) throws {
        for row in try NoticeRow.fetch(db, menu: nil) {
            notices[row.menu, default: []].append(
                NoticeSwitch(name: row.name, say: row.text, isOn: row.isOn, until: row.until))
        }
        for row in try HourSwitchRow.fetch(db, menu: nil) {
            switches[row.menu, default: [:]][row.schedule] = HourSwitch(isOpen: row.isOpen, until: row.until)
        }
    }
}
