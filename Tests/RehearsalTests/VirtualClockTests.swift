import Foundation
import Rehearsal
import Testing

@Suite("A virtual clock")
struct VirtualClockTests {
    let clock = VirtualClock(at: Date(timeIntervalSince1970: 1_000))

    @Test("stands still until somebody moves it")
    func standsStill() {
        #expect(clock.now == Date(timeIntervalSince1970: 1_000))
        #expect(clock.uptime == .zero)
    }

    @Test("moves the calendar and the uptime by the same")
    func moves() {
        clock.advance(by: .milliseconds(1_500))
        #expect(clock.uptime == .milliseconds(1_500))
        #expect(clock.now == Date(timeIntervalSince1970: 1_001.5))
    }

    @Test("never goes back", arguments: [Duration.seconds(-5), .zero, .milliseconds(-1)])
    func neverGoesBack(time: Duration) {
        clock.advance(by: .seconds(10))
        clock.advance(by: time)
        clock.advance(to: .seconds(10) + time)
        #expect(clock.uptime == .seconds(10))
    }

    @Test("moves on to a moment")
    func movesTo() {
        clock.advance(to: .seconds(7))
        #expect(clock.uptime == .seconds(7))
    }
}
