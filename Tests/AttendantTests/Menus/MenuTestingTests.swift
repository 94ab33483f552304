import Foundation
import Reception
import Testing

@testable import Attendant

@Suite("Call tests before a menu is served")
struct MenuTestingTests {
    private let folder: TemporaryFolder
    private let board = MenuBoard()

    init() throws { folder = try TemporaryFolder() }

    private var configuration: Configuration {
        var configuration = Configuration()
        configuration.menus = folder.path
        configuration.sounds = SharedSounds.folder
        return configuration
    }

    private func keeper(_ rule: MenuTestRule = .required, longest: Duration = .seconds(60)) throws -> MenuKeeper {
        var configuration = configuration
        configuration.menuTests = rule
        return MenuKeeper(
            MenuFolder(folder.path), board, try Opening.speech(configuration, patience: .seconds(60)),
            rule == .off ? nil : MenuTesting(configuration, longest: longest))
    }

    private func write(ring target: String) throws {
        try folder.write(
            """
            { "attendant": 1, "name": "Miller", "operator": "200",
              "start": { "menu": { "1": { "for": "repairs", "ring": "\(target)" } } } }
            """, "a.json")
    }

    private func writeTests(reaching target: String) throws {
        try folder.write(
            """
            { "menu": "a.json", "calls": [ { "name": "repairs", "people": { "\(target)": "answers" },
              "script": ["press 1"], "expect": { "reaches": "\(target)" } } ] }
            """, "a.test.json")
    }

    @Test("a change whose calls fail leaves the version before it; a change of the tests alone lets it in")
    func required() async throws {
        let keeper = try keeper()
        try write(ring: "201")
        try writeTests(reaching: "201")
        let first = try #require(try await keeper.look().served.first?.version)
        try write(ring: "202")
        for (retells, isTold) in [(false, true), (false, false), (true, true)] {
            let changes = try await keeper.look(retells: retells)
            #expect(changes.served.isEmpty && changes.untrusted.isEmpty)
            #expect(changes.refused.map(\.kept) == (isTold ? [first] : []))
            #expect(changes.refused.first.map { $0.why == "a: 1 of 1 calls failed: \"repairs\"" } ?? !isTold)
            #expect(changes.failedCalls.count == (isTold ? 1 : 0))
            #expect(
                changes.failedCalls.allSatisfy { $0.hasPrefix("a.test.json:") && $0.contains("failed \"repairs\"") })
            #expect(board.version("a")?.version == first)
        }
        try writeTests(reaching: "202")
        let served = try #require(try await keeper.look().served.first)
        #expect(served.before == first && board.version("a")?.version == served.version)
        #expect(try await keeper.look(retells: true).isEmpty)
    }

    @Test("a menu without a version before it is served, and the failure is told")
    func firstOne() async throws {
        let keeper = try keeper()
        try write(ring: "201")
        try writeTests(reaching: "209")
        let changes = try await keeper.look()
        #expect(changes.served.map(\.name) == ["a"] && changes.refused.isEmpty)
        #expect(changes.untrusted.map(\.version) == changes.served.map(\.version))
        #expect(try await keeper.look().isEmpty)
        #expect(try await keeper.look(retells: true).untrusted.count == 1)
    }

    @Test("tests that a start put off are run by the next look, which tells nothing else")
    func putOff() async throws {
        let keeper = try keeper()
        try write(ring: "201")
        try writeTests(reaching: "209")
        let start = try await keeper.look(tests: false)
        #expect(start.served.count == 1 && start.untrusted.isEmpty && start.failedCalls.isEmpty)
        let next = try await keeper.look()
        #expect(next.served.isEmpty && next.refused.isEmpty && next.findings.isEmpty && next.untrusted.count == 1)
        #expect(try await keeper.look().isEmpty)
    }

    @Test("tests that begin to fail take no version away")
    func testsOnly() async throws {
        let keeper = try keeper()
        try write(ring: "201")
        try writeTests(reaching: "201")
        let version = try await keeper.look().served.first?.version
        try writeTests(reaching: "209")
        let changes = try await keeper.look()
        #expect(changes.refused.isEmpty && changes.untrusted.map(\.version) == [version])
        #expect(board.version("a")?.version == version)
        try FileManager.default.removeItem(atPath: folder.path + "/a.test.json")
        #expect(try await keeper.look().isEmpty)
        #expect(try await keeper.look(retells: true).isEmpty)
    }

    @Test("a test file with faults counts as failing, and its faults are told with their places")
    func faults() async throws {
        let keeper = try keeper()
        try write(ring: "201")
        _ = try await keeper.look()
        try write(ring: "202")
        try folder.write("{ \"menu\": \"a.json\", \"cals\": [] }", "a.test.json")
        let changes = try await keeper.look()
        #expect(changes.refused.first?.why.hasPrefix("a.test.json:1:21: error unknown-key: ") == true)
        #expect(changes.failedCalls.first == changes.refused.first?.why)
    }

    @Test("told to warn, a change is served; told to leave it, nothing is run", arguments: [MenuTestRule.warn, .off])
    func other(rule: MenuTestRule) async throws {
        let keeper = try keeper(rule)
        try write(ring: "201")
        try writeTests(reaching: "201")
        _ = try await keeper.look()
        try write(ring: "202")
        let changes = try await keeper.look()
        #expect(changes.served.count == 1 && changes.refused.isEmpty)
        #expect(changes.untrusted.count == (rule == .warn ? 1 : 0))
    }

    @Test("tests that take too long are given up, told of, and hold nothing up")
    func tooLong() async throws {
        let keeper = try keeper(longest: .zero)
        try write(ring: "201")
        let calls = Array(
            repeating: "{ \"name\": \"x\", \"script\": [\"press 1\"], \"expect\": { \"reaches\": null } }", count: 2_000
        )
        try folder.write("{ \"calls\": [\(calls.joined(separator: ","))] }", "a.test.json")
        let changes = try await keeper.look()
        #expect(changes.served.count == 1)
        #expect(changes.failedCalls == ["a.test.json: the calls were given up after 0.0 s"])
    }
}
