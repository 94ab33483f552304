import Foundation
import Testing

@testable import Attendant

@Suite("Files that others write")
struct SmallFileTests {
    @Test("are read up to a limit, through links too")
    func limit() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("12345", "a.json")
        let link = folder.path + "/link.json"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "a.json")
        #expect(SmallFile.read(link, atMost: 5) == .bytes(Data("12345".utf8)))
        #expect(SmallFile.read(file, atMost: 4) == .tooLarge)
        #expect(SmallFile.bytes(file, atMost: 4) == nil)
    }

    @Test("a file of a terabyte costs no more memory than the limit")
    func sparse() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("", "a.json")
        let handle = try #require(FileHandle(forWritingAtPath: file))
        try handle.truncate(atOffset: 1 << 40)
        #expect(SmallFile.read(file, atMost: 1_000) == .tooLarge)
    }

    @Test(
        "folders, devices, pipes and what is not there are none", arguments: ["", "/zero", "/pipe", "/gone", "/loop"])
    func none(name: String) throws {
        let folder = try TemporaryFolder()
        let files = FileManager.default
        try files.createSymbolicLink(atPath: folder.path + "/zero", withDestinationPath: "/dev/zero")
        try files.createSymbolicLink(atPath: folder.path + "/loop", withDestinationPath: "loop")
        #expect(mkfifo(folder.path + "/pipe", 0o600) == 0)
        #expect(SmallFile.read(folder.path + name, atMost: 10) == .unreadable)
    }
}
