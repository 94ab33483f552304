import Foundation
import Logging
import MenuFile
import Reception
import Rehearsal
import Testing

@testable import Attendant

@Suite("Call tests over TCP")
struct AGITestingTests {
    private static let menu = """
        { "attendant": 1, "name": "A", "operator": "200", "timezone": "UTC", "hours": { "mon-fri": "8:00-17:00" },
          "closed": { "say": "Closed, {open.next}.", "go": "hangup" },
          "callers": { "bad": { "go": "hangup", "numbers": ["+44 7700 900666"] } },
          "start": { "menu": { "1": { "for": "one", "ring": "201" }, "2": { "for": "two", "say": "Two." } } } }
        """
    private static let tests = """
        { "menu": "a.json", "calls": [
          { "name": "A nuisance is not answered", "at": "2026-03-03 10:00", "from": "+44 7700 900666", "expect": { "ends": "goodbye" } },
          { "name": "A telephone is rung", "at": "2026-03-03 10:00", "people": { "201": "answers after 0.2" }, "script": ["press 1 now"],
            "expect": { "reaches": "201" } },
          { "name": "It is closed at night", "at": "2026-03-03 23:00", "expect": { "says": "Closed, tomorrow at 8" } }
        ] }
        """
    private let folder: TemporaryFolder
    private let configuration: Configuration
    private let file: String

    init() throws {
        folder = try TemporaryFolder()
        file = try folder.write(Self.menu, "a.json")
        try folder.write(Self.tests, "a.test.json")
        var configuration = Configuration()
        configuration.menus = folder.path
        configuration.data = folder.path + "/data"
        configuration.sounds = SharedSounds.folder
        configuration.listen = ["127.0.0.1:0"]
        self.configuration = configuration
    }

    @Test("go as on the simulated telephone on a server of their own")
    func own() async throws {
        let check = try await MenuCheck([file], configuration, agi: "own")
        let text = check.text(seconds: false)
        #expect(text.contains("a: 3 calls over TCP as on the simulated telephone"), "\(text)")
        #expect(!check.fails(strict: false))
        #expect(check.json.contains("\"agi\""))
    }

    @Test("tell where a server goes another way")
    func otherwise() async throws {
        let account = CallAccount(lines: ["prompt at start: Hello.", "key at start: 1"])
        let other = CallAccount(lines: ["prompt at start: Hello.", "key at start: 2"])
        #expect(
            account.difference(from: other, name: "one", otherName: "the other")
                == "after \"prompt at start: Hello.\" one has \"key at start: 1\", but the other \"key at start: 2\"")
        #expect(
            account.difference(from: CallAccount(lines: []), name: "one", otherName: "the other")
                == "one has \"prompt at start: Hello.\", but the other nothing more")
        #expect(account.difference(from: account, name: "one", otherName: "the other") == nil)
    }

    @Test("are refused by a server whose files are others")
    func strangers() async throws {
        let other = try TemporaryFolder()
        try other.write(Self.menu.replacing("\"A\"", with: "\"B\""), "a.json")
        try other.write(Self.tests, "a.test.json")
        let server = try RehearsalServer([other.path + "/a.json"], configuration, logger: Log.silent)
        let text = try await served(by: { await server.run() }, stop: { server.stop() }, server.addresses)
        let why = "the menu a or its call tests are others there"
        #expect(text.contains("failed over TCP \"It is closed at night\": \(why)"))
    }

    @Test("are not taken for passed by a server that answers real calls")
    func real() async throws {
        let server = try await AttendantServer(configuration, logger: Log.silent)
        let text = try await served(by: { try? await server.run() }, stop: { server.stop() }, server.addresses)
        #expect(text.contains("a: 3 of 3 calls over TCP went otherwise"))
        #expect(text.contains("is the server one of \"attendant serve --rehearsal\"?"))
    }

    /// What check says of the tests on a server.
    private func served(
        by run: @escaping @Sendable () async -> Void, stop: () -> Void, _ addresses: [String]
    ) async throws -> String {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await run() }
            defer { stop() }
            let check = try await MenuCheck([file], configuration, agi: addresses.first)
            #expect(check.fails(strict: false))
            return check.text(seconds: false)
        }
    }

    @Test("need a server that is there, and an address", arguments: ["nowhere", "127.0.0.1:1"])
    func unreachable(address: String) async throws {
        await #expect(throws: StartError.self) {
            _ = try await MenuCheck([file], configuration, agi: address)
        }
    }

    @Test("an account passes through channel variables whole", arguments: [0, 1, 200])
    func variables(lines: Int) {
        let account = CallAccount(lines: (0..<lines).map { "prompt \($0): „Grüße, \"ß\"”,\n100 % ${X}" })
        let variables = AccountVariables.encode(account)
        #expect(variables.allSatisfy { $0.value.utf8.count <= 1_000 })
        let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789%")
        #expect(variables.allSatisfy { $0.value.allSatisfy { plain.contains($0) } })
        let held = Dictionary(uniqueKeysWithValues: variables.map { ($0.name, $0.value) })
        #expect(AccountVariables.decode(held) == account)
        #expect(AccountVariables.decode(held.filter { $0.key != "ATTENDANT_REHEARSED_1" }) == nil)
    }
}
