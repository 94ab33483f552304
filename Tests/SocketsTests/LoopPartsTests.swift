import Testing

@testable import Sockets

@Suite struct LoopPartsTests {
    private final class Dummy: LoopHandler {
        func ready(_ readiness: Readiness, on loop: EventLoop) {}
        func deadlinePassed(_ now: LoopTime, on loop: EventLoop) -> LoopTime? { nil }
    }

    @Test func `a token is no longer good when its slot has been used again`() {
        var table = SlotTable()
        let first = table.insert(Dummy())
        let second = Dummy()
        let removed = [table.remove(first), table.remove(first)]
        #expect(removed == [true, false])
        let token = table.insert(second)
        #expect(token.slot == first.slot)
        #expect(table.handler(of: first) == nil)
        #expect(table.handler(of: token) === second)
        #expect(table.token(at: token.slot) == token)
        #expect(table.handler(of: .none) == nil)
        #expect(table.count == 1)
    }

    @Test func `a token survives being packed`() {
        let token = LoopToken(slot: 0xdead_beef, generation: 0x1234_5678)
        #expect(LoopToken(packed: token.packed) == token)
    }

    @Test func `only the first of a batch of jobs wakes the loop`() {
        var inbox = LoopInbox()
        var wakes = [inbox.put(.work {}), inbox.put(.work {})]
        inbox.mode = .lingering
        wakes += [inbox.put(.work {}), inbox.put(.work {})]
        #expect(wakes == [.schedule, .nothing, .interrupt, .nothing])
        #expect(inbox.jobs.count == 4)
    }

    @Test func `a time beyond all measure is kept within a century`() {
        #expect(LoopTime.nanoseconds(.seconds(Int64.max)) > 0)
        #expect(LoopTime.nanoseconds(.seconds(Int64.min)) < 0)
        #expect(LoopTime.nanoseconds(.milliseconds(1_500)) == 1_500_000_000)
        #expect(LoopTime(nanoseconds: 5) + .nanoseconds(7) == LoopTime(nanoseconds: 12))
    }
}
