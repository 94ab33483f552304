import FakeAsterisk
import Foundation
import Testing

@Suite("Secrets", .timeLimit(.minutes(5)))
struct SecretsTests {
    private static let secrets = ["t0ken-of-the-shop", "correct-horse-battery-staple", "webhooks-are-signed-with-this"]
    private static let menu = """
        { "attendant": 1, "name": "Shop", "operator": "200",
          "callbacks": { "office": { "webhook": "http://127.0.0.1:1/hook?key={env.SHOP_TOKEN}" } },
          "start": [
            { "request": "POST http://127.0.0.1:1/orders/{env.SHOP_TOKEN|none}?key={env.SHOP_TOKEN}",
              "headers": { "X-Token": "{env.SHOP_TOKEN}" }, "send": { "phone": "{caller.number}" },
              "keep": { "state": "state" } },
            { "say": "Your order is {state|unknown}.", "callback": "office" } ] }
        """

    private func file(_ folder: TemporaryFolder, _ text: String, _ name: String) throws -> String {
        let path = try folder.write(text + "\n", name)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        return path
    }

    @Test("stand in no line of the log at its most talkative, in no command's output and in no row")
    func masked() async throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.menu.replacing("?key={env.SHOP_TOKEN}\" } }", with: "\" } }"), "menus/reception.json")
        let flags = [
            "--env", "SHOP_TOKEN", "--log", "trace", "--agi-secret-file", try file(folder, Self.secrets[1], "agi"),
            "--webhook-secret-file", try file(folder, Self.secrets[2], "hooks"),
        ]
        let variables = ["SHOP_TOKEN": Self.secrets[0]]
        let server = try await Served(folder, flags, variables)
        for held in [Self.secrets[1], "another-secret-of-many-words"] {
            var world = World()
            world.otherTelephones = .answers(after: .seconds(2), talks: .seconds(5))
            world.variables["ATTENDANT_SECRET"] = held
            _ = try await FakeCall(IncomingCall(), world: world, caller: try CallerScript("1"))
                .run(host: "127.0.0.1", port: server.port, on: server.loop)
        }
        try await server.errors.waits(for: "connection without the secret")
        let data = ["--data", folder.path + "/data"]
        var seen = server.lines
        for words in [
            ["status"], ["status", "--json"], ["calls", "list", "--json"], ["callbacks", "list", "--json"],
        ] {
            let result = try await Program.run(words + data)
            #expect(result.code == 0, "\(words): \(result.errors)")
            seen += [result.output, result.errors]
        }
        let list = try await Program.run(["calls", "list", "--json"] + data)
        let rows = try JSONSerialization.jsonObject(with: Data(list.output.utf8)) as? [[String: Any]] ?? []
        let id = try #require(rows.first?["id"] as? String)
        seen.append(try await Program.run(["calls", "show", id] + data).output)
        #expect(seen.contains { $0.contains("127.0.0.1:1") }, "the request was made: \(seen.last ?? "")")
        let printed = try await Program.run(["serve", "--print-config"] + flags, variables)
        #expect(printed.code == 0 && printed.output.contains("SHOP_TOKEN"))
        #expect(await server.stop() == 0)
        seen += server.errors.all + [printed.output, printed.errors]
        #expect(server.errors.all.count > 2)
        for secret in Self.secrets { #expect(!seen.contains { $0.contains(secret) }, "\(secret)") }
    }
}
