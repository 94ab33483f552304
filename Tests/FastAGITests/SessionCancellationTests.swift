import FastAGI
import Testing

@Suite("Session, cancelled")
struct SessionCancellationTests {
    @Test("cancelling the task that waits ends the wait and closes the session")
    func whileWaiting() async throws {
        let asterisk = ScriptedAsterisk(end: .waits)
        let session = try #require(try await Session.begin(over: asterisk))
        let task = Task { try await session.send(.waitForDigit(.never)) }
        await asterisk.hasBeenAsked(times: 2)
        task.cancel()
        await #expect(throws: SessionError.cancelled) { try await task.value }
        #expect(asterisk.isClosed && session.ending == .cancelled)
        await #expect(throws: SessionError.cancelled) { try await session.send(.noop()) }
        #expect(asterisk.lines == ["WAIT FOR DIGIT -1"])
    }

    @Test("a deadline around a command, as a caller would set it")
    func deadline() async throws {
        let asterisk = ScriptedAsterisk(end: .waits)
        let session = try #require(try await Session.begin(over: asterisk))
        let result = await withTaskGroup(of: Bool.self) { group in
            group.addTask { (try? await session.send(.waitForDigit(.never))) != nil }
            group.addTask {
                await asterisk.hasBeenAsked(times: 2)
                return true
            }
            let first = await group.next()
            group.cancelAll()
            return (first, await group.next())
        }
        #expect(result == (true, false))
        #expect(session.ending == .cancelled)
    }

    @Test("a task cancelled before its command leaves the session as it is")
    func beforehand() async throws {
        let asterisk = ScriptedAsterisk(answers: ["200 result=0\n"])
        let session = try #require(try await Session.begin(over: asterisk))
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await session.send(.answer)
        }
        await #expect(throws: SessionError.cancelled) { try await task.value }
        #expect(session.ending == nil && asterisk.lines == [])
        #expect(try await session.send(.noop()).result == 0)
    }

    @Test(
        "cancelling the task that reads the environment closes the connection", arguments: ["", "agi_network: yes\n"])
    func inEnvironment(opening: String) async throws {
        let asterisk = ScriptedAsterisk(opening: opening, end: .waits)
        let task = Task { try await Session.begin(over: asterisk) }
        await asterisk.hasBeenAsked(times: opening.isEmpty ? 1 : 2)
        task.cancel()
        await #expect(throws: SessionError.cancelled) { try await task.value }
        #expect(asterisk.isClosed)
    }
}
