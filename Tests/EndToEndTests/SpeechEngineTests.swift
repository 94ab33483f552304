import FakeAsterisk
import FastAGI
import Foundation
import Testing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

@Suite("When the speech engine fails under a running server", .timeLimit(.minutes(2)))
struct SpeechEngineTests {
    private let folder: TemporaryFolder
    private let server: Served

    init() async throws {
        folder = try TemporaryFolder()
        try folder.write(Files.callback, "menus/reception.json")
        // Sounds of its own: a number that is read out is in no cache.
        server = try await Served(folder, ["--sounds", folder.path + "/sounds"])
    }

    private func child() async throws -> Int32 {
        try #require(try ChildProcess.speaking(for: await server.number))
    }

    private func ask(_ number: String) async throws -> CallReport {
        try await server.call("2, 1", IncomingCall(number: number))
    }

    @Test("a crash: calls go on, and the next prompt is spoken by another process")
    func crash() async throws {
        let before = try await child()
        #expect(try await ask("07700900001").said.last?.hasPrefix("Thank you") == true)
        #expect(try await child() == before)
        kill(before, SIGKILL)
        let report = try await ask("07700900002")
        #expect(report.said.last?.hasPrefix("Thank you") == true, "\(report.said)")
        let line = try await server.errors.waits(for: "speech engine lost")
        #expect(line.hasPrefix("error ") && line.contains("signal 9"), "\(line)")
        #expect(!line.contains("900002"))
        #expect(try await child() != before)
        #expect(ChildProcess.isGone(before))
        #expect(await server.stop() == 0)
    }

    @Test("a crash in the middle of a call: what was to be said is said by another process")
    func crashInCall() async throws {
        let before = try await child()
        kill(before, SIGSTOP)
        async let report = server.call("2, 1", IncomingCall(number: "07700900003")) { event in
            // The menu is there already; the number is not.
            if case .said = event.kind { kill(before, SIGKILL) }
        }
        #expect(try await report.said.last?.hasPrefix("Thank you") == true)
        #expect(ChildProcess.isGone(before))
        #expect(await server.stop() == 0)
    }

    @Test("a hang: Asterisk reads the number within a prompt's time, and then another process speaks")
    func hang() async throws {
        let before = try await child()
        kill(before, SIGSTOP)
        let clock = ContinuousClock()
        let began = clock.now
        let reports = try await withThrowingTaskGroup(of: (CallReport, Duration).self) { group in
            for number in 4..<8 {
                group.addTask { (try await ask("0770090000\(number)"), clock.now - began) }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        for (report, took) in reports {
            #expect(report.said.last?.hasPrefix("Thank you") == true, "\(report.said)")
            #expect(report.commands.contains { $0.hasPrefix("SAY ALPHA") })
            #expect(took < .seconds(3), "two seconds, and one millisecond for each character, besides a busy machine")
        }
        print("speech engine hangs: the slowest of \(reports.count) calls took \(reports.map(\.1).max() ?? .zero)")
        let line = try await server.errors.waits(for: "speech engine lost")
        #expect(line.contains("did not answer within 5") && line.contains("signal 9"), "\(line)")
        #expect(ChildProcess.isGone(before))
        // What nobody waits for any more is not spoken; the next that is asked for starts another process.
        let report = try await ask("07700900009")
        let after = try await ChildProcess.waitsForOne(speakingFor: await server.number)
        #expect(report.said.last?.hasPrefix("Thank you") == true)
        #expect(!report.commands.contains { $0.hasPrefix("SAY") })
        #expect(after != before)
        #expect(await server.stop() == 0)
    }

    @Test("a server that stops, or is killed, leaves no process behind", arguments: [SIGTERM, SIGKILL])
    func noOrphan(signal: Int32) async throws {
        let child = try await child()
        await server.signal(signal)
        _ = await server.end()
        try await ChildProcess.waitsForEnd(of: child)
    }

    @Test("Ctrl-C in a terminal ends no process before the calls have ended")
    func interrupted() async throws {
        let child = try await child()
        #expect(getpgid(child) != getpgid(await server.number))
        for number in [SIGINT, SIGTERM] { kill(child, number) }
        #expect(try await ask("07700900010").said.last?.hasPrefix("Thank you") == true)
        #expect(try await self.child() == child)
        #expect(await server.stop() == 0)
    }
}
