public import Foundation
internal import GRDB

/// A notice that was added at run time, or a notice of a menu file that was switched, as the file has it.
public struct NoticeRow: Sendable, Equatable, Identifiable {
    /// Its id, never used again.
    public let id: Int64
    /// The menu.
    public let menu: String
    /// The notice's name.
    public let name: String
    /// What is heard; nil: what the menu file says.
    public let text: String?
    /// Whether it was switched on.
    public let isOn: Bool
    /// It is off by itself from then on.
    public let until: Date?
    /// When it was first switched.
    public let created: Date
    /// When it was last switched.
    public let updated: Date
    /// The zone of the menu, an IANA name.
    public let timeZone: String
}

extension NoticeRow {
    static func fetch(_ db: Database, menu: String?) throws -> [NoticeRow] {
        let sql = "SELECT * FROM notices WHERE ?1 IS NULL OR menu = ?1 ORDER BY id"
        return try Row.fetchAll(db, sql: sql, arguments: [menu]).map { row in
            NoticeRow(
                id: row["id"], menu: row["menu"], name: row["name"], text: row["text"], isOn: row["is_on"],
                until: try row.momentIfAny("until_at"), created: try row.moment("created_at"),
                updated: try row.moment("updated_at"), timeZone: row["time_zone"])
        }
    }
}

extension RecordsReader {
    /// What is switched about notices, in the order in which it was first made.
    ///
    /// - Parameter menu: only those of one menu; nil: all.
    /// - Throws: `RecordsError.refused`.
    public func notices(menu: String? = nil) throws(RecordsError) -> [NoticeRow] {
        try read { try NoticeRow.fetch($0, menu: menu) }
    }
}
