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

    @Test("wakes whoever slept no longer than it was moved, and nobody else")
    func sleepers() async {
        async let short: Void = clock.sleep(for: .seconds(2))
        async let long: Void = clock.sleep(for: .seconds(5))
        while clock.sleeperCount < 2 { await Task.yield() }
        #expect(clock.nextWake == .seconds(2))
        clock.advance(by: .seconds(4))
        await short
        #expect(clock.nextWake == .seconds(5))
        clock.advance(to: .seconds(5))
        await long
        #expect(clock.nextWake == nil)
    }

    @Test("lets nobody sleep for no time, nor after being cancelled")
    func noSleep() async {
        await clock.sleep(for: .zero)
        let clock = clock
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await clock.sleep(for: .seconds(9)) }
            while clock.nextWake == nil { await Task.yield() }
            group.cancelAll()
        }
        #expect(clock.nextWake == nil)
        #expect(clock.uptime == .zero)
    }
}
