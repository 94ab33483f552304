import Foundation
import Testing

@Suite("Using the program")
struct UsageTests {
    @Test(
        "wrong usage is exit code 2, and says what is right",
        arguments: [
            ["nonsense"], ["check"], ["check", "--nonsense", "a.json"], ["call"], ["callbacks", "nonsense"],
            ["calls", "show"], ["say"], ["restore"], ["notice", "add", "heating"], ["notice", "on"], ["hours", "open"],
            ["hours"],
            ["serve", "extra"], ["serve", "--listen"], ["calls", "list", "--limit", "x"],
        ])
    func wrong(arguments: [String]) async throws {
        let result = try await Program.run(arguments)
        #expect(result.code == 2)
        #expect(result.output.isEmpty)
        #expect(result.errors.contains("Usage: attendant"))
    }

    @Test(
        "so is a value that is none, in one line",
        arguments: [
            ["serve", "--grace", "soon"], ["serve", "--listen", "4573"], ["serve", "--log", "loud"],
            ["call", "a.json", "--keys", "x"],
            ["call", Files.menus + "/minimal.json", "--keys", "1", "--people", "ben"],
            ["call", "a", "--keys", "1", "--agi", "here"], ["serve", "--env", "A=B"],
        ])
    func noValue(arguments: [String]) async throws {
        let folder = try TemporaryFolder()
        let result = try await Program.run(
            arguments,
            ["ATTENDANT_DATA": folder.path, "ATTENDANT_SOUNDS": Files.sounds, "ATTENDANT_MENUS": Files.menus])
        #expect(result.code == 2, "\(result.errors)")
        #expect(result.errors.hasPrefix("attendant: "))
        #expect(result.errors.count { $0 == "\n" } == 1)
    }

    @Test(
        "every command explains itself",
        arguments: [
            [], ["serve"], ["check"], ["call"], ["say"], ["callbacks"], ["callbacks", "list"], ["calls"],
            ["calls", "list"], ["calls", "show"], ["notice"], ["notice", "add"], ["notice", "on"], ["notice", "off"],
            ["notice", "remove"], ["notice", "list"], ["hours"], ["hours", "show"], ["hours", "open"],
            ["hours", "close"],
            ["hours", "auto"],
            ["schema"], ["language"], ["status"], ["backup"], ["restore"], ["script"], ["draw"], ["import"],
        ])
    func help(command: [String]) async throws {
        let result = try await Program.run(command + ["--help"])
        #expect(result.code == 0)
        #expect(result.output.hasPrefix("OVERVIEW: "))
        #expect(result.output.contains((["USAGE: attendant"] + command).joined(separator: " ")))
        #expect(result.errors.isEmpty)
    }

    @Test("--print-config: flags over variables over the file")
    func printConfig() async throws {
        let folder = try TemporaryFolder()
        let file = try folder.write(#"{ "grace": 5, "country": "PL", "cache": 7 }"#, "attendant.json")
        let result = try await Program.run(
            ["serve", "--print-config", "--config", file, "--grace", "9", "--listen", "127.0.0.1:0"],
            ["ATTENDANT_GRACE": "8", "ATTENDANT_COUNTRY": "DE"])
        #expect(result.code == 0)
        #expect(result.lines.contains("grace = 9 (--grace)"))
        #expect(result.lines.contains("country = DE (ATTENDANT_COUNTRY)"))
        #expect(result.lines.contains("cache = 7 (\(file))"))
        #expect(result.lines.contains("listen = 127.0.0.1:0 (--listen)"))
        #expect(result.lines.contains("log = info (default)"))
    }

    @Test("a configuration file that is not there is exit code 3")
    func noConfig() async throws {
        let result = try await Program.run(["serve", "--config", "/nowhere.json"])
        #expect(result.code == 3)
        #expect(result.errors == "attendant: /nowhere.json: cannot be read; expected a JSON object of settings\n")
    }
}
