import FakeAsterisk
import Foundation
import Testing

@Suite("Permissions of what the program makes", .timeLimit(.minutes(5)))
struct PermissionTests {
    private func mode(_ path: String) throws -> String {
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        return String(mode ?? 0, radix: 8)
    }

    @Test("are the same whatever the umask says, and the database is nobody else's", arguments: ["000", "077"])
    func umask(umask: String) async throws {
        let folder = try TemporaryFolder()
        try folder.write(Files.callback, "menus/reception.json")
        let (data, sounds) = (folder.path + "/data", folder.path + "/sounds")
        let server = try await Served(folder, ["--sounds", sounds], through: Program.under(umask: umask))
        _ = try await server.call("2, 1")
        for suffix in ["", "-wal", "-shm"] {
            #expect(try mode("\(data)/attendant.sqlite\(suffix)") == "640", "\(suffix)")
        }
        #expect(try mode(data + "/attendant.sock") == "600")
        #expect(try mode(data) == "751")
        #expect(try mode(data + "/messages") == "1733")
        #expect(try mode(sounds) == "755")
        #expect(try mode(sounds + "/private") == "711")
        let names = try FileManager.default.contentsOfDirectory(atPath: sounds)
        for name in names where name.hasSuffix(".wav") { #expect(try mode(sounds + "/" + name) == "644") }
        for name in names where name.hasSuffix(".txt") { #expect(try mode(sounds + "/" + name) == "640") }
        #expect(try mode(sounds + "/.lock") == "600")
        try folder.write("sound", "data/messages/1.wav")
        let backup = try await Program.run(
            ["backup", "--data", data, "--output", folder.path + "/copy"], umask: umask)
        #expect(backup.code == 0, "\(backup.errors)")
        #expect(try mode(folder.path + "/copy") == "700")
        #expect(try mode(folder.path + "/copy/attendant.sqlite") == "600")
        #expect(try mode(folder.path + "/copy/messages/1.wav") == "600")
        #expect(await server.stop() == 0)
    }
}
