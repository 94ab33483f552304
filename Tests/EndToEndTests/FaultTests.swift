import FakeAsterisk
import FastAGI
import Foundation
import Testing

@Suite("When something fails under a running server", .timeLimit(.minutes(5)))
struct FaultTests {
    private static let mailed = Files.callback.replacing(
        #""office": {}"#, with: #""office": { "email": "office@example.org" }"#)
    private static let apology = "I am sorry, I could not note that."

    private func folder(_ menu: String = Files.callback) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(menu, "menus/reception.json")
        return folder
    }

    private func rows(_ folder: TemporaryFolder) async throws -> [[String: Any]] {
        let result = try await Program.run(["callbacks", "list", "--json", "--data", folder.path + "/data"])
        return try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [[String: Any]] ?? []
    }

    @Test("pages of the database overwritten: an honest sentence, the operator, and a line that says what to do")
    func overwritten() async throws {
        let folder = try folder()
        var server = try await Served(folder)
        _ = try await server.call("2, 1")
        #expect(await server.stop() == 0)
        server = try await Served(folder)
        let file = try FileHandle(forUpdating: URL(filePath: folder.path + "/data/attendant.sqlite"))
        let size = Int(try file.seekToEnd())
        try file.seek(toOffset: 4096)
        try file.write(contentsOf: Data(repeating: 0x55, count: size - 4096))
        try file.close()
        let report = try await server.call("2, 1", IncomingCall(number: "07700900002"))
        #expect(report.said.contains(Self.apology), "\(report.said)")
        #expect(!report.said.contains { $0.hasPrefix("Thank you") })
        #expect(report.rung.map(\.dialString) == ["PJSIP/200"])
        let line = try await server.errors.waits(for: "records cannot be written")
        #expect(line.contains("malformed") && line.contains("`attendant restore BACKUP`"), "\(line)")
        _ = await server.stop()
    }

    @Test("the database removed: written anew with all that was in it, and the next request is thanked")
    func removed() async throws {
        let folder = try folder()
        let server = try await Served(folder)
        _ = try await server.call("2, 1")
        for suffix in ["", "-wal", "-shm"] {
            try FileManager.default.removeItem(atPath: folder.path + "/data/attendant.sqlite" + suffix)
        }
        let line = try await server.errors.waits(for: "records removed while in use")
        #expect(line.hasPrefix("error "))
        let report = try await server.call("2, 1", IncomingCall(number: "07700900002"))
        #expect(report.said.last?.hasPrefix("Thank you") == true)
        #expect(try await rows(folder).compactMap { $0["number"] as? String } == ["+447700900001", "+447700900002"])
        #expect(await server.stop() == 0)
        #expect(try await rows(folder).count == 2)
    }

    @Test("the menus folder gone: the versions before it answer, the log says why, and it is seen when it comes back")
    func menusGone() async throws {
        let folder = try folder()
        let server = try await Served(folder)
        try FileManager.default.moveItem(atPath: folder.path + "/menus", toPath: folder.path + "/away")
        await server.signal(SIGHUP)
        let line = try await server.errors.waits(for: "menus cannot be looked at: the versions before them answer")
        #expect(line.contains("the menus folder cannot be read"))
        #expect(try await server.call("1").variables["ATTENDANT_STATUS"] == "talked")
        try folder.write(Files.callback.replacing("repairs", with: "spare parts"), "away/reception.json")
        try FileManager.default.moveItem(atPath: folder.path + "/away", toPath: folder.path + "/menus")
        try await server.errors.waits(for: "menu changed")
        #expect(try await server.call("1").said.first?.contains("For spare parts, press 1.") == true)
        #expect(await server.stop() == 0)
    }

