import Foundation
import MenuFile
import Reception
import Speech
import Synchronization
import Testing

@testable import Attendant

@Suite("Keeping the board as the menus folder is")
struct MenuKeeperTests {
    private let folder: TemporaryFolder
    private let board = MenuBoard()
    private let keeper: MenuKeeper

    init() throws {
        folder = try TemporaryFolder()
        var configuration = Configuration()
        configuration.menus = folder.path
        configuration.sounds = SharedSounds.folder
        keeper = MenuKeeper(MenuFolder(folder.path), board, try Opening.speech(configuration, patience: .seconds(60)))
    }

    private func menu(_ name: String, ring target: String = "201") -> String {
        """
        { "attendant": 1, "name": "\(name)", "operator": "200", "start": { "menu": {
          "1": { "for": "repairs", "ring": "\(target)" } } } }
        """
    }

    @Test("new files are served, and a second look finds nothing")
    func new() async throws {
        try folder.write(menu("A"), "a.json")
        try folder.write(menu("B"), "b.json")
        let changes = try await keeper.look()
        #expect(changes.served.map(\.name) == ["a", "b"] && changes.served.allSatisfy { $0.before == nil })
        #expect(changes.served.allSatisfy { $0.prompts > 0 } && changes.silentPrompts.isEmpty)
        #expect(board.all.map(\.version) == changes.served.map(\.version))
        #expect(try await keeper.look().isEmpty)
    }

    @Test("a changed file takes the place of the version before it, and its prompts are there already")
    func changed() async throws {
        try folder.write(menu("A"), "a.json")
        let first = try #require(try await keeper.look().served.first)
        try folder.write(menu("A", ring: "202"), "a.json")
        let second = try #require(try await keeper.look().served.first)
        #expect(second.before == first.version && second.version != first.version)
        #expect(board.version("a")?.version == second.version)
        #expect(try await keeper.look().isEmpty)
    }

