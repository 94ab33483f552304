internal import Dispatch
internal import GRDB
internal import Reception
internal import Synchronization

/// The one writer of a file: what arrives while a transaction is being committed is committed together in the next.
///
/// Transactions run on a queue of their own, so that neither a call nor Swift's own threads ever wait for a disk.
/// Deadlines are watched on another, which a slow disk does not hold up.
final class GroupWriter: Sendable {
    private struct State {
        var queue: WriteQueue
        var isTransactionAsked = false
        var isLaterAsked = false
        var isWatching = false
        var isClosed = false
        var flushes: [CheckedContinuation<Void, Never>] = []
        var health = RecordsHealth()
    }

    private let file: OpenFile
    private let limits: RecordsLimits
    private let onTrouble: @Sendable (RecordsTrouble) -> Void
    private let onWritten: @Sendable (Written) -> Void
    private let state: Mutex<State>
    private let transactions = DispatchQueue(label: "attendant.records.transactions")
    private let deadlines = DispatchQueue(label: "attendant.records.deadlines")

    /// What a transaction wrote.
    struct Written: Sendable {
        fileprivate var results: [UInt64: Promise.Fulfilment] = [:]
        /// Whether something was put into the outbox.
        var hasTold = false
        /// Whether a request to be called back was made or refreshed.
        var hasStored = false
    }

    /// - Parameter onWritten: called after each transaction.
    init(
        file: OpenFile, limits: RecordsLimits, onTrouble: @escaping @Sendable (RecordsTrouble) -> Void,
        onWritten: @escaping @Sendable (Written) -> Void
    ) {
        self.file = file
        self.limits = limits
        self.onTrouble = onTrouble
        self.onWritten = onWritten
        state = Mutex(State(queue: WriteQueue(room: limits.queued)))
    }

    /// How it is doing.
    var health: RecordsHealth {
        state.withLock { state in
            var health = state.health
            health.queued = state.queue.events.count
            health.droppedSteps = state.queue.events.dropped.steps
            health.droppedCalls = state.queue.events.dropped.calls
            return health
        }
    }

    /// Commits, and returns when it is durable or given up. Not cancelled with its task: a hang-up takes nothing back.
    func commit(_ promise: Promise) async -> Result<Promise.Fulfilment, LedgerError> {
        await withCheckedContinuation { continuation in
            let deadline = DispatchTime.now().uptimeNanoseconds + limits.commitDeadline.nanoseconds
            let isTaken = state.withLock { state in
                guard !state.isClosed else { return false }
                state.queue.add(promise, deadline: deadline) { continuation.resume(returning: $0) }
                askForTransaction(&state)
                watch(&state)
                return true
            }
            if !isTaken { continuation.resume(returning: .failure(.notStored("the records are closed"))) }
        }
    }

    /// Queues a row; returns at once.
    func queue(_ event: CallEvent) {
        let dropped = state.withLock { state -> EventQueue.Dropped? in
            let before = state.queue.events.dropped
            state.queue.add(event)
            if !state.isClosed { askLater(&state, limits.gathering) }
            let now = state.queue.events.dropped
            return now == before
                ? nil : EventQueue.Dropped(steps: now.steps - before.steps, calls: now.calls - before.calls)
        }
        if let dropped { onTrouble(.dropped(steps: dropped.steps, calls: dropped.calls)) }
    }

    /// Tries to write everything that is queued, and returns when that succeeded or failed.
    func flush() async {
        await withCheckedContinuation { continuation in
            state.withLock { state in
                state.flushes.append(continuation)
                askForTransaction(&state)
            }
        }
    }

    /// Sees between two transactions whether the file is still in its place. What is wrong is told by the next one.
    func lookAfterFile() async {
        await withCheckedContinuation { continuation in
            transactions.async {
                self.lookBetween()
                continuation.resume()
            }
        }
    }

    private func lookBetween() {
        do throws(RecordsError) { try file.expectInPlace() } catch {
            let isFirst = state.withLock { state in
                defer { state.health.failing = "\(error)" }
                return state.health.failing == nil
            }
            if isFirst { onTrouble(.failing(words: "\(error)", queued: health.queued)) }
        }
    }

    /// Refuses everything from now on; `flush` still writes what is queued.
    ///
    /// - Returns: whether it did not do so before.
    func refuse() -> Bool {
        state.withLock { state in
            defer { state.isClosed = true }
            return !state.isClosed
        }
    }
}

// MARK: - Transactions

extension GroupWriter {
    private func askForTransaction(_ state: inout State) {
        guard !state.isTransactionAsked else { return }
        state.isTransactionAsked = true
        transactions.async { self.writeAll() }
    }

    private func askLater(_ state: inout State, _ delay: Duration) {
        guard !state.isTransactionAsked, !state.isLaterAsked else { return }
        state.isLaterAsked = true
        transactions.asyncAfter(deadline: .now() + delay.seconds) { self.writeAll() }
    }

