internal import Foundation
internal import GRDB
internal import Reception

extension RowWriter {
    /// Stores a request, or refreshes the open one of the same number on the same list, with what must be told of it.
    mutating func store(_ request: CallbackRequest) throws -> StoredCallback {
        let now = Timestamp.text(request.at)
        hasStored = true
        if let open = try openRow(of: request, now: now) { return try refresh(open, with: request, now: now) }
        try insert(request, now: now)
        let id = db.lastInsertedRowID
        madeInHour = madeInHour.map { $0 + 1 }
        let outbox = try tell(.callbackMail, callback: id, to: request.notify, now: now)
        let place = try countOpen(in: request.list, now: now)
        try tellWebhook(of: request, id, now: now)
        return StoredCallback(receipt: CallbackReceipt(id: id, isNew: true, place: place), outbox: outbox)
    }

    /// Takes a request back whose caller was told that it could not be noted.
    ///
    /// A new row is cancelled and nobody is told of it; what only refreshed an earlier request stays, for that one was
    /// promised.
    func withdraw(_ stored: StoredCallback) throws {
        if let outbox = stored.outbox {
            try run("DELETE FROM outbox WHERE id = ? AND state = 'waiting'", [outbox])
        }
        guard stored.receipt.isNew else { return }
        try run("DELETE FROM outbox WHERE callback = ? AND state = 'waiting'", [stored.receipt.id])
        try run(
            """
            UPDATE callbacks SET status = 'cancelled', closed_at = updated_at,
            note = 'not stored in time: the caller was told so' WHERE id = ? AND status IN \(CallbackStatus.openList)
            """, [stored.receipt.id])
    }

    private struct OpenRow {
        let id: Int64
        let status: CallbackStatus
        let asked: Int
    }

    /// The open row that the request belongs to. One whose time has run out is closed instead.
    private mutating func openRow(of request: CallbackRequest, now: String) throws -> OpenRow? {
        guard let number = request.number else { return nil }
        let statement = try db.cachedStatement(
            sql: """
                SELECT id, status, expires_at, asked FROM callbacks
                WHERE list = ? AND number = ? AND status IN \(CallbackStatus.openList)
                """)
        guard let row = try Row.fetchOne(statement, arguments: [request.list, number]) else { return nil }
        let id: Int64 = row[0]
        let status: String = row[1]
        let expires: String? = row[2]
        let known = CallbackStatus(rawValue: status)
        guard let expires, expires <= now, known?.isUnderWay != true else {
            return known.map { OpenRow(id: id, status: $0, asked: row[3]) }
        }
        try run("UPDATE callbacks SET status = 'expired', updated_at = ?1, closed_at = ?1 WHERE id = ?2", [now, id])
        openInList[request.list] = nil
        return nil
    }

    private func insert(_ request: CallbackRequest, now: String) throws {
        try insert(
            "callbacks",
            [
                "list": request.list, "number": request.number, "number_given": bounded(request.numberAsGiven),
                "source": request.source.rawValue, "is_confirmed": request.isConfirmed,
                "status": request.status.rawValue, "caller_name": bounded(request.callerName),
                "dialled": bounded(request.dialled), "reason": bounded(request.reason),
                "label": bounded(request.label), "language": bounded(request.language), "call": request.call,
                "voice_note": request.voiceNote, "created_at": now, "updated_at": now,
                "due_at": request.dueAt.map(Timestamp.text), "expires_at": request.expiresAt.map(Timestamp.text),
                "time_zone": bounded(request.timeZone), "menu": bounded(request.menu),
                "uniqueid": bounded(request.uniqueID), "path": bounded(request.path), "queue": bounded(request.queue),
                "time_window": bounded(request.window), "next_attempt_at": request.callFrom.map(Timestamp.text),
                "attempts_allowed": max(1, request.attempts), "every_seconds": max(1, request.every.seconds),
            ])
    }

    private mutating func refresh(
        _ open: OpenRow, with request: CallbackRequest, now: String
    ) throws -> StoredCallback {
        let status = CallbackStatus(rawValue: request.status.rawValue) ?? .new
        if status.rank >= open.status.rank {
            try renew(open, with: request, now: now)
        } else {
            try run("UPDATE callbacks SET updated_at = ?, asked = asked + 1 WHERE id = ?", [now, open.id])
        }
        // Who asks again wants to be heard again; who only rang again is already on the list.
        let isHeard = status == .new && open.asked < limits.callbacksPerNumber
        let outbox = isHeard ? try tellAgain(open.id, to: request.notify, now: now) : nil
        let place = try place(of: open.id, in: request.list, now: now)
        if isHeard { try tellWebhook(of: request, open.id, now: now) }
        return StoredCallback(receipt: CallbackReceipt(id: open.id, isNew: false, place: place), outbox: outbox)
    }

    /// The newer words count; of two promises the earlier one, since it was given; of two ends the later.
    private func renew(_ open: OpenRow, with request: CallbackRequest, now: String) throws {
        try run(
            """
            UPDATE callbacks SET updated_at = ?, asked = asked + 1, call = ?, reason = ?, label = ?, language = ?,
            number_given = ?, source = ?, is_confirmed = max(is_confirmed, ?), caller_name = coalesce(?, caller_name),
            dialled = coalesce(?, dialled), voice_note = coalesce(?, voice_note), due_at = coalesce(due_at, ?),
            expires_at = coalesce(?, expires_at), time_zone = ?, menu = ?, uniqueid = ?, path = ?,
            queue = coalesce(?, queue), time_window = CASE WHEN due_at IS NULL THEN ? ELSE time_window END,
            next_attempt_at = coalesce(next_attempt_at, ?), attempts_allowed = ?, every_seconds = ?,
            status = CASE WHEN status IN ('missed', 'unconfirmed') THEN ? ELSE status END WHERE id = ?
            """,
            [
                now, request.call, bounded(request.reason), bounded(request.label), bounded(request.language),
                bounded(request.numberAsGiven), request.source.rawValue, request.isConfirmed,
                bounded(request.callerName), bounded(request.dialled), request.voiceNote,
                request.dueAt.map(Timestamp.text), request.expiresAt.map(Timestamp.text), bounded(request.timeZone),
                bounded(request.menu), bounded(request.uniqueID), bounded(request.path), bounded(request.queue),
                bounded(request.window), request.callFrom.map(Timestamp.text), max(1, request.attempts),
                max(1, request.every.seconds), request.status.rawValue, open.id,
            ])
    }

    private mutating func countOpen(in list: String, now: String) throws -> Int {
        let count: Int
        if let known = openInList[list] {
            count = known + 1
        } else {
            count = try place(of: Int64.max, in: list, now: now)
        }
        openInList[list] = count
        return count
    }

    /// The place of a row among the open ones of its list, which are called in the order in which they were made.
    private func place(of id: Int64, in list: String, now: String) throws -> Int {
        let statement = try db.cachedStatement(
            sql: """
                SELECT count(*) FROM callbacks WHERE list = ? AND status IN \(CallbackStatus.openList) AND id <= ?
                AND (expires_at IS NULL OR expires_at > ?)
                """)
        return try Int.fetchOne(statement, arguments: [list, id, now]) ?? 1
    }
}
