import Foundation
import Testing

@Suite("attendant check")
struct CheckTests {
    @Test("the sample menus leave nothing to say, and pass their calls with sounds as long as they really are")
    func samples() async throws {
        let result = try await Program.run(["check", "--strict", Files.menus, "--sounds", Files.sounds])
        #expect(result.code == 0, "\(result.output)")
        #expect(result.errors.isEmpty)
        let names = ["clinic", "heating", "info", "minimal", "on-call", "reception", "school", "shop"]
        #expect(result.lines.filter { $0.hasSuffix(": can be served") } == names.map { "\($0): can be served" })
        let calls = result.lines.filter { $0.contains(" calls ok; ") }
        #expect(calls.map { String($0.prefix { $0 != ":" }) } == names)
        #expect(!calls.contains { $0.contains("never") || $0.contains("estimates") })
    }

    @Test("the heating firm of the format loads unchanged")
    func heating() async throws {
        let result = try await Program.run(["check", Files.heating])
        #expect(result.code == 0, "\(result.output)")
        #expect(result.lines.contains("heating: can be served"))
    }

    @Test("a broken file: one line a fault, exit code 1; with a good one beside it, each has its verdict")
    func broken() async throws {
        let folder = try TemporaryFolder()
        let bad = try folder.write(Files.callback.replacing("\"callbacks\"", with: "\"calbacks\""), "bad.json")
        let good = try folder.write(Files.callback, "good.json")
        let result = try await Program.run(["check", bad, good])
        #expect(result.code == 1)
        #expect(result.lines.first?.hasPrefix("bad.json:2:3: error unknown-key: \"calbacks\"") == true)
        #expect(result.lines.first?.contains("did you mean \"callbacks\"?") == true)
        #expect(result.lines.contains("bad: cannot be served"))
        #expect(result.lines.contains("good: can be served"))
    }

    @Test("--strict lets a file pass of which there is nothing to say, and refuses one with errors")
    func strict() async throws {
        #expect(try await Program.run(["check", "--strict", "\(Files.menus)/minimal.json"]).code == 0)
        #expect(try await Program.run(["check", "--strict", Files.broken]).code == 1)
    }

    @Test("what cannot be read is one line and exit code 3")
    func missing() async throws {
        let folder = try TemporaryFolder()
        let cases = [
            ("/nowhere.json", "there is no such file; expected a menu file or a folder of them"),
            (folder.path, "there is no menu file in this folder"),
        ]
        for (path, why) in cases {
            let result = try await Program.run(["check", path])
            #expect(result.code == 3)
            #expect(result.errors == "attendant: \(path): \(why)\n")
            #expect(result.output.isEmpty)
        }
    }

    @Test("--json: the form that other programs build on")
    func json() async throws {
        let result = try await Program.run(["check", "--json", Files.broken])
        #expect(result.code == 1)
        let report = try Program.object(result.output)
        #expect(Set(report.keys) == ["findings", "calls", "destinations"])
        let findings = try #require(report["findings"] as? [[String: Any]])
        #expect(findings.count == 3)
        for finding in findings {
            #expect(Set(finding.keys) == ["file", "line", "column", "severity", "rule", "message"])
            #expect(finding["file"] as? String == "broken.json")
            #expect(finding["severity"] as? String == "error")
            let rules = ["unknown-step", "unknown-person", "unknown-key"]
            #expect(rules.contains(finding["rule"] as? String ?? ""))
            #expect(finding["line"] is Int && finding["column"] is Int)
        }
        #expect((report["calls"] as? [Any])?.isEmpty == true)
    }
    @Test("--json: every destination with its seconds")
    func destinations() async throws {
        let result = try await Program.run(["check", "--json", "\(Files.menus)/minimal.json", "--sounds", Files.sounds])
        let report = try Program.object(result.output)
        let destinations = try #require(report["destinations"] as? [[String: Any]])
        #expect(Set(destinations.compactMap { $0["keys"] as? String }) == ["0", "1", "2", "3"])
        for destination in destinations {
            #expect(destination["menu"] as? String == "minimal")
            let newcomer = try #require(destination["newcomer"] as? Double)
            let regular = try #require(destination["regular"] as? Double)
            #expect(regular > 1 && newcomer > regular && newcomer < 30)
        }
        #expect(destinations.first { $0["keys"] as? String == "1" }?["destination"] as? String == "201")
    }

    @Test("--seconds: a table, the slowest first, and the way of silence")
    func seconds() async throws {
        let result = try await Program.run(
            ["check", "--seconds", "\(Files.menus)/minimal.json", "--sounds", Files.sounds])
        #expect(result.code == 0)
        let table = result.lines.drop { !$0.hasPrefix("minimal: seconds to each destination") }.dropFirst()
        #expect(table.first?.hasPrefix("DESTINATION") == true)
        #expect(table.dropFirst().first?.hasPrefix("200 ") == true)
        #expect(table.last?.hasPrefix("minimal: silence leads to ") == true)
    }

    @Test("--format github: annotations beside the lines of the files as they were named")
    func github() async throws {
        let result = try await Program.run(["check", "--format", "github", Files.broken])
        #expect(result.code == 1)
        #expect(result.lines.count == 3)
        #expect(
            result.lines.allSatisfy { $0.hasPrefix("::error file=\(Files.broken),line=") && $0.contains(",title=") })
    }
}
