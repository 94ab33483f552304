import FakeAsterisk
import FastAGI
import Testing

/// Your server: what it does with one call.
func reception(_ session: Session) async throws {
    _ = try await session.send(.answer)
    let played = try await session.send(.streamFile("menu", escape: .all))
    if played.result == 49 { _ = try await session.send(.exec(application: "Dial", options: "PJSIP/201,20")) }
    session.close()
}

@Suite("Your server")
struct YourServerTests {
    /// Both ends in memory; `run(host:port:)` in the place of `run(over:)` calls a server over TCP.
    private func serve(_ transport: any Transport) async throws {
        if let session = try await Session.begin(over: transport) { try await reception(session) }
    }

    @Test("1 rings the workshop, command for command")
    func script() async throws {
        let (ours, theirs) = MemoryLink.pair()
        let asterisk = try ScriptedAsterisk(
            """
            > ANSWER
            < 200 result=0
            > STREAM FILE menu "0123456789*#"
            < 200 result=49 endpos=13760
            > EXEC Dial "PJSIP/201,20"
            < 200 result=0
            """)
        async let serving: Void = serve(theirs)
        try await asterisk.run(over: ours)
        try await serving
    }

    @Test("a caller who presses 1 while the menu plays talks to the workshop")
    func caller() async throws {
        let (ours, theirs) = MemoryLink.pair()
        var world = World()
        world.telephones["PJSIP/201"] = .answers(after: .seconds(3), talks: .seconds(10))
        let sounds = KnownSounds(["menu": Sound(lasting: .seconds(4), text: "For the workshop, press 1.")])
        let call = FakeCall(world: world, caller: try CallerScript("1 at 2"), sounds: sounds)
        async let serving: Void = serve(theirs)
        let report = await call.run(over: ours)
        try await serving
        #expect(report.said == ["For the workshop, press 1."])
        #expect(report.rung.map(\.dialString) == ["PJSIP/201"])
        #expect(report.variables["DIALSTATUS"] == "ANSWER")
        #expect(report.keys(.lost) == 0)
    }
}
