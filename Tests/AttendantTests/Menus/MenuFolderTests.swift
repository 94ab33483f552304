import Foundation
import MenuFile
import Reception
import Testing

@testable import Attendant

@Suite("The folder of menu files")
struct MenuFolderTests {
    @Test("menu files are those ending in .json, in the order of their names")
    func files() throws {
        let folder = try TemporaryFolder()
        for name in ["b.json", "a.json", "a.test.json", ".hidden.json", "notes.txt", "c.json~"] {
            try folder.write("{}", name)
        }
        #expect(try MenuFolder(folder.path).files() == ["\(folder.path)/a.json", "\(folder.path)/b.json"])
    }

    @Test("a folder that is not there")
    func missingFolder() {
        #expect(
            throws: StartError.menus("/nowhere: the menus folder cannot be read; expected a folder of .json files")
        ) { try MenuFolder("/nowhere").files() }
    }

    @Test("a file that is not there, and one that is a folder")
    func missingFile() throws {
        let folder = try TemporaryFolder()
        for path in ["/nowhere/a.json", folder.path] {
            #expect(throws: StartError.menus("\(path): cannot be read; expected a menu file")) {
                _ = try MenuFolder.load(path)
            }
        }
    }

    @Test("a file of more than 4 MB is refused unread")
    func large() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(String(repeating: " ", count: MenuFolder.mostBytes + 1), "a.json")
        #expect(throws: StartError.menus("\(path): larger than 4 MB; no menu is that long")) {
            _ = try MenuFolder.load(path)
        }
    }

    @Test("a good file is a version named by its bytes; other bytes are another version")
    func version() throws {
        let folder = try TemporaryFolder()
        let one = try #require(try MenuFolder.load(folder.write(Menus.reception, "one.json")).version)
        let two = try #require(try MenuFolder.load(folder.write(Menus.reception, "two.json")).version)
        let other = try #require(try MenuFolder.load(folder.write(Menus.reception + "\n", "three.json")).version)
        #expect(one.document.fileName == "one")
        #expect(one.version == two.version)
        #expect(one.version != other.version)
        #expect(one.version.count == 16)
    }

    @Test("a file with errors is no version, and says what is wrong and where")
    func broken() throws {
        let folder = try TemporaryFolder()
        let loaded = try MenuFolder.load(folder.write("{ \"attendant\": 1,\n  \"nam\": \"X\" }", "bad.json"))
        #expect(loaded.version == nil)
        #expect(loaded.findings.contains { $0.description.hasPrefix("bad.json:2:3: error unknown-key: ") })
    }

    @Test("recorded lines are looked for below the menus only: a folder that is a link out of them has none")
    func linkedRecordings() throws {
        let folder = try TemporaryFolder()
        let menu = try folder.write(Menus.reception, "menus/one.json")
        try folder.write("RIFF", "elsewhere/en/line-0a1b2c3d.wav")
        try folder.write("RIFF", "menus/shared/en/line-0a1b2c3d.wav")
        let place = folder.path + "/menus/one.recordings"
        for (target, count) in [("/elsewhere", 0), ("/menus/shared", 1)] {
            try FileManager.default.createSymbolicLink(atPath: place, withDestinationPath: folder.path + target)
            #expect(MenuFolder.recordings(beside: menu).all.count == count, "\(target)")
            try FileManager.default.removeItem(atPath: place)
        }
    }

    @Test(
        "names of menus",
        arguments: [("/etc/menus/heating.json", "heating"), ("a.b.json", "a.b"), ("plain", "plain")])
    func name(path: String, expected: String) {
        #expect(MenuFolder.name(of: path) == expected)
    }
}
