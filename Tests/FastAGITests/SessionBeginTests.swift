import FastAGI
import Testing

@Suite("Session, beginning")
struct SessionBeginTests {
    @Test("reads the environment wherever it is cut")
    func cuts() async throws {
        for place in 0...ScriptedAsterisk.environment.utf8.count {
            let session = try await Session.begin(over: ScriptedAsterisk(cut: Cuts.at(place)))
            #expect(session?.environment.threadID == "140135562454720")
        }
        let dripped = try await Session.begin(over: ScriptedAsterisk(cut: Cuts.drip))
        #expect(dripped?.environment.channel == "Local/s@ivr-00000008;2")
    }

    @Test("a peer that closes without a byte is no session and no error")
    func probe() async throws {
        let asterisk = ScriptedAsterisk(opening: "")
        #expect(try await Session.begin(over: asterisk) == nil)
        #expect(asterisk.isClosed)
    }

    @Test("a peer that closes within the block is an error that says where")
    func cutOff() async throws {
        for bytes in 1..<ScriptedAsterisk.environment.utf8.count {
            let opening = String(decoding: ScriptedAsterisk.environment.utf8.prefix(bytes), as: UTF8.self)
            let asterisk = ScriptedAsterisk(opening: opening)
            let lines = opening.utf8.count { $0 == 10 }
            await #expect(throws: SessionError.environment(.cutOff(lines: lines))) {
                try await Session.begin(over: asterisk)
            }
            #expect(asterisk.isClosed)
        }
    }

    @Test("whoever is no Asterisk is turned away")
    func notAGI() async throws {
        let asterisk = ScriptedAsterisk(opening: "GET / HTTP/1.1\r\nHost: a\r\n\r\n", end: .waits)
        await #expect(throws: SessionError.environment(.notAGI(excerpt: "GET / HTTP/#.#"))) {
            try await Session.begin(over: asterisk)
        }
        #expect(asterisk.isClosed)
    }

    @Test("each limit of the block is held while it drips in")
    func limits() async throws {
        let endless = ScriptedAsterisk(opening: "agi_" + String(repeating: "x", count: 99), end: .waits, cut: Cuts.drip)
        await #expect(throws: SessionError.environment(.lineTooLong(line: 1, limit: 50))) {
            try await Session.begin(over: endless, limits: Limits(environmentLineBytes: 50))
        }
        let many = ScriptedAsterisk(opening: String(repeating: "agi_x: y\n", count: 500), end: .waits, cut: Cuts.drip)
        await #expect(throws: SessionError.environment(.tooManyLines(limit: 256))) {
            try await Session.begin(over: many)
        }
        let large = ScriptedAsterisk(
            opening: String(repeating: "agi_x: \(String(repeating: "y", count: 8_000))\n", count: 20), end: .waits)
        await #expect(throws: SessionError.environment(.tooManyBytes(limit: 65_536))) {
            try await Session.begin(over: large)
        }
    }

    @Test("what comes along with the block is not lost")
    func hangupBehindBlock() async throws {
        let asterisk = ScriptedAsterisk(opening: ScriptedAsterisk.environment + "HANGUP\n")
        let session = try #require(try await Session.begin(over: asterisk))
        await #expect(throws: SessionError.hungUp) { try await session.send(.answer) }
        #expect(session.isHungUp && asterisk.lines == [])
    }
}
