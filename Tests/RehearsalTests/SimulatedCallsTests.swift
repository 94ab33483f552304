import Foundation
import Reception
import Rehearsal
import Testing

@Suite("Telephones of the world")
struct SimulatedCallsTests {
    let clock = VirtualClock(at: Date(timeIntervalSince1970: 0))

    private func dial(_ names: String..., in world: World, script: [CallerAction] = []) async throws -> DialOutcome {
        let request = DialRequest(
            targets: names.map { "PJSIP/\($0)" }, names: names, timeout: .seconds(20), music: false, whisper: nil,
            shows: "Bills")
        return try await SimulatedPhone(clock: clock, world: world, script: script).dial(request)
    }

    @Test("ring as long as they are rung when nobody answers")
    func noAnswer() async throws {
        #expect(try await dial("201", in: World()) == .noAnswer)
        #expect(clock.uptime == .seconds(20))
    }

    @Test("answer when they do, and the talk takes its time")
    func answers() async throws {
        let world = World(telephones: ["201": .answers(after: .seconds(5))], talk: .seconds(30))
        #expect(try await dial("201", in: world) == .talked(.seconds(30), with: "201"))
        #expect(clock.uptime == .seconds(35))
    }

    @Test("that would answer later than they are rung do not")
    func tooLate() async throws {
        let world = World(telephones: ["201": .answers(after: .seconds(21))])
        #expect(try await dial("201", in: world) == .noAnswer)
    }

    @Test("that are busy or away are known to be after 0.3 s")
    func busy() async throws {
        #expect(try await dial("201", in: World(telephones: ["201": .busy])) == .busy)
        #expect(clock.uptime == .milliseconds(300))
        #expect(try await dial("201", in: World(telephones: ["201": .offline])) == .unavailable)
        #expect(try await dial("201", "202", in: World(telephones: ["201": .offline, "202": .busy])) == .unavailable)
    }

    @Test("rung together are answered by the quickest")
    func together() async throws {
        let world = World(telephones: ["201": .answers(after: .seconds(9)), "202": .answers(after: .seconds(3))])
        #expect(try await dial("201", "202", in: world) == .talked(.seconds(10), with: "202"))
    }

    @Test("that are not named are as all others")
    func others() async throws {
        #expect(try await dial("999", in: World(others: .busy)) == .busy)
    }

    @Test("are known by their number inside a dial string, too")
    func dialString() async throws {
        let phone = SimulatedPhone(clock: clock, world: World(telephones: ["201": .busy, "202": .noAnswer]))
        #expect(try await phone.deviceState("PJSIP/201") == .busy)
        #expect(try await phone.deviceState("Local/202@rooms") == .notInUse)
        #expect(try await phone.deviceState("PJSIP/203") == .unknown)
    }

    @Test("let the caller hang up while they ring")
    func hangUp() async throws {
        await #expect(throws: PhoneError.hungUp) {
            try await dial("201", in: World(), script: [.hangUp(.after(.seconds(3)))])
        }
        #expect(clock.uptime == .seconds(3))
    }

    @Test("end a talk that the caller hangs up, and it was one")
    func hangUpInTalk() async throws {
        let world = World(telephones: ["201": .answers(after: .seconds(2))])
        #expect(
            try await dial("201", in: world, script: [.hangUp(.after(.seconds(5)))])
                == .talked(.seconds(3), with: "201"))
    }

    @Test("take what the caller speaks into a recording, which ends by its own silence")
    func records() async throws {
        let phone = SimulatedPhone(clock: clock, script: [.speak(.seconds(6))])
        let request = RecordRequest(file: "/m/1", longest: .seconds(180), silence: .seconds(5), beep: true)
        #expect(try await phone.record(request) == Recording(length: .seconds(6), end: .silence))
        #expect(clock.uptime == .seconds(11))
    }

    @Test("record no more than the longest that was asked for")
    func longest() async throws {
        let phone = SimulatedPhone(clock: clock, script: [.speak(.seconds(60))])
        let request = RecordRequest(file: "/m/1", longest: .seconds(10), silence: .seconds(5), beep: true)
        #expect(try await phone.record(request).length == .seconds(10))
    }

    @Test("end a recording with a key or a hang-up that follows", arguments: [true, false])
    func endsRecording(byKey: Bool) async throws {
        let last: CallerAction = byKey ? .press("5", .now) : .hangUp(.asked)
        let phone = SimulatedPhone(clock: clock, script: [.speak(.seconds(6)), last])
        let request = RecordRequest(file: "/m/1", longest: .seconds(180), silence: .seconds(5), beep: true)
        let key = try #require(Key("5"))
        #expect(try await phone.record(request) == Recording(length: .seconds(6), end: byKey ? .key(key) : .hungUp))
    }
}
