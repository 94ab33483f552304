import FakeAsterisk
import Foundation
import Testing

@Suite("Menus that change under a running server", .timeLimit(.minutes(5)))
struct ReloadTests {
    private func menu(_ label: String, ring target: String = "201") -> String {
        """
        { "attendant": 1, "name": "Miller", "country": "GB", "operator": "200", "callbacks": { "office": {} },
          "start": { "say": "Good day.", "menu": {
            "1": { "for": "\(label)", "ring": "\(target)" }, "2": { "for": "a call back", "callback": "office" } } } }
        """
    }

    private func served(_ menus: [String: String]) async throws -> (TemporaryFolder, Served) {
        let folder = try TemporaryFolder()
        for (name, text) in menus { try folder.write(text, "menus/\(name).json") }
        return (folder, try await Served(folder))
    }

    @Test("a file that is written over is served at once, and the log names file and version")
    func written() async throws {
        let (folder, server) = try await served(["reception": menu("repairs")])
        try folder.write(menu("spare parts"), "menus/reception.json")
        let line = try await server.errors.waits(for: "menu changed")
        let report = try await server.call("1")
        #expect(report.said.first?.contains("For spare parts, press 1.") == true)
        let version = try #require(server.lines.first?.split(separator: " ").dropFirst(3).first)
        #expect(line.contains("file=reception.json") && line.contains("before=\(version.dropLast()) "))
        #expect(await server.stop() == 0)
    }

    @Test("a bad file: the version before it answers, stderr says why as check does, and SIGHUP says it again")
    func bad() async throws {
        let (folder, server) = try await served(["reception": menu("repairs")])
        let file = try folder.write(menu("parts").replacing("\"ring\"", with: "\"rign\""), "menus/reception.json")
        try await server.errors.waits(for: "the version before it answers")
        let check = try await Program.run(["check", file])
        #expect(check.code == 1)
        let fault = try #require(check.lines.first)
        #expect(fault.hasPrefix("reception.json:3:28: error unknown-key: \"rign\""))
        #expect(server.errors.all.count { $0 == fault } == 1)
        let report = try await server.call("1")
        #expect(report.said.first?.contains("For repairs, press 1.") == true)
        #expect(report.variables["ATTENDANT_STATUS"] == "talked")
        await server.signal(SIGHUP)
        try folder.write(menu("mended"), "menus/second.json")
        try await server.errors.waits(for: "menu added")
        #expect(server.errors.all.count { $0 == fault } == 2)
        #expect(await server.stop() == 0)
    }

    @Test("removed is not found, new is served, and what editors leave is neither")
    func removedAndNew() async throws {
        let (folder, server) = try await served(["reception": menu("repairs"), "other": menu("others")])
        for name in [".reception.json.swp", "reception.json~", "4913"] { try folder.write("{", "menus/\(name)") }
        try FileManager.default.removeItem(atPath: folder.path + "/menus/reception.json")
        try await server.errors.waits(for: "menu removed")
        #expect(try await server.call("1").variables["ATTENDANT_STATUS"] == "not-found")
        try folder.write(menu("nights"), "menus/night.json")
        try await server.errors.waits(for: "menu added")
        let report = try await server.call("1", IncomingCall(script: "night"))
        #expect(report.said.first?.contains("For nights, press 1.") == true)
        #expect(server.errors.all.allSatisfy { !$0.contains("error") })
        #expect(await server.stop() == 0)
    }

    @Test("SIGHUP looks at once, as often as it comes, and ends nothing")
    func hup() async throws {
        let (_, server) = try await served(["reception": menu("repairs")])
        await server.signal(SIGHUP)
        try await server.errors.waits(for: "menus looked at: nothing has changed")
        #expect(try await server.call("1").variables["ATTENDANT_STATUS"] == "talked")
        await server.signal(SIGHUP)
        #expect(await server.stop() == 0)
    }
}
