public import Foundation
internal import GRDB

/// Switches notices and hours in the file of records, for commands: beside a running server, which sees it within two
/// seconds, or without one. Every call blocks, and is on disk when it returns.
public struct SwitchWriter: Sendable {
    private let queue: DatabaseQueue
    private let now: @Sendable () -> Date

    /// Opens the file.
    ///
    /// - Parameters:
    ///   - file: its path; it is made when the server has not done so yet, in a folder that must be there.
    ///   - now: the calendar's time.
    /// - Throws: `RecordsError`: `cannotOpen` (also without a folder, or when it waits for a migration), `damaged`,
    ///   `foreign`, `newer`.
    public init(
        file: String, limits: RecordsLimits = RecordsLimits(), now: @escaping @Sendable () -> Date = { Date() }
    ) throws(RecordsError) {
        queue = try RecordsFile.openToSwitch(file, limits: limits)
        self.now = now
    }

    /// Makes a notice that is not in the menu file, or gives it new words, and switches it on.
    ///
    /// - Parameters:
    ///   - name: its name; nil: the first of notice-1, notice-2… that is free.
    ///   - taken: the names of the file's own notices.
    ///   - text: what callers hear, as it stands.
    ///   - until: it is off by itself from then on.
    ///   - timeZone: the zone of the menu, an IANA name.
    /// - Returns: the row.
    /// - Throws: `RecordsError.refused`.
    public func addNotice(
        _ text: String, named name: String?, menu: String, taken: Set<String> = [], until: Date?, timeZone: String
    ) throws(RecordsError) -> NoticeRow {
        try write { db in
            let name = try name ?? Self.freeName(db, menu, taken)
            return try self.put(
                db, Change(menu: menu, name: name, text: text, isOn: true, until: until, timeZone: timeZone))
        }
    }

    /// Switches a notice of the file, or one that was added, on or off; whether there is one by that name is the
    /// caller's business.
    ///
    /// - Returns: the row.
    /// - Throws: `RecordsError.refused`.
    public func switchNotice(
        _ name: String, menu: String, isOn: Bool, until: Date? = nil, timeZone: String
    ) throws(RecordsError) -> NoticeRow {
        try write { db in
            try self.put(db, Change(menu: menu, name: name, text: nil, isOn: isOn, until: until, timeZone: timeZone))
        }
    }

    /// Forgets a notice that was added, or what was switched about one of the file.
    ///
    /// - Returns: whether there was anything to forget.
    /// - Throws: `RecordsError.refused`.
    public func removeNotice(_ name: String, menu: String) throws(RecordsError) -> Bool {
        try write { db in
            try db.execute(sql: "DELETE FROM notices WHERE menu = ? AND name = ?", arguments: [menu, name])
            return db.changesCount > 0
        }
    }

    /// Switches a schedule open or closed.
    ///
    /// - Parameter until: the file's hours count again from then on; nil: until `releaseHours`.
    /// - Throws: `RecordsError.refused`.
    public func switchHours(
        _ schedule: String, menu: String, isOpen: Bool, until: Date?, timeZone: String
    ) throws(RecordsError) {
        let at = Timestamp.text(now())
        try write { db in
            try db.execute(
                sql: """
                    INSERT OR REPLACE INTO switches (menu, schedule, is_open, until_at, created_at, time_zone)
                    VALUES (?, ?, ?, ?, ?, ?)
                    """, arguments: [menu, schedule, isOpen, until.map(Timestamp.text), at, timeZone])
        }
    }

    /// Lets the file's hours count again.
    ///
    /// - Returns: whether they were switched.
    /// - Throws: `RecordsError.refused`.
    public func releaseHours(_ schedule: String, menu: String) throws(RecordsError) -> Bool {
        try write { db in
            try db.execute(sql: "DELETE FROM switches WHERE menu = ? AND schedule = ?", arguments: [menu, schedule])
            return db.changesCount > 0
        }
    }

    /// What is switched, for whoever has opened the file to switch.
    public var reader: RecordsReader { RecordsReader { [queue] in queue } }

    private struct Change {
        let menu: String
        let name: String
        let text: String?
        let isOn: Bool
        let until: Date?
        let timeZone: String
    }

    private func put(_ db: Database, _ change: Change) throws -> NoticeRow {
        let at = Timestamp.text(now())
        try db.execute(
            sql: """
                INSERT INTO notices (menu, name, text, is_on, until_at, created_at, updated_at, time_zone)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (menu, name) DO UPDATE SET text = coalesce(excluded.text, text), is_on = excluded.is_on,
                until_at = excluded.until_at, updated_at = excluded.updated_at, time_zone = excluded.time_zone
                """,
            arguments: [
                change.menu, change.name, change.text, change.isOn, change.until.map(Timestamp.text), at, at,
                change.timeZone,
            ])
        guard let row = try NoticeRow.fetch(db, menu: change.menu).first(where: { $0.name == change.name }) else {
            throw RecordsError.noRow(table: "notices", id: change.name)
        }
        return row
    }

    private static func freeName(_ db: Database, _ menu: String, _ taken: Set<String>) throws -> String {
        let known = taken.union(try NoticeRow.fetch(db, menu: menu).map(\.name))
        var number = 1
        while known.contains("notice-\(number)") { number += 1 }
        return "notice-\(number)"
    }

    private func write<Value>(_ body: (Database) throws -> Value) throws(RecordsError) -> Value {
        try RecordsReader.translated { try queue.write(body) }
    }
}
