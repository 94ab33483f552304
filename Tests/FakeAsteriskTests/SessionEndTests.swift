import FastAGI
import Testing

@testable import FakeAsterisk

@Suite("How a session ends")
struct SessionEndTests {
    private static func channel(_ variables: [String: String] = [:]) -> Channel {
        var world = World()
        world.variables = variables
        world.telephones["201"] = .answers(after: .seconds(2), talks: .seconds(5))
        return Channel(IncomingCall(state: .up), world: world)
    }

    @Test("a server that closes gets HANGUP once more, and AGISTATUS is SUCCESS")
    func normalEnd() {
        var channel = Self.channel()
        _ = channel.begin("NOOP")
        channel.end(at: .seconds(1))
        #expect(channel.takeOutput() == ["HANGUP"])
        #expect(channel.isOver)
        #expect(channel.status == .success)
    }

    @Test("AGISIGHUP=no stops both, and comes too late when the server sets it")
    func noSighup() {
        var channel = Self.channel(["AGISIGHUP": "no"])
        channel.hangUp(at: .zero)
        channel.end(at: .seconds(1))
        #expect(channel.takeOutput().isEmpty)
        var late = Self.channel()
        _ = late.begin("SET VARIABLE AGISIGHUP no")
        late.end(at: .seconds(1))
        #expect(late.takeOutput() == ["HANGUP"])
    }

    @Test("AGIEXITONHANGUP=yes makes Asterisk leave at the hang-up")
    func exitOnHangup() {
        var channel = Self.channel(["AGIEXITONHANGUP": "yes"])
        _ = channel.begin("WAIT FOR DIGIT -1")
        channel.hangUp(at: .seconds(1))
        #expect(channel.takeOutput() == ["200 result=-1", "HANGUP"])
        #expect(channel.isOver)
    }

    @Test("a line that begins with \"failure\" ends it as FAILURE")
    func failureLine() {
        var channel = Self.channel()
        #expect(channel.begin("Failure of ours\nNOOP") == ["HANGUP"])
        #expect(channel.isOver)
        #expect(channel.status == .failure)
    }

    @Test("the server's HANGUP is answered, then HANGUP comes, then most commands are dead")
    func serverHangsUp() {
        var channel = Self.channel()
        #expect(channel.begin("HANGUP") == ["200 result=1", "HANGUP"])
        #expect(channel.begin("ANSWER").first?.hasPrefix("511") == true)
        #expect(channel.begin("EXEC Dial PJSIP/201") == ["200 result=-1"])
        #expect(channel.begin("SET VARIABLE A 1") == ["200 result=1"])
        #expect(channel.status == .hangup)
    }

    @Test("telephones ring on when the server closes, and the session ends after the talk")
    func closesWhileRinging() {
        var channel = Self.channel()
        _ = channel.begin("EXEC Dial PJSIP/201")
        channel.end(at: .seconds(1))
        #expect(!channel.isOver)
        channel.advance(to: .seconds(60))
        #expect(channel.isOver)
        #expect(channel.variables["DIALSTATUS"] == "ANSWER")
    }

    @Test("SET CONTEXT, EXTENSION, PRIORITY and Goto say where the dialplan goes on")
    func continues() {
        var channel = Self.channel()
        _ = channel.begin("SET CONTEXT other\nSET EXTENSION 100\nSET PRIORITY 1")
        #expect(channel.place == DialplanPlace(context: "other", extension: "100", priority: "1"))
        _ = channel.begin("EXEC Goto \"a,b,3\"")
        #expect(channel.place == DialplanPlace(context: "a", extension: "b", priority: "3"))
    }

    @Test("a last command without its newline is run before the end")
    func unterminated() {
        var channel = Self.channel()
        channel.receive(Array("SET VARIABLE A 1".utf8), at: .zero)
        #expect(channel.variables["A"] == nil)
        channel.end(at: .zero)
        #expect(channel.variables["A"] == "1")
    }
}
