public import Foundation
internal import GRDB

/// How well what was promised is kept, for one list or for all.
public struct DeskFigures: Sendable, Equatable, Encodable {
    /// The list; nil: all of them.
    public var list: String?
    /// Requests that were made, missed calls and unconfirmed ones included.
    public var asked = 0
    /// Those that are open.
    public var open = 0
    /// Those that are open and later than promised.
    public var overdue = 0
    /// Those whose caller was reached, or that staff settled.
    public var called = 0
    /// Those that were promised by a time, and that are kept or late by now.
    public var promised = 0
    /// Those of `promised` that were called in time.
    public var inTime = 0
    /// The median of the seconds from the request to the call; nil: nobody was called.
    public var medianWait: Double?
    /// Those that ended without a call: busy, no-answer, failed, invalid, expired.
    public var lost = 0
    /// Those that were given up by hand.
    public var cancelled = 0

    private var waits: [Double] = []

    private enum CodingKeys: String, CodingKey {
        case list, asked, open, overdue, called, promised, inTime = "in_time", medianWait = "median_wait", lost,
            cancelled
    }

    init(list: String?) { self.list = list }
}

extension RecordsReader {
    /// How well what was promised is kept: all lists together, then each.
    ///
    /// - Parameters:
    ///   - since: only requests that were made then or later; nil: all.
    ///   - now: what is late by now.
    /// - Throws: `RecordsError.refused`.
    public func deskFigures(since: Date? = nil, now: Date) throws(RecordsError) -> [DeskFigures] {
        try read { db in
            var total = DeskFigures(list: nil)
            var lists: [String: DeskFigures] = [:]
            let rows = try Row.fetchCursor(
                db, sql: DeskFigures.sql, arguments: [Timestamp.text(since ?? .distantPast)])
            while let row = try rows.next() {
                let list: String = row["list"]
                try total.add(row, now: now)
                try lists[list, default: DeskFigures(list: list)].add(row, now: now)
            }
            return ([total] + lists.values.sorted { $0.list ?? "" < $1.list ?? "" }).map { $0.finished() }
        }
    }
}

extension DeskFigures {
    /// What staff settled by hand was called by then at the latest.
    fileprivate static let sql = """
        SELECT list, status, created_at, due_at,
        coalesce(connected_at, iif(status = 'done', closed_at, NULL)) AS called_at
        FROM callbacks WHERE created_at >= ?
        """

    fileprivate mutating func add(_ row: Row, now: Date) throws {
        guard let status = CallbackStatus(rawValue: row["status"]) else { return }
        let called = try row.momentIfAny("called_at")
        let due = try row.momentIfAny("due_at")
        asked += 1
        open += status.isOpen ? 1 : 0
        cancelled += status == .cancelled ? 1 : 0
        if let called {
            self.called += 1
            waits.append(max(0, called.timeIntervalSince(try row.moment("created_at"))))
        } else if !status.isOpen && status != .cancelled {
            lost += 1
        }
        guard let due, status != .cancelled, called != nil || due < now || !status.isOpen else { return }
        promised += 1
        if let called, called <= due { inTime += 1 } else if status.isOpen && called == nil { overdue += 1 }
    }

    fileprivate func finished() -> DeskFigures {
        var figures = self
        let sorted = waits.sorted()
        let middle = sorted.count / 2
        if !sorted.isEmpty {
            figures.medianWait = sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
        }
        figures.waits = []
        return figures
    }
}
