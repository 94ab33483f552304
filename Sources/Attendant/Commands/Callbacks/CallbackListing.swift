public import Foundation
import Records

/// `attendant callbacks list`, `show`, `export`, `ical`, `stats`: what stands on the desk. Reads only, also beside a
/// running server.
public struct CallbackListing {
    private let records: RecordsView
    private let now: Date

    /// How rows are printed.
    public enum Form: Sendable {
        /// A table; late ones in colour where the terminal has any.
        case table(inColour: Bool)
        /// A JSON array.
        case json
        /// RFC 4180, for spreadsheets.
        case csv
    }

    /// Opens the database of a configuration for reading.
    ///
    /// - Parameter now: what is late by now.
    /// - Throws: `StartError.records`.
    public init(_ configuration: Configuration, now: Date = Date()) throws(StartError) {
        self.now = now
        records = try RecordsView(configuration)
    }

    /// The requests: those that are late first, then the oldest first.
    ///
    /// - Parameters:
    ///   - openOnly: only those still to be called.
    ///   - list: only those of one list.
    /// - Throws: `StartError.records`.
    public func list(openOnly: Bool = false, list: String? = nil, as form: Form) throws(StartError) -> String {
        // A request that is still open is never left out, however many there are.
        let limit = openOnly ? Int.max : RecordsReader.rowsInList
        let rows = lateFirst(
            try records.read { reader throws(RecordsError) in
                try reader.callbacks(open: openOnly, list: list, limit: limit)
            })
        switch form {
        case .json: return try records.text(rows.map { ListedCallback(row: $0, isOverdue: $0.isOverdue(at: now)) })
        case .csv: return CallbackCSV(rows, now: now).text
        case .table(let inColour):
            guard !rows.isEmpty else { return openOnly ? "nobody is waiting to be called back" : "no requests yet" }
            return table(rows, inColour: inColour)
        }
    }

    /// Every request ever made that is still kept, oldest first.
    ///
    /// - Throws: `StartError.records`.
    public func export(as form: Form) throws(StartError) -> String {
        let rows = try records.read { reader throws(RecordsError) in try reader.callbacks(limit: .max) }
        if case .json = form {
            return try records.text(rows.map { ListedCallback(row: $0, isOverdue: $0.isOverdue(at: now)) })
        }
        return CallbackCSV(rows, now: now).text
    }

    /// The open requests as a calendar.
    ///
    /// - Throws: `StartError.records`.
    public func calendar(list: String? = nil) throws(StartError) -> String {
        let rows = try records.read { reader throws(RecordsError) in
            try reader.callbacks(open: true, list: list, limit: .max)
        }
        return CallbackCalendar(rows, now: now).text
    }

    /// One request and its attempts.
    ///
    /// - Throws: `StartError.records`.
    public func show(_ id: Int64, json: Bool) throws(StartError) -> String {
        let (row, attempts) = try records.read { reader throws(RecordsError) in try reader.callback(id) }
        let listed = ListedCallback(row: row, isOverdue: row.isOverdue(at: now))
        if json { return try records.text(CallbackWithAttempts(callback: listed, attempts: attempts)) }
        return CallbackStory(row, attempts, now: now).text
    }

    /// How well what was promised is kept.
    ///
    /// - Parameter days: only requests of the last so many days; nil: all that are kept.
    /// - Throws: `StartError.records`.
    public func stats(days: Int?, json: Bool) throws(StartError) -> String {
        let since = days.map { now.addingTimeInterval(-Double($0) * 86_400) }
        let figures = try records.read { reader throws(RecordsError) in try reader.deskFigures(since: since, now: now) }
        if json { return try records.text(figures) }
        return Table(
            ["LIST", "ASKED", "OPEN", "OVERDUE", "CALLED", "IN TIME", "MEDIAN WAIT", "LOST", "CANCELLED"],
            figures.map { one in
                [
                    one.list ?? "all", "\(one.asked)", "\(one.open)", "\(one.overdue)", "\(one.called)",
                    one.promised == 0 ? "-" : "\(one.inTime) of \(one.promised)",
                    one.medianWait.map { Self.duration($0) } ?? "-", "\(one.lost)", "\(one.cancelled)",
                ]
            }
        ).text
    }

    private func lateFirst(_ rows: [CallbackRow]) -> [CallbackRow] {
        rows.filter { $0.isOverdue(at: now) }.sorted { ($0.due ?? now, $0.id) < ($1.due ?? now, $1.id) }
            + rows.filter { !$0.isOverdue(at: now) }
    }

    private func table(_ rows: [CallbackRow], inColour: Bool) -> String {
        let table = Table(
            ["ID", "LIST", "NUMBER", "STATUS", "ASKED", "PROMISED", "TRIES", "OWNER", "ABOUT", "NAME"],
            rows.map { row in
                [
                    "\(row.id)", row.list, row.number ?? "withheld", row.status.rawValue, Table.time(row.created),
                    row.due.map { Table.time($0) + (row.isOverdue(at: now) ? " LATE" : "") } ?? "", "\(row.attempts)",
                    row.owner ?? "", row.reason.isEmpty ? row.label : row.reason, row.callerName ?? "",
                ]
            })
        guard inColour else { return table.text }
        let late = rows.count { $0.isOverdue(at: now) }
        return table.text.split(separator: "\n").enumerated().map { index, line in
            index >= 1 && index <= late ? "\u{1B}[1;31m\(line)\u{1B}[0m" : String(line)
        }.joined(separator: "\n")
    }

    static func duration(_ seconds: Double) -> String {
        let minutes = Int((seconds / 60).rounded())
        if minutes < 1 { return "\(Int(seconds.rounded())) s" }
        return minutes < 60 ? "\(minutes) min" : "\(minutes / 60) h \(minutes % 60) min"
    }
}
