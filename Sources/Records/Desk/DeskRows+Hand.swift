internal import Foundation
internal import GRDB

/// What people do with a request by hand. Each first lets time do its work, so that nothing is changed that has ended.
extension DeskRows {
    /// Makes a request due at once: an open one, or one that ended without a talk, which begins a new round of tries.
    func callNow(_ id: Int64) throws {
        try advance()
        let row = try row(id)
        try refuseUnderWay(row)
        guard row.number != nil else {
            throw RecordsError.notNow("callback \(id) has no number: the caller withheld it")
        }
        if !row.status.isOpen { try reopen(row) }
        try run(
            "UPDATE callbacks SET status = 'due', next_attempt_at = ?, updated_at = ? WHERE id = ?", [at, at, id])
    }

    /// Opens an ended request again, for a new round of tries, with time to be called.
    private func reopen(_ row: CallbackRow) throws {
        guard row.status != .done else {
            throw RecordsError.notNow("callback \(row.id) is done; what was settled is not called again")
        }
        let other = try Int64.fetchOne(
            db,
            sql: """
                SELECT id FROM callbacks WHERE list = ? AND number = ? AND status IN \(CallbackStatus.openList)
                """, arguments: [row.list, row.number])
        if let other {
            throw RecordsError.notNow("callback \(row.id) was asked for again since: see callback \(other)")
        }
        let life = max(row.expires?.timeIntervalSince(row.created) ?? 0, 3600)
        let expires = row.expires.map { $0 > now ? $0 : now.addingTimeInterval(life) }
        try run(
            "UPDATE callbacks SET tries = 0, closed_at = NULL, expires_at = ? WHERE id = ?",
            [expires.map(Timestamp.text), row.id])
    }

    /// Gives a request to somebody: it is left to them.
    ///
    /// - Parameter isForced: also when somebody else has it.
    func own(_ id: Int64, by owner: String, isForced: Bool) throws {
        let row = try openRow(id)
        if let other = row.owner, other != owner, !isForced {
            throw RecordsError.notNow("callback \(id) is \(other)'s already")
        }
        try refuseUnderWay(row)
        try run("UPDATE callbacks SET owner = ?, updated_at = ? WHERE id = ?", [owner, at, id])
    }

    /// Takes a request from its owner: anybody may call it again.
    func disown(_ id: Int64) throws {
        _ = try openRow(id)
        try run("UPDATE callbacks SET owner = NULL, updated_at = ? WHERE id = ?", [at, id])
    }

    /// Writes a line about a request, below what is there. An ended one may have notes, too.
    func annotate(_ id: Int64, _ text: String) throws {
        let row = try row(id)
        let note = [row.note, text].compactMap { $0 }.joined(separator: "\n")
        try run(
            "UPDATE callbacks SET note = ?, updated_at = ? WHERE id = ?",
            [String(note.unicodeScalars.suffix(4 * RowWriter.longestText)), at, id])
    }

    /// Ends a request by hand.
    ///
    /// - Parameter status: `done` or `cancelled`.
    func settle(_ id: Int64, as status: CallbackStatus) throws {
        let row = try openRow(id)
        try refuseUnderWay(row)
        try close(id, status)
    }

    private func openRow(_ id: Int64) throws -> CallbackRow {
        try advance()
        let row = try row(id)
        guard row.status.isOpen else {
            throw RecordsError.notNow("callback \(id) has ended already: it is \(row.status.rawValue)")
        }
        return row
    }

    private func refuseUnderWay(_ row: CallbackRow) throws {
        guard row.status.isUnderWay else { return }
        let by = row.claimedBy.map { " by \($0)" } ?? ""
        throw RecordsError.notNow("callback \(row.id) is being called at this moment\(by) (\(row.status.rawValue))")
    }
}
