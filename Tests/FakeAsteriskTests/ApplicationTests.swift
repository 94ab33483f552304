import FastAGI
import Testing

@testable import FakeAsterisk

@Suite("Dialplan applications")
struct ApplicationTests {
    private static let sounds = KnownSounds(["a": Sound(lasting: .seconds(1)), "b": Sound(lasting: .seconds(2))])

    private static func channel(_ variables: [String: String] = [:], state: LineState = .up) -> Channel {
        var world = World()
        world.variables = variables
        return Channel(IncomingCall(state: state), world: world, sounds: sounds)
    }

    @Test(
        "results and times",
        arguments: [
            ("NoOp x", 0, 0.0), ("noop", 0, 0), ("Playback a&b", 0, 3), ("Playback nothing", 0, 0),
            ("Wait 1.5", 0, 1.5),
            ("MusicOnHold default,4", 0, 4), ("Progress", 0, 0), ("Answer", 0, 0), ("Congestion 2", -1, 2),
            ("NoSuchApp x", -2, 0), ("Dial", -1, 0),
        ] as [(String, Int, Double)])
    func results(text: String, result: Int, seconds: Double) {
        var channel = Self.channel()
        let answer = channel.ask("EXEC \(text)")
        #expect(answer.lines == ["200 result=\(result)"])
        #expect(answer.at.inSeconds == seconds)
    }

    @Test("Playback answers the call unless it is told not to, and says how it went")
    func playback() {
        var channel = Self.channel(state: .ring)
        #expect(channel.ask("EXEC Playback a,skip").at == .zero)
        #expect(channel.ask("EXEC Playback a,noanswer").at == .seconds(1))
        #expect(channel.begin("CHANNEL STATUS") == ["200 result=4"])
        _ = channel.ask("EXEC Playback a", at: .seconds(2))
        #expect(channel.begin("CHANNEL STATUS") == ["200 result=6"])
        #expect(channel.variables["PLAYBACKSTATUS"] == "SUCCESS")
        _ = channel.ask("EXEC Playback nothing", at: .seconds(9))
        #expect(channel.variables["PLAYBACKSTATUS"] == "FAILED")
    }

    @Test("only the third word is passed on: options with blanks need quotes")
    func oneArgument() {
        var channel = Self.channel()
        _ = channel.begin("EXEC Set A=1 B=2")
        #expect(channel.variables["A"] == "1")
        #expect(channel.variables["B"] == nil)
        _ = channel.begin("EXEC MSet \"C=1,__D=2 3,CALLERID(name)=Jo\"")
        #expect(channel.variables["C"] == "1")
        #expect(channel.variables["D"] == "2 3")
        #expect(channel.begin("GET VARIABLE CALLERID(name)") == ["200 result=1 (Jo)"])
    }

    @Test("variables in options are worked out only with AGIEXECFULL=yes")
    func execFull() {
        var plain = Self.channel()
        _ = plain.begin("EXEC Set A=${EXTEN}")
        #expect(plain.variables["A"] == "${EXTEN}")
        var full = Self.channel(["AGIEXECFULL": "yes"])
        _ = full.begin("EXEC Set A=${EXTEN}")
        #expect(full.variables["A"] == "700")
    }

    @Test("Hangup of the dialplan ends the call")
    func hangup() {
        var channel = Self.channel()
        #expect(channel.begin("EXEC Hangup") == ["200 result=-1", "HANGUP"])
        #expect(channel.isDead)
    }

    @Test("options are split at commas outside parentheses")
    func options() {
        #expect(AppArguments.split("PJSIP/1,20,U(sub^a,b)m") == ["PJSIP/1", "20", "U(sub^a,b)m"])
        #expect(AppArguments.options("mU(sub^a)g") == ["m": "", "U": "sub^a", "g": ""])
    }
}
