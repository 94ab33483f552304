public import Foundation
internal import GRDB
public import Reception
internal import Synchronization

/// The records of one installation: one SQLite file with calls, callbacks, messages, what is
/// still to be told, and what is switched by hand.
///
/// One object writes. A promise (`commit`, `keep`) returns after SQLite has synced it to disk (WAL, `synchronous =
/// FULL`); promises that come while a transaction is being committed share the next one. Everything else is queued in
/// bounded room and written in the background; a crash loses at most `RecordsLimits.gathering` of it, and `flush` none.
/// While the file cannot be written (no space, locked, read-only), promises fail with SQLite's words and queued rows
/// are kept; service resumes by itself. Any thread may call; other processes may read the same file, and write it.
public final class Records: CallLedger {
    /// The file.
    public let file: String
    /// Reads the same file.
    public let reader: RecordsReader

    /// What to read and to write with, anew for each use.
    var pool: DatabasePool { opened.pool }

    private let opened: OpenFile
    let outboxChanges = ChangeSignal()
    let deskChanges = ChangeSignal()
    let board: SwitchMemory
    private let writer: GroupWriter
    private let recent: Mutex<RecentCalls>
    /// Nil where it cannot be had.
    let hold: ServerHold?

    /// Opens the file, or makes it and the folder it is in.
    ///
    /// - Parameters:
    ///   - file: its path; a new one gets mode 0640.
    ///   - limits: see there.
    ///   - now: calls younger than `limits.recentWindow` before it are loaded into memory.
    ///   - onTrouble: told of what the log should say; called on the writer's thread, so it must not wait.
    /// - Throws: `RecordsError`: `cannotOpen`, `damaged`, `foreign`, `newer`. The file is left as it is then.
    public init(
        file: String, limits: RecordsLimits = RecordsLimits(), now: Date = Date(),
        onTrouble: @escaping @Sendable (RecordsTrouble) -> Void = { _ in }
    ) throws(RecordsError) {
        self.file = file
        let opened = try OpenFile(file, limits: limits, onTrouble: onTrouble)
        let (outbox, desk) = (outboxChanges, deskChanges)
        self.opened = opened
        hold = ServerHold(file)
        reader = RecordsReader { opened.pool }
        writer = GroupWriter(file: opened, limits: limits, onTrouble: onTrouble) { written in
            if written.hasTold { outbox.signal() }
            if written.hasStored { desk.signal() }
        }
        recent = Mutex(try Self.recentCalls(opened.pool, limits: limits, now: now))
        board = try SwitchMemory(opened.pool, file: file, limits: limits, onTrouble: onTrouble)
    }

    /// How the writer is doing.
    public var health: RecordsHealth { writer.health }

    /// Sees whether the file is still where it was, and mends it when it is not.
    func lookAfterFile() async { await writer.lookAfterFile() }

    /// Tries to write what is queued; returns when that is on disk, or failed and stays queued (see `health`).
    public func flush() async {
        await writer.flush()
    }

    /// Refuses what comes from now on, writes what is queued, and closes the file. May be called again.
    public func close() async {
        guard writer.refuse() else { return }
        await writer.flush()
        outboxChanges.finish()
        deskChanges.finish()
        // The pool's last connection only reads and would leave the log beside the file; copies of the file alone are
        // whole so. A reader that is still busy prevents both, and nothing is lost by that.
        _ = try? await pool.writeWithoutTransaction { try $0.checkpoint(.truncate) }
        try? pool.close()
        hold?.giveUp()
    }

    private static func recentCalls(
        _ pool: DatabasePool, limits: RecordsLimits, now: Date
    ) throws(RecordsError) -> RecentCalls {
        try RecordsReader.translated {
            var recent = RecentCalls(window: limits.recentWindow, room: limits.recentCalls)
            let since = Timestamp.text(now.addingTimeInterval(-limits.recentWindow.seconds))
            try pool.read { db in
                let sql = """
                    SELECT number, started_at FROM (SELECT number, started_at FROM calls
                    WHERE started_at >= ? AND number IS NOT NULL ORDER BY started_at DESC LIMIT ?) ORDER BY started_at
                    """
                let rows = try Row.fetchCursor(db, sql: sql, arguments: [since, limits.recentCalls])
                while let row = try rows.next() {
                    if let at = Timestamp.date(row[1]) { recent.add(row[0], at: at) }
                }
            }
            return recent
        }
    }
}

extension Records {
    /// Notes that a call began. Queued; counted by `earlierCalls` from now on.
    public func callStarted(_ call: CallStart) {
        if let number = call.number { recent.withLock { $0.add(number, at: call.at) } }
        writer.queue(.started(call))
    }

    /// Notes one step of a call. Queued; the first to go when the queue is full.
    public func stepTaken(_ step: StepRecord) {
        writer.queue(.stepped(step))
    }

    /// Notes one thing of a call's timeline. Queued; goes as steps do when the queue is full.
    public func happened(_ moment: CallMoment) {
        writer.queue(.happened(moment))
    }

    /// Notes how a call ended. Queued; the row that follows from a hang-up, and the mail about it, are written in the
    /// same transaction.
    public func callEnded(_ call: CallEnd) {
        writer.queue(.ended(call))
    }

    /// Commits a request to be called back, and queues the mail about it in the same transaction.
    ///
    /// An open request of the same number on the same list is refreshed: the newer reason, label, language and call
    /// count, unless what is new is only a hang-up (`missed`, `unconfirmed`) and the older one was asked for. Safe for
    /// any number of calls at once. Goes on when its task is cancelled.
    ///
    /// - Returns: the row's id, whether it is new, and the place among the list's open requests.
    /// - Throws: `notStored` with SQLite's words: nothing was written. `tooMany` when the number, or all callers together,
    ///   asked more often than `RecordsLimits` takes; an open request is refreshed all the same. `overdue` after `RecordsLimits.commitDeadline`:
    ///   the row does not count; should the disk still make it durable, it is cancelled at once, and nobody is told of
    ///   it. Only a crash at that very moment leaves it open.
    public func commit(_ request: CallbackRequest) async throws(LedgerError) -> CallbackReceipt {
        switch try await writer.commit(.callback(request)).get() {
        case .stored(let stored): return stored.receipt
        case .kept: throw .notStored("no row came of it")
        case .refused(let words): throw .notStored(words)
        case .tooMany(let words): throw .tooMany(words)
        }
    }

    /// Commits that a message was left, and queues the mail about it in the same transaction.
    ///
    /// - Throws: `notStored`, `overdue`: it is not durable yet. The file is there, so it is tried again in the
    ///   background; a message is rather delivered after its caller was told otherwise than lost.
    public func keep(_ message: MessageRecord) async throws(LedgerError) {
        if case .refused(let words) = try await writer.commit(.message(message)).get() { throw .notStored(words) }
    }

    /// How many calls of that number (E.164) were noted by `callStarted` and began at `since` or later; from memory,
    /// for the last `RecordsLimits.recentWindow`, over restarts too. A call that is under way counts once it was noted.
    public func earlierCalls(of number: String, since: Date) -> Int {
        recent.withLock { $0.count(of: number, since: since) }
    }
}
