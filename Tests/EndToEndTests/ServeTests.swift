import FakeAsterisk
import Foundation
import Testing

@Suite("attendant serve")
struct ServeTests {
    private func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(Files.callback, "menus/reception.json")
        return folder
    }

    @Test("it says what it serves and where, takes calls, and SIGTERM ends it with exit code 0")
    func serves() async throws {
        let folder = try folder()
        let server = try await Served(folder)
        #expect(server.lines.first?.hasPrefix("menu reception: version ") == true)
        let report = try await server.call("1", IncomingCall(name: "Jo"))
        #expect(report.variables["ATTENDANT_STATUS"] == "talked")
        #expect(report.rung.map(\.name) == ["Repairs: Jo"])
        #expect(await server.stop() == 0)
        let log = try? FileManager.default.attributesOfItem(atPath: folder.path + "/data/attendant.sqlite-wal")
        #expect(log?[.size] as? Int ?? 0 == 0, "the file alone is whole")
    }

    @Test("SIGTERM right after it said that it listens, SIGINT as well", arguments: [SIGTERM, SIGINT])
    func stopsAtOnce(signal: Int32) async throws {
        let server = try await Served(try folder())
        await server.signal(signal)
        #expect(await server.end() == 0)
    }

    @Test("a port that is taken is one line and exit code 3, and the other server's files are left alone")
    func portTaken() async throws {
        let server = try await Served(try folder())
        let other = try folder()
        let result = try await Program.run([
            "serve", "--listen", "127.0.0.1:\(server.port)", "--menus", other.path + "/menus", "--data",
            other.path + "/data", "--sounds", Files.sounds,
        ])
        #expect(result.code == 3)
        #expect(result.errors == "attendant: 127.0.0.1:\(server.port): address already in use\n")
        #expect(!FileManager.default.fileExists(atPath: other.path + "/data"))
        #expect(await server.stop() == 0)
    }

    @Test("callbacks list --json beside the running server: rows with the fixed keys")
    func callbacks() async throws {
        let folder = try folder()
        let server = try await Served(folder)
        _ = try await server.call("2, 1")
        _ = try await server.call("2, 1", IncomingCall(number: "07700900002", name: "Jo \u{1B}[31m"))
        let json = try await Program.run(["callbacks", "list", "--open", "--json", "--data", folder.path + "/data"])
        #expect(json.code == 0)
        let rows = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]] ?? []
        #expect(rows.compactMap { $0["number"] as? String } == ["+447700900001", "+447700900002"])
        let fixed: Set = ["id", "list", "number", "status", "reason", "label", "created", "language", "attempts"]
        for row in rows {
            #expect(fixed.isSubset(of: row.keys))
            #expect(row["status"] as? String == "new")
            #expect(row["reason"] as? String == "2 Call back")
            #expect(row["attempts"] as? Int == 0)
        }
        let table = try await Program.run(["callbacks", "list"], ["ATTENDANT_DATA": folder.path + "/data"])
        #expect(table.code == 0)
        #expect(table.lines.first?.hasPrefix("ID  LIST") == true)
        #expect(table.lines.count == 3)
        #expect(!table.output.contains("\u{1B}"))
        #expect(await server.stop() == 0)
    }

    @Test("calls list and calls show: each step with its reason")
    func calls() async throws {
        let folder = try folder()
        let server = try await Served(folder)
        _ = try await server.call("1")
        #expect(await server.stop() == 0)
        let list = try await Program.run(["calls", "list", "--json", "--data", folder.path + "/data"])
        let rows = try JSONSerialization.jsonObject(with: Data(list.output.utf8)) as? [[String: Any]] ?? []
        let id = try #require(rows.first?["id"] as? String)
        #expect(rows.first?["outcome"] as? String == "talked")
        let shown = try await Program.run(["calls", "show", id, "--data", folder.path + "/data"])
        #expect(shown.code == 0)
        #expect(shown.lines.first?.hasPrefix("call \(id) to reception (version ") == true)
        #expect(shown.output.contains("rang 201: talked"))
        let unknown = try await Program.run(["calls", "show", "nothing", "--data", folder.path + "/data"])
        #expect(unknown.code == 3)
    }

    @Test("attendant call to a running server, in real time")
    func call() async throws {
        let server = try await Served(try folder())
        let result = try await Program.run([
            "call", "reception", "--keys", "1 now", "--people", "201=busy", "--agi", "127.0.0.1:\(server.port)",
            "--json",
        ])
        #expect(result.code == 0)
        let report = try Program.object(result.output)
        #expect(Set(report.keys) == ["transcript", "outcome", "path", "label", "seconds"])
        #expect(await server.stop() == 0)
    }
}
