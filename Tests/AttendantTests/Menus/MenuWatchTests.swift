import Foundation
import Logging
import Reception
import TestClocks
import Testing

@testable import Attendant

@Suite("Looking at the menus when they change")
struct MenuWatchTests {
    /// A watch whose clock the test moves, on a folder with one menu that is on the board.
    private struct Bed: Sendable {
        let folder: TemporaryFolder
        let board = MenuBoard()
        let log = SeenLog()
        let clock = ManualClock()
        let watch: MenuWatch

        init() async throws {
            folder = try TemporaryFolder()
            var configuration = Configuration()
            configuration.menus = folder.path
            configuration.sounds = SharedSounds.folder
            let speech = try Opening.speech(configuration, patience: .seconds(60))
            let keeper = MenuKeeper(MenuFolder(folder.path), board, speech)
            try folder.write(Menus.sixKeys, "a.json")
            _ = try await keeper.look()
            let log = log
            watch = MenuWatch(keeper, clock: clock, logger: log.logger) { log.logger.info("\($0)") }
        }

        func write(_ mark: String) throws { try folder.write(Menus.sixKeys + mark, "a.json") }

        var messages: [String] { log.all.map(\.message).filter { $0.hasPrefix("menu") } }

        /// Runs the watch beside `body`.
        func watching(_ body: @Sendable () async throws -> Void) async throws {
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { await watch.run() }
                defer { group.cancelAll() }
                try await body()
            }
        }
    }

    @Test("a burst of changes is one look, once the folder rests")
    func burst() async throws {
        let bed = try await Bed()
        try await bed.watching {
            bed.watch.changed()
            for index in 0..<5 {
                await bed.clock.somebodySleeps()
                try bed.write(String(repeating: " ", count: index + 1))
                bed.watch.changed()
                bed.clock.advance(by: MenuWatch.quiet)
            }
            await bed.clock.somebodySleeps()
            #expect(bed.messages.isEmpty)
            bed.clock.advance(by: MenuWatch.quiet)
            await bed.log.waits(for: "menu changed")
            #expect(bed.messages == ["menu changed"])
        }
    }

    @Test("a folder that never rests is looked at all the same")
    func neverRests() async throws {
        let bed = try await Bed()
        try await bed.watching {
            try bed.write(" ")
            bed.watch.changed()
            var looks = 0
            while bed.messages.isEmpty, looks < 1000 {
                await bed.clock.somebodySleeps()
                bed.watch.changed()
                bed.clock.advance(by: MenuWatch.quiet)
                looks += 1
            }
            #expect(bed.messages == ["menu changed"])
        }
    }

    @Test("who asks is answered at once, also when there is nothing new")
    func asked() async throws {
        let bed = try await Bed()
        try await bed.watching {
            bed.watch.ask()
            await bed.log.waits(for: "menus looked at: nothing has changed")
            try bed.write(" ")
            bed.watch.ask()
            await bed.log.waits(for: "menu changed")
        }
    }

    @Test("each event is a line that names file and version")
    func lines() async throws {
        let bed = try await Bed()
        let first = try #require(bed.board.version("a")?.version)
        try await bed.watching {
            try bed.write(" ")
            bed.watch.ask()
            await bed.log.waits(for: "menu changed")
            try bed.folder.write("{}", "a.json")
            try bed.folder.write(Menus.sixKeys, "b.json")
            bed.watch.ask()
            await bed.log.waits(for: "menu file cannot be served: the version before it answers")
            try FileManager.default.removeItem(atPath: bed.folder.path + "/b.json")
            bed.watch.ask()
            await bed.log.waits(for: "menu removed")
        }
        let facts = Dictionary(grouping: bed.log.all, by: \.message).compactMapValues { $0.first?.facts }
        let second = try #require(bed.board.version("a")?.version)
        let changed = try #require(facts["menu changed"])
        #expect(changed["file"] == "a.json" && changed["version"] == second && changed["before"] == first)
        #expect(facts["menu added"]?["file"] == "b.json" && facts["menu added"]?["version"] == first)
        let kept = try #require(facts["menu file cannot be served: the version before it answers"])
        #expect(kept["file"] == "a.json" && kept["version"] == second)
        #expect(kept["why"]?.hasPrefix("a.json:1:1: error ") == true)
        #expect(facts["menu removed"]?["file"] == "b.json" && facts["menu removed"]?["version"] == first)
        #expect(bed.log.all.contains { $0.level == .info && $0.message.hasPrefix("a.json:1:1: error missing-key: ") })
    }

    @Test("where the system tells nothing the files are compared")
    func compared() async throws {
        let bed = try await Bed()
        let tree = FolderTree(bed.folder.path)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await bed.watch.run(tree, notices: false) }
            defer { group.cancelAll() }
            await bed.log.waits(for: "changes of menus are looked for now and then")
            // Both the comparison and the first look sleep by this clock; they are woken until it has told.
            try bed.write(" ")
            while bed.messages.isEmpty {
                await bed.clock.somebodySleeps()
                bed.clock.advance(by: MenuWatch.often)
                await Task.yield()
            }
            #expect(bed.messages == ["menu changed"])
        }
    }
}
