import Foundation
import Testing

@Suite("attendant call at a terminal")
struct TypedCallTests {
    /// A menu that is short to hear, in a folder of its own.
    private static let menu = """
        { "attendant": 1, "name": "M", "country": "GB", "operator": "200", "people": { "anna": "201" },
          "start": { "say": "Hi.", "menu": { "1": { "for": "repairs", "ring": "anna" } } } }
        """

    private func typed(
        _ folder: TemporaryFolder, _ arguments: [String] = [], _ variables: [String: String] = [:],
        _ body: (Typed) async throws -> Void
    ) async throws {
        let file = try folder.write(Self.menu, "short.json")
        await StartGate.shared.enter()
        let typed = try Typed(
            ["call", file] + arguments,
            ["ATTENDANT_SOUNDS": Files.sounds, "TERM": "xterm"].merging(variables) { $1 })
        do { try await body(typed) } catch {
            await StartGate.shared.leave()
            throw error
        }
        await StartGate.shared.leave()
    }

    @Test("a key acts without Enter, lines fit 80 columns, and the call is saved as a test that passes")
    func saves() async throws {
        let folder = try TemporaryFolder()
        try await typed(folder, ["--people", "anna=answers after 1"]) { call in
            #expect(await call.waits(for: "says"))
            #expect(call.isRaw)
            // The key lights up when it is spoken.
            #expect(await call.waits(for: "\u{1B}[1;7m1\u{1B}[0m"), "\(call.seen)")
            call.press("1")
            #expect(await call.waits(for: "Repairs: +447700900001"), "\(call.seen)")
            #expect(await call.waits(for: "anna answers"), "\(call.seen)")
            call.press("h")
            #expect(await call.waits(for: "y/N"), "\(call.seen)")
            call.press("y")
            #expect(await call.ends() == 0, "\(call.seen)")
            #expect(call.isRestored)
            #expect(call.lines.allSatisfy { $0.count <= 80 || $0.hasPrefix("Save") || $0.hasPrefix("saved") })
        }
        let test = try folder.read("short.test.json")
        #expect(test.contains("\"script\": [\"press 1\"]") && test.contains("\"reaches\": \"anna\""))
        let check = try await Program.run(["check", folder.path + "/short.json"], ["ATTENDANT_SOUNDS": Files.sounds])
        #expect(check.output.contains("short: 1 call ok"), "\(check.output)")
    }

    @Test("ctrl-C ends it at once and gives the terminal back", arguments: ["xterm", "dumb"])
    func interrupted(term: String) async throws {
        let folder = try TemporaryFolder()
        try await typed(folder, [], ["TERM": term]) { call in
            #expect(await call.waits(for: "says"))
            #expect(call.isRaw)
            call.interrupt()
            #expect(await call.ends() == SIGINT)
            #expect(call.isRestored)
            #expect(call.seen.contains("\u{1B}") == (term == "xterm"))
        }
    }

    /// A player that writes down its process and what it is given, and plays for a minute.
    private static func player(log: String) -> String {
        """
        #!/bin/sh
        echo "$$ $1" >> "\(log)"
        exec sleep 60
        """
    }

    @Test("with --sound the machine's player plays each prompt, and a key cuts it short")
    func sound() async throws {
        let folder = try TemporaryFolder()
        let log = folder.path + "/played"
        let program = try folder.write(Self.player(log: log), "bin/paplay")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
        let path = "\(folder.path)/bin:/usr/bin:/bin"
        try await typed(folder, ["--sound", "--people", "anna=answers after 1"], ["PATH": path]) { call in
            #expect(await call.waits(for: "\u{1B}[1;7m1\u{1B}[0m"), "\(call.seen)")
            call.press("1")
            #expect(await call.waits(for: "anna answers"), "\(call.seen)")
            call.press("h")
            #expect(await call.waits(for: "y/N"), "\(call.seen)")
            call.press("n")
            #expect(await call.ends() == 0, "\(call.seen)")
        }
        let played = try folder.read("played").split(separator: "\n").map { $0.split(separator: " ", maxSplits: 1) }
        let first = try #require(played.first?.last.map(String.init))
        #expect(first.hasSuffix(".wav") && FileManager.default.fileExists(atPath: first), "\(played)")
        let words = try String(contentsOfFile: first.dropLast(4) + ".txt", encoding: .utf8)
        #expect(words.hasPrefix("Hi."))
        for player in played { #expect(player.first.flatMap { pid_t($0) }.map { kill($0, 0) } == -1, "\(player)") }
    }

    @Test("no colours with NO_COLOR")
    func plain() async throws {
        let folder = try TemporaryFolder()
        try await typed(folder, [], ["NO_COLOR": "1"]) { call in
            #expect(await call.waits(for: "says"))
            call.press("h")
            #expect(await call.waits(for: "y/N"))
            call.press("n")
            #expect(await call.ends() == 0)
            #expect(call.isRestored && !call.seen.contains("\u{1B}[1"))
        }
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/short.test.json"))
    }

    @Test("the world of a call by flags and by a file, and a fault in it is one line and exit code 2")
    func world() async throws {
        let folder = try TemporaryFolder()
        let file = try folder.write(Self.menu, "short.json")
        let world = try folder.write(
            #"{ "people": { "anna": "no-answer", "200": "answers after 2" }, "from": "hidden" }"#, "w.json")
        let sounds = ["ATTENDANT_SOUNDS": Files.sounds]
        let call = try await Program.run(
            ["call", file, "--keys", "1", "--world", world, "--at", "2026-03-03 10:00", "--save-test"],
            sounds)
        #expect(call.code == 0, "\(call.errors)")
        #expect(call.output.contains("shows   Repairs: anonymous"))
        #expect(try folder.read("short.test.json").contains("\"from\": \"hidden\""))
        let fault = try await Program.run(["call", file, "--keys", "1", "--people", "ana=busy"], sounds)
        #expect(fault.code == 2)
        #expect(fault.errors.contains("\"ana\" is not in the menu's people"))
        let unknown = try await Program.run(["call", file, "--keys", "1", "--web", "foo"], sounds)
        #expect(unknown.code == 2 && unknown.errors.hasPrefix("attendant: --web: \"foo\" is no rule"))
    }
}
