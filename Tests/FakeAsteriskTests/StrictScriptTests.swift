import FastAGI
import TestClocks
import Testing

@testable import FakeAsterisk

@Suite("A strict scripted Asterisk")
struct StrictScriptTests {
    private static let session = """
        # The caller presses 1, and the telephone is busy.
        > ANSWER
        < 200 result=0   [0.501s]
        > stream file menu "0123456789*#"
        < 200 result=49 endpos=13760   [1.703s]
        > SET VARIABLE *
        < 200 result=1
        > EXEC Dial "PJSIP/201,20"
        < 200 result=0
        > GET VARIABLE DIALSTATUS
        < 200 result=1 (BUSY)
        > HANGUP
        < 200 result=1
        ! hang up
        """

    private func run(_ script: ScriptedAsterisk) async -> FakeAsteriskError? {
        let (ours, theirs) = MemoryLink.pair()
        async let serving: Void = {
            guard let session = try? await Session.begin(over: theirs) else { return theirs.close() }
            await TinyServer.reception(session)
        }()
        defer { theirs.close() }
        do {
            try await script.run(over: ours)
            await serving
            return nil
        } catch {
            await serving
            return error
        }
    }

    @Test("a server that does what the script says passes")
    func passes() async throws {
        #expect(await run(try ScriptedAsterisk(Self.session)) == nil)
    }

    @Test("another command than expected fails, and says which, with the transcript")
    func unexpected() async throws {
        let wrong = Self.session.replacing("> GET VARIABLE DIALSTATUS", with: "> GET VARIABLE QUEUESTATUS")
        let error = try #require(await run(try ScriptedAsterisk(wrong)))
        guard case .unexpectedCommand(let got, let expected, let transcript) = error else {
            Issue.record("\(error)")
            return
        }
        #expect(CommandWords(line: got.utf8).strings == ["GET", "VARIABLE", "DIALSTATUS"])
        #expect(expected == "GET VARIABLE QUEUESTATUS")
        #expect(transcript.hasPrefix("> ANSWER\n< 200 result=0\n> stream file menu") == false)
        #expect(transcript.contains("< 200 result=49 endpos=13760\n"))
        #expect(error.description.contains("expected: GET VARIABLE QUEUESTATUS"))
    }

    @Test("a line that was never used fails")
    func unused() async throws {
        let longer = Self.session.replacing("! hang up", with: "> NOOP\n< 200 result=0")
        let error = await run(try ScriptedAsterisk(longer))
        guard case .unusedLines(let lines, _) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(lines == ["> NOOP", "< 200 result=0"])
    }

    @Test("a command after the end of the script fails")
    func beyond() async throws {
        let error = await run(try ScriptedAsterisk("> ANSWER\n< 200 result=0"))
        guard case .unexpectedCommand(_, nil, _) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test("a server that says nothing fails after its time")
    func silent() async throws {
        let clock = ManualClock()
        let script = ScriptedAsterisk([.expect("ANSWER")], patience: .seconds(3), clock: clock)
        let (ours, theirs) = MemoryLink.pair()
        let error = await withTaskGroup(of: FakeAsteriskError?.self) { group in
            group.addTask {
                do throws(FakeAsteriskError) { try await script.run(over: ours) } catch { return error }
                return nil
            }
            await clock.somebodySleeps()
            clock.advance(by: .seconds(3))
            return await group.next() ?? nil
        }
        #expect(error == .silentServer(after: .seconds(3), transcript: ""))
        theirs.close()
    }

    @Test("a recorded session is a script as it stands")
    func recorded() throws {
        let text = try Recorded.text("asterisk-22.10-caller-keys-then-hangup").replacing("timed out", with: "")
        let script = try ScriptedAsterisk(text)
        #expect(script.environment?.count == 23)
        #expect(script.environment?.first == "agi_network: yes")
        #expect(script.environment?.last == "")
        #expect(script.lines.first == .expect("ANSWER"))
        #expect(script.lines.contains(.reply("200 result=5551234")))
    }

    @Test("a line that is neither is refused with its number", arguments: ["ANSWER", "! dance", "? x"])
    func unreadable(line: String) {
        #expect(throws: FakeAsteriskError.unreadableLine(number: 2, text: line)) {
            _ = try ScriptedAsterisk("> ANSWER\n\(line)")
        }
    }
}
