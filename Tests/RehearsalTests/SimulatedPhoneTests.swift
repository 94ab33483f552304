import Foundation
import Reception
import Rehearsal
import Testing

@Suite("A simulated telephone")
struct SimulatedPhoneTests {
    let clock = VirtualClock(at: Date(timeIntervalSince1970: 0))
    static let sound = Sound(path: "", length: .seconds(10), text: "Hello.")

    private func phone(_ script: CallerAction..., world: World = World()) -> SimulatedPhone {
        SimulatedPhone(clock: clock, world: world, script: script)
    }

    @Test("lets a sound's length pass")
    func plays() async throws {
        let played = try await phone().play(Self.sound, from: .zero)
        #expect(played == Playback(key: nil, position: .seconds(10)))
        #expect(clock.uptime == .seconds(10))
    }

    @Test("plays on from where it was")
    func playsOn() async throws {
        let phone = phone(.press("5", .after(.seconds(4))))
        #expect(try await phone.play(Self.sound, from: .zero) == Playback(key: Key("5"), position: .seconds(4)))
        #expect(try await phone.play(Self.sound, from: .seconds(4)) == Playback(key: nil, position: .seconds(10)))
        #expect(clock.uptime == .seconds(10))
        #expect(phone.transcript.filter { $0.what == .said("Hello.") }.count == 1)
    }

    @Test("presses a key 0.8 s after keys are waited for, and not before")
    func asked() async throws {
        let phone = phone(.press("1", .asked))
        #expect(try await phone.play(Self.sound, from: .zero).key == nil)
        #expect(try await phone.key(within: .seconds(4)) == Key("1"))
        #expect(clock.uptime == .milliseconds(10_800))
    }

    @Test("presses keys 0.4 s one after another")
    func perKey() async throws {
        let phone = phone(.press("123", .asked))
        var times: [Duration] = []
        while try await phone.key(within: .seconds(4)) != nil { times.append(clock.uptime) }
        #expect(times == [.milliseconds(800), .milliseconds(1200), .milliseconds(1600)])
    }

    @Test("presses a key now, whatever is heard")
    func now() async throws {
        let phone = phone(.wait(.seconds(2)), .press("1", .now))
        #expect(try await phone.play(Self.sound, from: .zero) == Playback(key: Key("1"), position: .seconds(2)))
    }

    @Test("lets one wait for keys end in silence, and then goes on with its script")
    func silence() async throws {
        let phone = phone(.silence, .press("1", .asked))
        #expect(try await phone.key(within: .seconds(4)) == nil)
        #expect(clock.uptime == .seconds(4))
        #expect(try await phone.key(within: .seconds(4)) == Key("1"))
    }

    @Test("stays silent when its script is done")
    func done() async throws {
        let phone = phone()
        #expect(try await phone.key(within: .seconds(4)) == nil)
        #expect(clock.uptime == .seconds(4))
        #expect(phone.unused.isEmpty)
    }

    @Test("tells what of its script was not done")
    func unused() async throws {
        let phone = phone(.press("1", .asked))
        _ = try await phone.play(Self.sound, from: .zero)
        #expect(phone.unused == [.press("1", .asked)])
    }

    @Test("hangs up 0.8 s after the last action, in whatever runs then")
    func hangsUp() async throws {
        let phone = phone(.press("1", .asked), .hangUp(.asked))
        #expect(try await phone.key(within: .seconds(4)) == Key("1"))
        await #expect(throws: PhoneError.hungUp) { try await phone.play(Self.sound, from: .zero) }
        #expect(clock.uptime == .milliseconds(1600))
        await #expect(throws: PhoneError.hungUp) { try await phone.answer() }
        await #expect(throws: PhoneError.hungUp) { try await phone.key(within: .seconds(1)) }
    }

    @Test("takes variables after a hang-up, as Asterisk does")
    func variables() async throws {
        let phone = phone(.hangUp(.now))
        await #expect(throws: PhoneError.hungUp) { try await phone.key(within: .seconds(4)) }
        try await phone.setVariable("ATTENDANT_STATUS", "hangup")
        #expect(phone.variables == ["ATTENDANT_STATUS": "hangup"])
    }

    @Test("is gone once the line hangs up")
    func lineHangsUp() async throws {
        let phone = phone()
        try await phone.hangUp()
        await #expect(throws: PhoneError.hungUp) { try await phone.answer() }
    }

    @Test("takes no time to listen while work is done")
    func listens() async throws {
        #expect(try await phone().listenBriefly() == nil)
        #expect(clock.uptime == .zero)
    }
}
