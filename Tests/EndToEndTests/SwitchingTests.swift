import Foundation
import Records
import Testing

@Suite("attendant notice, attendant hours")
struct SwitchingTests {
    private let folder: TemporaryFolder
    private let variables: [String: String]

    init() throws {
        folder = try TemporaryFolder()
        variables = ["ATTENDANT_MENUS": folder.path + "/menus", "ATTENDANT_DATA": folder.path + "/data"]
        try folder.write(
            """
            { "attendant": 1, "name": "Miller", "timezone": "Europe/London", "country": "GB", "operator": "200",
              "hours": { "mon-fri": "8:00-17:00", "2026-12-24": "8:00-12:00" }, "callbacks": { "office": {} },
              "closed": { "say": "We open {open.next}." }, "start": { "say": "Good day.", "menu": {
                "1": { "for": "repairs", "ring": "201" } } } }
            """, "menus/heating.json")
    }

    private func run(_ arguments: String...) async throws -> Program.Result {
        try await Program.run(arguments, variables)
    }

    @Test("hours FILE --at: the form that other programs build on, without any database")
    func at() async throws {
        let json = try await run("hours", folder.path + "/menus/heating.json", "--at", "2026-12-24 11:30", "--json")
        #expect(json.code == 0 && json.errors.isEmpty)
        let answer = try Program.object(json.output)
        #expect(Set(answer.keys) == ["schedule", "at", "open", "next", "why"])
        #expect(answer["at"] as? String == "2026-12-24T11:30:00+00:00" && answer["open"] as? Bool == true)
        #expect(answer["next"] as? String == "2026-12-25T08:00:00+00:00")
        let text = try await run("hours", "heating", "--at", "2026-12-26 11:30:00+01:00", "--schedule", "office")
        #expect(text.code == 0)
        #expect(
            text.output.hasPrefix("office is closed because Saturday has no hours (at Sat 2026-12-26 10:30); opens "))
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/data"))
    }

    @Test("what is wrong is one line, with the exit code of its kind")
    func wrong() async throws {
        let cases: [([String], Int32, String)] = [
            (["hours", "heating", "--at", "noon"], 2, "--at: \"noon\" is no moment; expected \"2026-12-24 11:30\""),
            (
                ["hours", "heating", "--schedule", "x"], 2,
                "--schedule: \"x\" is no schedule of heating.json; it has office"
            ),
            (["hours", "show", "x"], 3, "x: there is no \(folder.path)/menus/x.json; expected one of heating"),
            (["notice", "add", "heating", "x"], 3, "attendant.sqlite: cannot be opened: there is no such folder"),
            (
                ["notice", "add", "heating", "x", "--until", "now"], 2,
                "--until: \"now\" is no moment; expected \"18:00\""
            ),
            (["hours", "close", "heating", "--until", "8"], 2, "--until: \"8\" is no moment; expected \"18:00\""),
        ]
        for (arguments, code, text) in cases {
            let result = try await Program.run(arguments, variables)
            #expect(result.code == code, "\(arguments): \(result.errors)")
            #expect(result.errors.hasPrefix("attendant: ") && result.errors.contains(text), "\(result.errors)")
            #expect(result.errors.count { $0 == "\n" } == 1 && result.output.isEmpty)
        }
    }

    @Test("notices and hours are switched beside the running server, and are there when it has stopped")
    func besideServer() async throws {
        let server = try await Served(folder)
        let added = try await run(
            "notice", "add", "heating", "Water main burst", "--name", "water", "--until", "tomorrow 8:00")
        #expect(added.code == 0 && added.output.hasPrefix("heating: water is on until "))
        #expect(try await run("hours", "close", "heating", "--until", "tomorrow 8:00").code == 0)
        #expect(
            try await run("hours", "show", "heating").output.contains("closed because it was switched closed until"))
        #expect(await server.stop() == 0)
        let list = try await run("notice", "list", "--json")
        let rows = try JSONSerialization.jsonObject(with: Data(list.output.utf8)) as? [[String: Any]] ?? []
        #expect(rows.map { $0["name"] as? String } == ["water"] && rows.map { $0["on"] as? Bool } == [true])
        #expect(
            try await run("notice", "off", "heating", "water").output == "heating: water is off: \"Water main burst\"\n"
        )
        #expect(
            try await run("notice", "on", "heating", "water").output == "heating: water is on: \"Water main burst\"\n")
        #expect(try await run("notice", "list", "heating").lines.last?.contains("water  on") == true)
        #expect(try await run("notice", "remove", "heating", "water").output == "heating: water is gone\n")
        #expect(try await run("hours", "auto", "heating").output.hasPrefix("heating: office goes by the file: "))
        #expect(try await run("hours", "open", "heating").code == 0)
        let reader = try RecordsReader(file: folder.path + "/data/attendant.sqlite")
        #expect(try reader.hourSwitches().map(\.isOpen) == [true] && reader.notices().isEmpty)
    }
}
