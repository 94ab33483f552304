import FakeAsterisk
import Foundation
import Testing

@testable import Attendant

@Suite("A server that asks Asterisk for a secret")
struct SecretTests {
    private static let secret = "correct-horse-battery-staple"

    private func file(_ text: String, mode: Int = 0o640) throws -> (TemporaryFolder, String) {
        let folder = try TemporaryFolder()
        let path = try folder.write(text, "secrets")
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
        return (folder, path)
    }

    private func world(_ held: String?) -> World {
        var world = Menus.world
        world.variables["ATTENDANT_SECRET"] = held
        return world
    }

    @Test("an Asterisk that holds one of the secrets has its call; the digest is asked for before anything else")
    func right() async throws {
        let (folder, path) = try file("# old and new\nthe-one-that-goes-next-week\n\(Self.secret)\n")
        defer { withExtendedLifetime(folder) {} }
        try await House.open(change: { $0.agiSecretFile = path }) { house in
            for held in [Self.secret, "the-one-that-goes-next-week"] {
                let report = try await house.call("0", IncomingCall(), world(held))
                #expect(report.variables["ATTENDANT_STATUS"] == "talked")
                #expect(report.exchanges.first?.command.contains("SHA1(${ATTENDANT_SECRET}:") == true)
            }
            #expect(house.log.noise.isEmpty)
        }
    }

    @Test(
        "who holds another secret, or none, is told nothing: no prompt, no status, one line in the log",
        arguments: ["another-secret-of-many-words", nil])
    func wrong(held: String?) async throws {
        let (folder, path) = try file(Self.secret)
        defer { withExtendedLifetime(folder) {} }
        try await House.open(change: { $0.agiSecretFile = path }) { house in
            let report = try await house.call("0", IncomingCall(), world(held))
            #expect(report.exchanges.count == 1 && report.said.isEmpty)
            #expect(report.variables["ATTENDANT_STATUS"] == nil)
            #expect(house.log.noise.map(\.message) == ["connection without the secret"])
            #expect(!house.log.noise.description.contains("horse"))
        }
    }

    @Test(
        "a file of secrets that cannot be one stops the start, and says what was expected",
        arguments: [
            ("", 0o640, "holds no secret"), ("short", 0o640, ":1: no secret"),
            ("# x\n\nok-but-with-a-${variable}", 0o640, "no secret"),
            (String(repeating: "a", count: 20_000), 0o640, "16384 bytes at most"),
            ("correct-horse-battery-staple", 0o644, "everybody may read"),
        ])
    func broken(text: String, mode: Int, why: String) throws {
        let (folder, path) = try file(text, mode: mode)
        defer { withExtendedLifetime(folder) {} }
        var configuration = Configuration()
        configuration.agiSecretFile = path
        let error = #expect(throws: StartError.self) { try SecretFile.secrets(configuration) }
        #expect(try #require(error).description.contains(why))
        #expect(try !#require(error).description.contains("horse"))
    }

    @Test("no file there is said, too; no setting asks for nothing")
    func missing() throws {
        var configuration = Configuration()
        #expect(try SecretFile.secrets(configuration).isEmpty)
        configuration.agiSecretFile = "/nowhere/secrets"
        #expect(throws: StartError.file("/nowhere/secrets: the file of secrets cannot be read")) {
            try SecretFile.secrets(configuration)
        }
    }
}
