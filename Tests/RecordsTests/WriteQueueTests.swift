import Foundation
import Reception
import Synchronization
import Testing

@testable import Records

@Suite("The queue of promises")
struct WriteQueueTests {
    private func stored(_ id: Int64, isNew: Bool = true) -> Promise.Fulfilment {
        .stored(StoredCallback(receipt: CallbackReceipt(id: id, isNew: isNew, place: 1), outbox: nil))
    }

    private func taken(from queue: inout WriteQueue) throws -> WriteQueue.Batch {
        let batch = queue.nextBatch(promises: 9, queued: 9)
        return try #require(batch)
    }

    @Test("promises share a transaction up to its size, in their order")
    func batches() throws {
        var queue = WriteQueue(room: 10)
        for index in 0..<5 { queue.add(.callback(.sample()), deadline: UInt64(index)) { _ in } }
        let sizes = (0..<3).map { _ in queue.nextBatch(promises: 2, queued: 9)?.tickets.map(\.id) ?? [] }
        #expect(sizes == [[0, 1], [2, 3], [4]])
        #expect(queue.nextBatch(promises: 2, queued: 9) == nil)
        #expect(queue.nextDeadline == 0)
    }

    @Test("who is late in a transaction is told once, and its row is withdrawn first")
    func late() throws {
        var queue = WriteQueue(room: 10)
        queue.add(.callback(.sample()), deadline: 10) { _ in }
        queue.add(.callback(.sample()), deadline: 20) { _ in }
        let batch = try taken(from: &queue)
        #expect(queue.expire(now: 15).map(\.id) == [0])
        #expect(!queue.isAwaited(0) && queue.isAwaited(1))
        let answers = queue.committed(batch, [0: stored(7), 1: stored(8)])
        #expect(answers.map(\.ticket.id) == [1])
        #expect(queue.nextBatch(promises: 9, queued: 9)?.withdrawals.map(\.receipt.id) == [7])
    }

    @Test("a late row that another caller was thanked for stays")
    func lateButPromised() throws {
        var queue = WriteQueue(room: 10)
        queue.add(.callback(.sample()), deadline: 10) { _ in }
        queue.add(.callback(.sample()), deadline: 20) { _ in }
        let batch = try taken(from: &queue)
        _ = queue.expire(now: 10)
        _ = queue.committed(batch, [0: stored(7), 1: stored(7, isNew: false)])
        #expect(queue.nextBatch(promises: 9, queued: 9) == nil)
    }

    @Test("a batch that failed tells everybody, and keeps rows, messages and withdrawals")
    func failed() throws {
        var queue = WriteQueue(room: 10)
        queue.add(.callback(.sample()), deadline: 10) { _ in }
        queue.add(.message(.sample()), deadline: 20) { _ in }
        queue.add(.started(.sample("call-1")))
        let batch = try taken(from: &queue)
        #expect(queue.failed(batch).map(\.id) == [0, 1])
        let next = try taken(from: &queue)
        #expect(next.tickets.isEmpty && next.events == [.started(.sample("call-1")), .left(.sample())])
    }

    @Test("a message that is late is kept, a request is not")
    func lateMessage() throws {
        var queue = WriteQueue(room: 10)
        queue.add(.callback(.sample()), deadline: 10) { _ in }
        queue.add(.message(.sample()), deadline: 10) { _ in }
        #expect(queue.expire(now: 10).count == 2)
        let batch = try taken(from: &queue)
        #expect(batch.tickets.isEmpty && batch.events == [.left(.sample())])
    }
}

@Suite("The queue of rows")
struct EventQueueTests {
    @Test("when it is full the oldest steps go, calls stay")
    func steps() {
        var queue = EventQueue(room: 8)
        queue.append(.started(.sample("a")))
        for order in 0..<7 { queue.append(.stepped(.sample("a", order))) }
        queue.append(.ended(.sample("a")))
        #expect(queue.dropped == EventQueue.Dropped(steps: 2, calls: 0))
        let left = queue.takeFirst(100)
        #expect(left == [.started(.sample("a"))] + (2..<7).map { .stepped(.sample("a", $0)) } + [.ended(.sample("a"))])
    }

    @Test("when there are only calls, the oldest go")
    func calls() {
        var queue = EventQueue(room: 4)
        for index in 0..<6 { queue.append(.started(.sample("\(index)"))) }
        #expect(queue.dropped == EventQueue.Dropped(steps: 0, calls: 2))
        #expect(queue.takeFirst(2) == [.started(.sample("2")), .started(.sample("3"))])
        #expect(queue.count == 2)
    }

    @Test("what is put back comes first, and the room holds")
    func putBack() {
        var queue = EventQueue(room: 4)
        for order in 0..<4 { queue.append(.stepped(.sample("a", order))) }
        let taken = queue.takeFirst(3)
        for order in 4..<7 { queue.append(.stepped(.sample("a", order))) }
        queue.putBack(taken)
        #expect(queue.count == 4 && queue.dropped.steps == 3)
        #expect(queue.takeFirst(1) == [.stepped(.sample("a", 3))])
    }
}

@Suite("Earlier calls")
struct RecentCallsTests {
    @Test("calls of a number since a moment are counted, old ones are forgotten")
    func window() {
        var recent = RecentCalls(window: .seconds(3600), room: 100)
        for minute in 0..<120 { recent.add("+1", at: someday.addingTimeInterval(Double(minute) * 60)) }
        #expect(recent.count == 61)
        #expect(recent.count(of: "+1", since: someday.addingTimeInterval(110 * 60)) == 10)
        #expect(recent.count(of: "+2", since: .distantPast) == 0)
    }

    @Test("never more than its room is known, whoever calls")
    func room() {
        var recent = RecentCalls(window: .seconds(3600), room: 50)
        for index in 0..<5000 { recent.add("+\(index % 77)", at: someday) }
        #expect(recent.count == 50)
        #expect((0..<77).map { recent.count(of: "+\($0)", since: .distantPast) }.reduce(0, +) == 50)
    }

    @Test("a clock that was set back harms nothing")
    func backwards() {
        var recent = RecentCalls(window: .seconds(3600), room: 50)
        recent.add("+1", at: someday)
        recent.add("+1", at: someday.addingTimeInterval(-7200))
        #expect(recent.count(of: "+1", since: .distantPast) == 2)
        recent.add("+1", at: someday.addingTimeInterval(36_000))
        #expect(recent.count(of: "+1", since: .distantPast) == 1)
    }
}
