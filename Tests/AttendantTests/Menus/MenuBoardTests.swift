import MenuFile
import Reception
import Testing

@testable import Attendant

@Suite("The menus that are current now")
struct MenuBoardTests {
    private func version(_ name: String, _ text: String = Menus.reception) throws -> MenuVersion {
        let folder = try TemporaryFolder()
        return try #require(try MenuFolder.load(folder.write(text, "\(name).json")).version)
    }

    @Test("a name finds its own menu and nothing else")
    func byName() throws {
        let board = MenuBoard()
        board.put(try version("day"))
        board.put(try version("night"))
        #expect(board.version("night")?.document.fileName == "night")
        #expect(board.version("Night") == nil)
        #expect(board.version("../night") == nil)
        #expect(board.all.map(\.document.fileName) == ["day", "night"])
    }

    @Test("no name means the only menu, and none where there are several")
    func withoutName() throws {
        let board = MenuBoard()
        #expect(board.version("") == nil)
        board.put(try version("day"))
        #expect(board.version("")?.document.fileName == "day")
        board.put(try version("night"))
        #expect(board.version("") == nil)
    }

    @Test("a new version takes the place of the old one")
    func replaced() throws {
        let board = MenuBoard()
        let old = try version("day")
        let new = try version("day", Menus.reception + "\n")
        board.put(old)
        board.put(new)
        #expect(board.version("day")?.version == new.version)
        #expect(board.all.count == 1)
    }
}