    @Test("the sounds folder gone: every prompt is made again, and no caller waits two seconds in silence")
    func soundsGone() async throws {
        let folder = try folder()
        let sounds = folder.path + "/sounds"
        let server = try await Served(folder, ["--sounds", sounds])
        let before = try await server.call("2, 1").said
        try FileManager.default.removeItem(atPath: sounds)
        let clock = ContinuousClock()
        let begin = clock.now
        let report = try await server.call("2, 1", IncomingCall(number: "07700900002"))
        let took = clock.now - begin
        // The number that is read out is another one.
        #expect(report.said.count == 3 && report.said.first == before.first && report.said.last == before.last)
        #expect(took < .seconds(2) * report.said.count)
        print("sounds made again: \(report.said.count) prompts in \(took)")
        #expect(await server.stop() == 0)
    }

    @Test("a sounds folder that cannot be written: who calls reaches the operator")
    func soundsRefused() async throws {
        let folder = try folder()
        let sounds = folder.path + "/sounds"
        let server = try await Served(folder, ["--sounds", sounds])
        try FileManager.default.removeItem(atPath: sounds)
        try folder.write("", "sounds")
        let clock = ContinuousClock()
        let begin = clock.now
        let report = try await server.call("2, 1")
        #expect(clock.now - begin < .seconds(2))
        #expect(
            server.errors.all.contains { $0.hasPrefix("error prompt has no sound") && $0.contains("Not a directory") })
        #expect(report.rung.map(\.dialString) == ["PJSIP/200"])
        #expect(await server.stop() == 0)
    }

    @Test("no mail program: the request is kept and thanked, its mail waits, and the log names the program")
    func noSendmail() async throws {
        let folder = try folder(Self.mailed)
        let server = try await Served(folder, ["--mailcmd", "/nowhere/sendmail -t"])
        let report = try await server.call("2, 1")
        #expect(report.said.last?.hasPrefix("Thank you") == true)
        let line = try await server.errors.waits(for: "not told; it will be tried again")
        #expect(line.contains("/nowhere/sendmail"), "\(line)")
        #expect(try await rows(folder).first?["told"] as? String == "waiting")
        #expect(await server.stop() == 0)
    }

    @Test("no descriptor left: calls under way go on, new ones are turned away, and service comes back by itself")
    func noDescriptors() async throws {
        let folder = try folder()
        let server = try await Served(folder)
        let (said, heard) = AsyncStream.makeStream(of: String.self)
        let (live, caller) = AsyncStream.makeStream(of: LiveAct.self)
        var texts = said.makeAsyncIterator()
        var world = World()
        world.otherTelephones = .answers(after: .milliseconds(100), talks: .milliseconds(100))
        async let call = FakeCall(IncomingCall(), world: world, pace: .real).run(
            host: "127.0.0.1", port: server.port, on: server.loop, live: live
        ) { event in
            if case .said(let text) = event.kind { heard.yield(text) }
        }
        #expect(await texts.next()?.contains("press 2") == true)
        let number = await server.number
        // None beyond those that are open; gaps among them, and those that others leave, are taken by peers who say
        // nothing, until one of them finds no place.
        try limit(number, to: try highestOpen(number) + 1)
        let silent = Peers()
        defer { silent.close() }
        while try !silent.connectIsTurnedAway(by: server.port) { try #require(silent.count < 500) }
        let line = try await server.errors.waits(for: "connection turned away")
        #expect(line.contains("noDescriptor"), "\(line)")
        caller.yield(.press(.one))
        let report = try await call
        #expect(report.rung.map(\.dialString) == ["PJSIP/201"], "\(report.commands) \(server.errors.all)")
        try limit(number, to: 1024)
        silent.close()
        let later = try await server.call("2, 1", IncomingCall(number: "07700900002"))
        #expect(later.said.last?.hasPrefix("Thank you") == true)
        #expect(await server.stop() == 0)
    }

    private func highestOpen(_ number: Int32) throws -> Int {
        try FileManager.default.contentsOfDirectory(atPath: "/proc/\(number)/fd").compactMap { Int($0) }.max() ?? 0
    }

    private func limit(_ number: Int32, to count: Int) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/prlimit")
        process.arguments = ["--pid", "\(number)", "--nofile=\(count):"]
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
    }
}