    @Test("a file with errors leaves the version before it, and says why: once, and again when asked")
    func refused() async throws {
        try folder.write(menu("A"), "a.json")
        let version = try #require(try await keeper.look().served.first?.version)
        try folder.write(menu("A").replacing("\"ring\"", with: "\"rign\""), "a.json")
        for (retells, isTold) in [(false, true), (false, false), (true, true), (false, false)] {
            let changes = try await keeper.look(retells: retells)
            #expect(changes.refused.map(\.kept) == (isTold ? [version] : []))
            #expect(
                changes.findings.contains { $0.description.hasPrefix("a.json:2:28: error unknown-key: ") } == isTold)
            #expect(changes.served.isEmpty && changes.removed.isEmpty)
            #expect(board.version("a")?.version == version)
        }
        try folder.write(menu("A", ring: "202"), "a.json")
        #expect(try await keeper.look().served.first?.before == version)
    }

    @Test("a file that was never good is told of, and served once it is")
    func neverGood() async throws {
        try folder.write("{", "a.json")
        let refused = try #require(try await keeper.look().refused.first)
        #expect(refused.name == "a" && refused.kept == nil && refused.why.hasPrefix("a.json:1:2: error json-syntax: "))
        #expect(board.all.isEmpty)
        try folder.write(menu("A"), "a.json")
        #expect(try await keeper.look().served.map(\.name) == ["a"])
    }

    @Test("a file that is gone answers no more; one of another name takes its place")
    func removed() async throws {
        let path = try folder.write(menu("A"), "a.json")
        let version = try #require(try await keeper.look().served.first?.version)
        try FileManager.default.moveItem(atPath: path, toPath: folder.path + "/b.json")
        let changes = try await keeper.look()
        #expect(changes.removed == [.init(name: "a", version: version)])
        #expect(changes.served.map(\.name) == ["b"])
        #expect(board.version("a") == nil && board.version("b")?.version == version)
        try FileManager.default.removeItem(atPath: folder.path + "/b.json")
        #expect(try await keeper.look().removed.map(\.name) == ["b"])
        #expect(board.all.isEmpty)
    }

    @Test("a bad file that goes takes the version before it along")
    func badRemoved() async throws {
        let path = try folder.write(menu("A"), "a.json")
        _ = try await keeper.look()
        try folder.write("{", "a.json")
        _ = try await keeper.look()
        try FileManager.default.removeItem(atPath: path)
        #expect(try await keeper.look().removed.map(\.name) == ["a"])
        #expect(board.version("a") == nil)
    }

    @Test(
        "what editors and tests leave beside a menu is no menu",
        arguments: [
            ".a.json.swp", "a.json~", "#a.json#", ".#a.json", "4913", "a.json.tmp", "a.test.json",
            ".goutputstream-X.json",
            "sedXy12", "a.JSON",
        ])
    func beside(name: String) async throws {
        try folder.write("{", name)
        #expect(try await keeper.look().isEmpty)
        #expect(board.all.isEmpty)
    }

    @Test("what cannot be read is told once, and again when asked; the version before it answers")
    func unread() async throws {
        let path = try folder.write(menu("A"), "a.json")
        let version = try #require(try await keeper.look().served.first?.version)
        try FileManager.default.removeItem(atPath: path)
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        for (retells, isTold) in [(false, true), (false, false), (true, true)] {
            let changes = try await keeper.look(retells: retells)
            #expect(changes.refused.map(\.isUnread) == (isTold ? [true] : []))
            #expect(changes.refused.first.map { $0.why == "\(path): cannot be read; expected a menu file" } ?? !isTold)
            #expect(board.version("a")?.version == version)
        }
    }

    /// A wave file of silence, 8 kHz.
    private func recording(milliseconds: Int) -> Data {
        let count = UInt32(milliseconds * 16)
        func bytes(_ number: UInt32, _ width: Int) -> [UInt8] { (0..<width).map { UInt8(number >> (8 * $0) & 0xFF) } }
        var wave = Array("RIFF".utf8) + bytes(36 + count, 4) + Array("WAVEfmt ".utf8) + bytes(16, 4) + bytes(1, 2)
        wave += bytes(1, 2) + bytes(8000, 4) + bytes(16_000, 4) + bytes(2, 2) + bytes(16, 2) + Array("data".utf8)
        return Data(wave + bytes(count, 4) + [UInt8](repeating: 0, count: Int(count)))
    }

    @Test("a recording that changes, comes or goes is a change of the menus that play it, and of no other")
    func recordings() async throws {
        try folder.write(
            """
            { "attendant": 1, "name": "A", "operator": "200", "start": [
              { "say": [{ "play": "sounds/welcome", "text": "Welcome." }, "Good day."], "ring": "201" } ] }
            """, "a.json")
        try folder.write(menu("B"), "b.json")
        try folder.write("", "sounds/welcome.txt")
        let file = URL(filePath: folder.path + "/sounds/welcome.wav")
        let version = try #require(try await keeper.look().served.first?.version)
        let changes: [() throws -> Void] = [
            { try recording(milliseconds: 200).write(to: file) }, { try recording(milliseconds: 300).write(to: file) },
            { try FileManager.default.removeItem(at: file) },
        ]
        for change in changes {
            try change()
            let served = try await keeper.look().served
            #expect(served.map(\.name) == ["a"] && served.map(\.recordings) == [["sounds/welcome"]])
            #expect(served.first?.version == version && served.first?.before == version)
            #expect(try await keeper.look().isEmpty)
        }
    }

    @Test("a folder that cannot be read leaves the board as it is")
    func folderGone() async throws {
        try folder.write(menu("A"), "a.json")
        _ = try await keeper.look()
        try FileManager.default.moveItem(atPath: folder.path, toPath: folder.path + "-away")
        defer { try? FileManager.default.removeItem(atPath: folder.path + "-away") }
        await #expect(throws: StartError.self) { _ = try await keeper.look() }
        #expect(board.version("a") != nil)
    }

    @Test("a look that is cancelled changes nothing, and the next one does it all")
    func cancelled() async throws {
        for name in ["a", "b"] { try folder.write(menu(name, ring: "203"), "\(name).json") }
        await withTaskGroup(of: Bool.self) { group in
            group.cancelAll()
            group.addTask { (try? await keeper.look().isEmpty) ?? false }
            #expect(await group.next() == true)
        }
        #expect(board.all.isEmpty)
        #expect(try await keeper.look().served.map(\.name) == ["a", "b"])
    }
}
