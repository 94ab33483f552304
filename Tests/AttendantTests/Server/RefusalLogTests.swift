import Logging
import Synchronization
import Testing

@testable import Attendant
@testable import Sockets

@Suite("The log of connections that were turned away")
struct RefusalLogTests {
    private func refusal(_ reason: Refusal.Reason = .tooManyFromPeer, peer: String? = "192.0.2.7") -> Refusal {
        Refusal(
            reason: reason, peer: peer.flatMap { IPAddress($0) }.map { SocketAddress($0, port: 40_000) })
    }

    @Test("the first is told at once, then at most one line a second with how many there were")
    func rate() {
        let log = SeenLog()
        let start = ContinuousClock.now
        let time = Mutex(start)
        let refusals = RefusalLog(log.logger, now: { time.withLock { $0 } })
        for _ in 0..<500 { refusals.note(refusal()) }
        time.withLock { $0 = start + .milliseconds(999) }
        refusals.note(refusal())
        #expect(log.all.map { $0.facts["count"] } == ["1"])
        time.withLock { $0 = start + .seconds(1) }
        refusals.note(refusal())
        #expect(log.all.map { $0.facts["count"] } == ["1", "501"])
        refusals.note(refusal())
        time.withLock { $0 = start + .seconds(60) }
        refusals.note(refusal(.notAllowed, peer: nil))
        #expect(log.all.map { $0.facts["count"] } == ["1", "501", "2"])
        #expect(log.all[0].facts["peer"] == "192.0.2.7")
        #expect(log.all[0].facts["why"] == "tooManyFromPeer")
        #expect(log.all[2].facts["peer"] == "unknown")
        #expect(log.all.allSatisfy { $0.level == .warning })
    }
}
