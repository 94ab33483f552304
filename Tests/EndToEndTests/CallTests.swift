import Foundation
import Testing

@Suite("attendant call FILE")
struct CallTests {
    private func call(_ arguments: String...) async throws -> Program.Result {
        await StartGate.shared.enter()
        let result = try await Program.run(["call"] + arguments, ["ATTENDANT_SOUNDS": Files.sounds])
        await StartGate.shared.leave()
        return result
    }

    @Test("--json: the form that other programs build on")
    func json() async throws {
        let result = try await call(
            "\(Files.menus)/minimal.json", "--keys", "1", "--people", "201=answers after 2", "--json")
        #expect(result.code == 0)
        let report = try Program.object(result.output)
        #expect(Set(report.keys) == ["transcript", "outcome", "path", "label", "seconds"])
        #expect(report["outcome"] as? String == "talked")
        #expect(report["path"] as? String == "1 Repairs")
        #expect(report["label"] as? String == "Repairs")
        #expect(report["seconds"] is Double)
        let transcript = try #require(report["transcript"] as? [[String: Any]])
        for entry in transcript {
            #expect(entry.count == 2)
            #expect(entry["at"] is Double)
            #expect(["said", "key", "rings", "shows", "event"].contains { entry[$0] is String })
        }
        #expect(transcript.compactMap { $0["key"] as? String } == ["1"])
        #expect(transcript.compactMap { $0["rings"] as? String } == ["201"])
        #expect(transcript.compactMap { $0["shows"] as? String } == ["Repairs: +447700900001"])
        let said = transcript.compactMap { $0["said"] as? String }
        #expect(
            said == [
                "Miller Heating, good day. For repairs, press 1. For bills and payments, press 2. For a call back from us, "
                    + "press 3. For the operator, press 0."
            ])
        let times = transcript.compactMap { $0["at"] as? Double }
        #expect(times == times.sorted())
    }

    @Test("for people: a line a moment; a callback by day")
    func people() async throws {
        let result = try await call(
            "\(Files.menus)/reception.json", "--keys", "3,1", "--at", "2026-11-23 10:00", "--from", "07700900002")
        #expect(result.code == 0)
        #expect(result.lines.contains { $0.hasSuffix("key     3") })
        #expect(result.lines.contains { $0.contains("says    Thank you. We will call you back") })
        #expect(result.lines.contains { $0.contains("new callback of +447700900002 on the list office") })
        #expect(result.lines.last?.contains("ended: callback  ·  path: 3 Call back  ·  label: Call back") == true)
    }

    @Test("by night the other menu answers")
    func night() async throws {
        let result = try await call(
            "\(Files.menus)/reception.json", "--keys", "hang up at 3", "--at", "2026-11-22 10:00")
        #expect(result.output.contains("Miller Heating. The office opens tomorrow at 8."), "\(result.output)")
        #expect(result.lines.last?.contains("ended: hangup") == true)
    }

    @Test("a file that cannot be served is exit code 3, with its faults")
    func broken() async throws {
        let result = try await call(Files.broken, "--keys", "1")
        #expect(result.code == 3)
        #expect(result.errors.contains("error unknown-person: \"ana\" is not in people; did you mean \"anna\"?"))
        #expect(result.output.isEmpty)
    }

    @Test("a server that is not there is exit code 3")
    func noServer() async throws {
        let result = try await call("reception", "--keys", "1", "--agi", "127.0.0.1:1")
        #expect(result.code == 3)
        #expect(result.errors.hasPrefix("attendant: no connection to 127.0.0.1:1: "))
    }
}
