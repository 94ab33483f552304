import Testing

@testable import Sockets

@Suite struct TimerWheelTests {
    private func at(_ milliseconds: Int64) -> LoopTime { LoopTime(nanoseconds: milliseconds * 1_000_000) }

    @Test func `nothing comes early, and it comes at most one granule late`() {
        var wheel = TimerWheel()
        wheel.schedule(7, at: at(1_005))
        let due1 = wheel.expire(at(1_004))
        #expect(due1 == [])
        let due2 = wheel.expire(at(1_009))
        #expect(due2 == [])
        let due3 = wheel.expire(at(1_010))
        #expect(due3 == [7])
        let due4 = wheel.expire(at(9_000))
        #expect(due4 == [])
    }

    @Test(
        "a deadline beyond one turn of the wheel comes in its own time",
        arguments: [5_000, 5_110, 5_120, 5_130, 60_000, 600_000] as [Int64])
    func farDeadline(milliseconds: Int64) {
        var wheel = TimerWheel()
        wheel.schedule(3, at: at(milliseconds))
        var steps = 0
        while let look = wheel.nextLook, look < at(milliseconds) {
            let due5 = wheel.expire(look)
            #expect(due5 == [])
            steps += 1
        }
        #expect(steps <= Int(milliseconds / 5_000) + 1)
        let due6 = wheel.expire(at(milliseconds))
        #expect(due6 == [3])
        #expect(wheel.nextLook == nil)
    }

    @Test func `a new deadline takes the place of the old one, and a dropped one never comes`() {
        var wheel = TimerWheel()
        wheel.schedule(0, at: at(100))
        wheel.schedule(0, at: at(300))
        wheel.schedule(1, at: at(100))
        wheel.schedule(2, at: at(100))
        wheel.remove(1)
        wheel.remove(99)
        #expect(wheel.count == 2)
        let due7 = wheel.expire(at(200))
        #expect(due7 == [2])
        let due8 = wheel.expire(at(300))
        #expect(due8 == [0])
        #expect(wheel.count == 0)
    }

    @Test func `a jump of the clock over many turns brings everything that is due`() {
        var wheel = TimerWheel()
        for slot in 0..<100 { wheel.schedule(UInt32(slot), at: at(Int64(slot) * 1_000)) }
        let early = wheel.expire(at(50_500))
        let late = wheel.expire(at(1_000_000))
        #expect(Set(early) == Set(0...50))
        #expect(Set(late) == Set(51..<100))
    }

    @Test func `a deadline in the past comes at the next look`() {
        var wheel = TimerWheel()
        _ = wheel.expire(at(1_000))
        wheel.schedule(5, at: at(10))
        #expect(wheel.nextLook == at(1_010))
        let due9 = wheel.expire(at(1_010))
        #expect(due9 == [5])
    }

    @Test func `it agrees with a sorted list under random use`() {
        var wheel = TimerWheel()
        var model: [UInt32: Int64] = [:]
        var random = SplitMix(seed: 4573)
        var now: Int64 = 0
        for _ in 0..<20_000 {
            let slot = UInt32(random.next() % 50)
            switch random.next() % 4 {
            case 0, 1:
                let due = now + Int64(random.next() % 20_000)
                wheel.schedule(slot, at: at(due))
                model[slot] = max((now / 10 + 1) * 10, (due + 9) / 10 * 10)
            case 2:
                wheel.remove(slot)
                model[slot] = nil
            default:
                now += Int64(random.next() % 1_500)
                let due = Set(wheel.expire(at(now)))
                #expect(due == Set(model.filter { $0.value <= now / 10 * 10 }.keys))
                for slot in due { model[slot] = nil }
            }
            #expect(wheel.count == model.count)
        }
    }
}
