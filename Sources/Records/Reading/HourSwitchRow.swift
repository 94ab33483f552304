public import Foundation
internal import GRDB

/// A schedule that was switched by hand, as the file has it.
public struct HourSwitchRow: Sendable, Equatable {
    /// The menu.
    public let menu: String
    /// The schedule.
    public let schedule: String
    /// Whether it was switched open, or closed.
    public let isOpen: Bool
    /// The menu file's hours count again from then on; nil: until it is switched back.
    public let until: Date?
    /// When it was switched.
    public let created: Date
    /// The zone of the menu, an IANA name.
    public let timeZone: String
}

extension HourSwitchRow {
    static func fetch(_ db: Database, menu: String?) throws -> [HourSwitchRow] {
        let sql = "SELECT * FROM switches WHERE ?1 IS NULL OR menu = ?1 ORDER BY menu, schedule"
        return try Row.fetchAll(db, sql: sql, arguments: [menu]).map { row in
            HourSwitchRow(
                menu: row["menu"], schedule: row["schedule"], isOpen: row["is_open"],
                until: try row.momentIfAny("until_at"), created: try row.moment("created_at"),
                timeZone: row["time_zone"])
        }
    }
}

extension RecordsReader {
    /// The schedules that are switched by hand, also those whose switch has run out.
    ///
    /// - Parameter menu: only those of one menu; nil: all.
    /// - Throws: `RecordsError.refused`.
    public func hourSwitches(menu: String? = nil) throws(RecordsError) -> [HourSwitchRow] {
        try read { try HourSwitchRow.fetch($0, menu: menu) }
    }
}