    /// Writes until nothing is left, or until it fails and nobody waits.
    private func writeAll() {
        state.withLock { state in
            state.isTransactionAsked = false
            state.isLaterAsked = false
        }
        while let batch = nextBatch() {
            do {
                let written = try write(batch)
                committed(batch, written.results)
                onWritten(written)
            } catch {
                guard failed(batch, words: words(of: error)) else { return }
            }
        }
    }

    /// Nil, and flushes answered, when nothing is left: in one step, or a row that comes between is not flushed.
    private func nextBatch() -> WriteQueue.Batch? {
        let (batch, flushes) = state.withLock { state in
            let batch = state.queue.nextBatch(
                promises: limits.promisesInTransaction, queued: limits.queuedInTransaction)
            return (batch, batch == nil ? Self.take(&state.flushes) : [])
        }
        for flush in flushes { flush.resume() }
        return batch
    }

    private func write(_ batch: WriteQueue.Batch) throws -> Written {
        try file.expectInPlace()
        return try file.pool.write { db in
            var rows = RowWriter(db, limits: limits)
            for stored in batch.withdrawals { try rows.withdraw(stored) }
            for event in batch.events {
                if case .refused(let words) = try rows.attempt({ rows in
                    try rows.write(event)
                    return .kept
                }) {
                    refused(words)
                }
            }
            var results: [UInt64: Promise.Fulfilment] = [:]
            for ticket in batch.tickets where isWanted(ticket) {
                results[ticket.id] = try rows.attempt { try $0.fulfil(ticket.promise) }
            }
            return Written(results: results, hasTold: rows.hasTold, hasStored: rows.hasStored)
        }
    }

    private func isWanted(_ ticket: WriteQueue.Ticket) -> Bool {
        if case .message = ticket.promise { return true }
        return state.withLock { $0.queue.isAwaited(ticket.id) }
    }

    private func committed(_ batch: WriteQueue.Batch, _ results: [UInt64: Promise.Fulfilment]) {
        let (answers, hasResumed) = state.withLock { state in
            let hasResumed = state.health.failing != nil
            state.health.failing = nil
            state.health.withdrawn += batch.withdrawals.count
            return (state.queue.committed(batch, results), hasResumed)
        }
        for answer in answers { answer.ticket.reply(.success(answer.fulfilment)) }
        if hasResumed { onTrouble(.resumed) }
        if !batch.withdrawals.isEmpty { onTrouble(.withdrawn(batch.withdrawals.count)) }
    }

    /// - Returns: whether to go on at once, for those who came meanwhile.
    private func failed(_ batch: WriteQueue.Batch, words: String) -> Bool {
        let (told, flushes, isFirst, queued, goesOn) = state.withLock { state in
            let told = state.queue.failed(batch)
            let isFirst = state.health.failing == nil
            state.health.failing = words
            let goesOn = !state.queue.waiting.isEmpty
            if !goesOn && !state.isClosed { askLater(&state, limits.retryDelay) }
            return (told, goesOn ? [] : Self.take(&state.flushes), isFirst, state.queue.events.count, goesOn)
        }
        for ticket in told { ticket.reply(.failure(.notStored(words))) }
        for flush in flushes { flush.resume() }
        if isFirst { onTrouble(.failing(words: words, queued: queued)) }
        return goesOn
    }

    private func refused(_ words: String) {
        state.withLock { $0.health.refusedRows += 1 }
        onTrouble(.rowRefused(words: words))
    }

    private static func take<Element>(_ list: inout [Element]) -> [Element] {
        defer { list = [] }
        return list
    }

    private func words(of error: any Error) -> String {
        guard let error = error as? DatabaseError else { return "\(error)" }
        guard error.resultCode == .SQLITE_IOERR else { return error.advised }
        return error.words(system: file.pool.writeWithoutTransaction { $0.systemWords })
    }
}

// MARK: - Deadlines

extension GroupWriter {
    private func watch(_ state: inout State) {
        guard !state.isWatching, let next = state.queue.nextDeadline else { return }
        state.isWatching = true
        deadlines.asyncAfter(deadline: DispatchTime(uptimeNanoseconds: next)) { self.expire() }
    }

    private func expire() {
        let expired = state.withLock { state in
            let expired = state.queue.expire(now: DispatchTime.now().uptimeNanoseconds)
            state.isWatching = false
            watch(&state)
            return expired
        }
        for ticket in expired { ticket.reply(.failure(.overdue)) }
    }
}

extension Duration {
    /// Whole nanoseconds; never negative.
    var nanoseconds: UInt64 {
        let (seconds, attoseconds) = components
        return seconds < 0 ? 0 : UInt64(seconds) * 1_000_000_000 + UInt64(max(attoseconds, 0) / 1_000_000_000)
    }
}
