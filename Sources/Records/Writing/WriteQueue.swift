internal import Reception

/// What waits to be written, and who waits for it. A value: it decides, and `GroupWriter` does.
///
/// A promise is *waiting*, then *underway* in a transaction, then answered. When its deadline comes while it waits, it
/// is taken out and never written. When the deadline comes while it is underway, nobody can know whether the commit
/// will succeed: the caller is told `overdue`, and if the commit does succeed, the row is withdrawn at the beginning of
/// the next transaction, before any other promise is written. Only a crash between these two leaves it in the file:
/// then somebody is called back who asked for it.
struct WriteQueue {
    typealias Reply = @Sendable (Result<Promise.Fulfilment, LedgerError>) -> Void

    /// A promise and who waits for it.
    struct Ticket: Sendable {
        let id: UInt64
        let promise: Promise
        /// Nanoseconds of the monotonic clock.
        let deadline: UInt64
        let reply: Reply
    }

    /// What goes into one transaction.
    struct Batch: Sendable {
        var withdrawals: [StoredCallback] = []
        var events: [CallEvent] = []
        var tickets: [Ticket] = []
    }

    private(set) var waiting: [Ticket] = []
    private(set) var underway: [UInt64: Ticket] = [:]
    private(set) var withdrawals: [StoredCallback] = []
    private(set) var events: EventQueue
    private var nextID: UInt64 = 0

    init(room: Int) {
        events = EventQueue(room: room)
    }

    /// Queues a promise.
    mutating func add(_ promise: Promise, deadline: UInt64, reply: @escaping Reply) {
        waiting.append(Ticket(id: nextID, promise: promise, deadline: deadline, reply: reply))
        nextID += 1
    }

    /// Queues a row.
    mutating func add(_ event: CallEvent) { events.append(event) }

    /// Whether somebody still waits for this promise. Asked again just before its row is written.
    func isAwaited(_ ticket: UInt64) -> Bool { underway[ticket] != nil }

    /// The next transaction; nil when there is nothing to write.
    mutating func nextBatch(promises: Int, queued: Int) -> Batch? {
        var batch = Batch(withdrawals: withdrawals, events: events.takeFirst(queued))
        batch.tickets = Array(waiting.prefix(promises))
        guard !(batch.withdrawals.isEmpty && batch.events.isEmpty && batch.tickets.isEmpty) else { return nil }
        withdrawals = []
        waiting.removeFirst(batch.tickets.count)
        for ticket in batch.tickets { underway[ticket.id] = ticket }
        return batch
    }

    /// A batch is durable. Returns who is to be answered; what nobody waits for any more will be withdrawn.
    mutating func committed(
        _ batch: Batch, _ results: [UInt64: Promise.Fulfilment]
    ) -> [(ticket: Ticket, fulfilment: Promise.Fulfilment)] {
        var answers: [(ticket: Ticket, fulfilment: Promise.Fulfilment)] = []
        var late: [StoredCallback] = []
        var promised: Set<Int64> = []
        for ticket in batch.tickets {
            guard let result = results[ticket.id] else { continue }
            if underway.removeValue(forKey: ticket.id) != nil {
                answers.append((ticket, result))
                if case .stored(let stored) = result { promised.insert(stored.receipt.id) }
            } else if case .stored(let stored) = result {
                late.append(stored)
            }
        }
        // Another request of the same transaction may have refreshed the late row, and its caller is thanked.
        withdrawals += late.filter { !promised.contains($0.receipt.id) }
        return answers
    }

    /// A batch was rolled back. Returns who is to be told; rows go back to the head of their queue.
    mutating func failed(_ batch: Batch) -> [Ticket] {
        withdrawals = batch.withdrawals + withdrawals
        events.putBack(batch.events)
        var told: [Ticket] = []
        for ticket in batch.tickets {
            // A spoken message is on disk already; its row is tried again whatever its caller was told.
            if case .message(let message) = ticket.promise { events.append(.left(message)) }
            if let ticket = underway.removeValue(forKey: ticket.id) { told.append(ticket) }
        }
        return told
    }

    /// Returns those whose deadline has come; they no longer wait.
    mutating func expire(now: UInt64) -> [Ticket] {
        var expired = waiting.filter { $0.deadline <= now }
        waiting.removeAll { $0.deadline <= now }
        for ticket in expired {
            if case .message(let message) = ticket.promise { events.append(.left(message)) }
        }
        for ticket in underway.values where ticket.deadline <= now {
            underway[ticket.id] = nil
            expired.append(ticket)
        }
        return expired
    }

    /// The next deadline; nil when nobody waits.
    var nextDeadline: UInt64? {
        [waiting.lazy.map(\.deadline).min(), underway.values.lazy.map(\.deadline).min()].compactMap { $0 }.min()
    }
}
