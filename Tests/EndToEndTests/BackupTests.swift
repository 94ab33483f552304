import FakeAsterisk
import Foundation
import Testing

@Suite("attendant backup, attendant restore", .timeLimit(.minutes(5)))
struct BackupTests {
    private func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(Files.callback, "menus/reception.json")
        return folder
    }

    private func numbers(_ data: String) async throws -> [String] {
        let result = try await Program.run(["callbacks", "list", "--json", "--data", data])
        let rows = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [[String: Any]] ?? []
        return rows.compactMap { $0["number"] as? String }
    }

    @Test("a copy beside the running server; back only when it has stopped, and what was there is kept")
    func thereAndBack() async throws {
        let folder = try folder()
        let (data, copy) = (folder.path + "/data", folder.path + "/copy")
        var server = try await Served(folder)
        _ = try await server.call("2, 1")
        try folder.write("sound", "data/messages/1.wav")
        let backup = try await Program.run(["backup", "--data", data, "--output", copy])
        #expect(backup.code == 0 && backup.errors.isEmpty)
        #expect(backup.lines.count == 1 && backup.output.contains("1 requests (1 open)"), "\(backup.output)")
        #expect(try folder.read("copy/messages/1.wav") == "sound")
        _ = try await server.call("2, 1", IncomingCall(number: "07700900002"))

        let early = try await Program.run(["restore", copy, "--data", data])
        #expect(early.code == 3)
        let words = "is in use by process \(await server.number); stop the server first"
        #expect(early.errors == "attendant: \(data)/attendant.sqlite: \(words)\n")
        #expect(try await numbers(data).count == 2)
        #expect(await server.stop() == 0)

        let restored = try await Program.run(["restore", copy, "--data", data])
        #expect(restored.code == 0, "\(restored.errors)")
        #expect(restored.output.contains("what was there before is kept as \(data)/attendant.sqlite.before-restore-"))
        #expect(try await numbers(data) == ["+447700900001"])
        server = try await Served(folder)
        _ = try await server.call("2, 1", IncomingCall(number: "07700900003"))
        #expect(try await numbers(data) == ["+447700900001", "+447700900003"])
        #expect(await server.stop() == 0)
    }

    @Test("a folder gets a dated one in it; what cannot be done is one line and exit code 3")
    func places() async throws {
        let folder = try folder()
        let data = folder.path + "/data"
        let none = try await Program.run(["backup", "--data", data, "--output", folder.path])
        #expect(none.code == 3 && none.errors.count { $0 == "\n" } == 1)
        let server = try await Served(folder)
        let dated = try await Program.run(["backup", "--data", data, "--output", folder.path])
        #expect(dated.output.hasPrefix(folder.path + "/attendant-backup-2"))
        let planted = (1...7).map { "\(data)/messages/\($0).wav" }
        for path in planted {
            try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/etc/passwd")
        }
        let without = try await Program.run(["backup", "--data", data, "--output", folder.path + "/without"])
        let names = planted.prefix(5).joined(separator: ", ")
        #expect(without.code == 0 && without.output.contains(" 0 sound files"))
        #expect(
            without.errors == "attendant: not copied, for they are no plain files of ours: \(names) and 2 more\n")
        for output in ["/proc/copy", folder.path + "/menus/reception.json"] {
            let refused = try await Program.run(["backup", "--data", data, "--output", output])
            #expect(refused.code == 3 && refused.errors.count { $0 == "\n" } == 1, "\(refused.errors)")
            #expect(refused.errors.hasPrefix("attendant: \(output)"))
        }
        #expect(await server.stop() == 0)
    }

    @Test(
        "a database that cannot be used is refused at the start, in one line that says what to do",
        arguments: ["damaged", "cut off", "empty", "no database", "folder"])
    func refusedAtStart(fault: String) async throws {
        let folder = try folder()
        let first = try await Served(folder)
        #expect(await first.stop() == 0)
        let file = URL(filePath: folder.path + "/data/attendant.sqlite")
        let bytes = try Data(contentsOf: file)
        switch fault {
        case "damaged": try (bytes.dropLast(8192) + Data(repeating: 0x55, count: 8192)).write(to: file)
        case "cut off": try bytes.prefix(bytes.count / 2 / 4096 * 4096 + 100).write(to: file)
        case "empty": try Data().write(to: file)
        case "no database": try Data(repeating: 0x2A, count: 20_000).write(to: file)
        default:
            try FileManager.default.removeItem(at: file)
            try FileManager.default.createDirectory(at: file, withIntermediateDirectories: true)
        }
        let result = try await Program.run([
            "serve", "--listen", "127.0.0.1:0", "--menus", folder.path + "/menus", "--data", folder.path + "/data",
            "--sounds", Files.sounds,
        ])
        #expect(result.code == 3)
        #expect(result.errors.hasPrefix("attendant: \(file.path): ") && result.errors.count { $0 == "\n" } == 1)
        let advice = fault == "folder" ? "it is a folder" : "`attendant restore BACKUP`"
        #expect(result.errors.contains(advice), "\(result.errors)")
    }
}
