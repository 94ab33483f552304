import FastAGI
import Synchronization
import Testing

@Suite("Session")
struct SessionTests {
    private func session(_ asterisk: ScriptedAsterisk) async throws -> Session {
        try #require(try await Session.begin(over: asterisk))
    }

    @Test("one command is one write with its newline")
    func oneWrite() async throws {
        let asterisk = ScriptedAsterisk(answers: ["200 result=0\n", "200 result=1\n"])
        let session = try await session(asterisk)
        #expect(try await session.send(.answer).result == 0)
        #expect(try await session.send(.set(.variable(name: "a", value: "b"))).result == 1)
        #expect(
            asterisk.writes.map { String(decoding: $0, as: UTF8.self) } == ["ANSWER\n", "SET VARIABLE \"a\" \"b\"\n"])
        #expect(session.ending == nil && !asterisk.isClosed)
    }

    @Test("keeps in step through every odd order of lines, wherever they are cut", arguments: TalkTable.talks)
    func talks(talk: Talk) async throws {
        let longest = talk.steps.map(\.answer.utf8.count).max() ?? 0
        for place in 0...longest { try await talk.run(cut: Cuts.at(place)) }
        try await talk.run(cut: Cuts.drip)
        try await talk.run(cut: Cuts.lines)
    }

    @Test("a hang-up is told once, also when Asterisk says it again and answers 511")
    func hangupIsToldOnce() async throws {
        let told = Mutex(0)
        let answers = ["HANGUP\n200 result=-1\nHANGUP\n", "511 Command Not Permitted\n", "HANGUP\n200 result=0\n"]
        let asterisk = ScriptedAsterisk(answers: answers)
        let begun = try await Session.begin(over: asterisk) { told.withLock { $0 += 1 } }
        let session = try #require(begun)
        #expect(!session.isHungUp)
        _ = try await session.send(.streamFile("a"))
        #expect(session.isHungUp)
        await #expect(throws: SessionError.hungUp) { try await session.send(.raw(words: ["FUTURE"])) }
        #expect(try await session.send(.noop()).result == 0)
        #expect(told.withLock { $0 } == 1)
    }

    @Test("after a hang-up only what a dead channel allows touches the wire")
    func deadChannel() async throws {
        let asterisk = ScriptedAsterisk(answers: ["HANGUP\n200 result=0\n", "200 result=1\n"])
        let session = try await session(asterisk)
        _ = try await session.send(.noop())
        await #expect(throws: SessionError.hungUp) { try await session.send(.streamFile("a")) }
        await #expect(throws: SessionError.hungUp) {
            try await session.send(.gosub(context: "a", extension: "s", priority: .number(1)))
        }
        #expect(try await session.send(.set(.variable(name: "a", value: "b"))).result == 1)
        #expect(asterisk.lines == ["NOOP", #"SET VARIABLE "a" "b""#])
    }

    @Test("a hang-up that lies between two commands is seen before the second is sent")
    func hangupBetween() async throws {
        let asterisk = ScriptedAsterisk(answers: ["200 result=0\nHANGUP\n"])
        let session = try await session(asterisk)
        _ = try await session.send(.noop())
        await #expect(throws: SessionError.hungUp) { try await session.send(.answer) }
        #expect(asterisk.lines == ["NOOP"])
        #expect(session.isHungUp)
    }

    @Test("a command that cannot be written is not sent, and the session goes on")
    func refusedCommand() async throws {
        let asterisk = ScriptedAsterisk(answers: ["200 result=0\n"])
        let session = try await session(asterisk)
        await #expect(throws: SessionError.command(.forbiddenByte(10))) { try await session.send(.sendText("a\nb")) }
        await #expect(throws: SessionError.command(.notDigits)) { try await session.send(.say(.digits("#"))) }
        #expect(try await session.send(.noop()).result == 0)
        #expect(asterisk.lines == ["NOOP"])
    }

    @Test("the longest line follows the Asterisk's version", arguments: [("22.10.1", 8_190), ("20.7.0", 2_046)])
    func lineLimit(version: String, limit: Int) async throws {
        let opening = ScriptedAsterisk.environment(["agi_version": version])
        let session = try await session(ScriptedAsterisk(opening: opening, answers: ["200 result=0\n"]))
        let text = String(repeating: "x", count: limit - #"NOOP """#.utf8.count)
        await #expect(throws: SessionError.command(.lineTooLong(bytes: limit + 1, limit: limit))) {
            try await session.send(.noop(text + "x"))
        }
        #expect(try await session.send(.noop(text)).result == 0)
    }

    @Test(
        "a reply that is garbage, or was not asked for, closes the session", arguments: ["bogus\n", "200 OK\n", "\n"])
    func garbage(text: String) async throws {
        let asterisk = ScriptedAsterisk(answers: [text])
        let session = try await session(asterisk)
        let error = await #expect(throws: SessionError.self) { try await session.send(.noop()) }
        guard let error, case .reply(.garbage) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(asterisk.isClosed && session.ending == error)
        await #expect(throws: error) { try await session.send(.noop()) }
        #expect(asterisk.lines == ["NOOP"])
    }

    @Test("a second reply to one command closes the session before the next is sent")
    func secondReply() async throws {
        let asterisk = ScriptedAsterisk(answers: ["200 result=0\n200 result=1\n"])
        let session = try await session(asterisk)
        _ = try await session.send(.noop())
        await #expect(throws: SessionError.reply(.unasked(excerpt: "200 result=#"))) {
            try await session.send(.noop())
        }
        #expect(asterisk.lines == ["NOOP"] && asterisk.isClosed)
    }

    @Test("a write that fails ends the session with what the transport said")
    func failedWrite() async throws {
        let asterisk = ScriptedAsterisk(failsToSend: true)
        let session = try await session(asterisk)
        let error = SessionError.disconnected(reason: "Failure()")
        await #expect(throws: error) { try await session.send(.noop()) }
        #expect(session.ending == error && asterisk.isClosed)
    }

    @Test("two commands at once: the second is refused, the first gets its reply")
    func twoAtOnce() async throws {
        let asterisk = ScriptedAsterisk(end: .waits)
        let session = try await session(asterisk)
        async let first = session.send(.waitForDigit(.never))
        await asterisk.hasBeenAsked(times: 2)
        await #expect(throws: SessionError.commandInFlight) { try await session.send(.noop()) }
        asterisk.say("200 result=49\n")
        #expect(try await first.result == 49)
        #expect(asterisk.lines == ["WAIT FOR DIGIT -1"])
    }

    @Test("close ends the wait, and what comes after")
    func close() async throws {
        let asterisk = ScriptedAsterisk(end: .waits)
        let session = try await session(asterisk)
        let first = Task { try await session.send(.waitForDigit(.never)) }
        await asterisk.hasBeenAsked(times: 2)
        session.close()
        await #expect(throws: SessionError.closed) { try await first.value }
        await #expect(throws: SessionError.closed) { try await session.send(.noop()) }
        #expect(asterisk.isClosed && session.ending == .closed)
    }
}
