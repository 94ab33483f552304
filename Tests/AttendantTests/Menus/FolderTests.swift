import Foundation
import Testing

@testable import Attendant

@Suite("What changes in the folder of the menus", .timeLimit(.minutes(2)))
struct FolderTests {
    private let folder: TemporaryFolder
    private let tree: FolderTree

    init() throws {
        folder = try TemporaryFolder()
        try folder.write("{}", "a.json")
        try folder.write("RIFF", "sounds/welcome.wav")
        try folder.write("RIFF", "cache/ab/x.wav")
        tree = FolderTree(folder.path, excluding: [folder.path + "/cache"])
    }

    @Test("menus and recordings concern calls, what editors leave does not")
    func concerns() {
        for name in ["a.json", "a.test.json", "welcome.wav", "welcome.sln16", "x.ulaw", "a b.json"] {
            #expect(tree.concerns(name), "\(name)")
        }
        for name in ["", "a", "a.txt", ".a.json", "a.json~", "a.json.swp", "attendant.sqlite-wal", "4913", "json"] {
            #expect(!tree.concerns(name), "\(name)")
        }
    }

    @Test("folders below it are watched, but not the program's own, hidden ones and links")
    func folders() throws {
        try folder.write("x", ".git/x.json")
        try folder.write("x", "sounds/de/x.wav")
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/loop", withDestinationPath: folder.path)
        #expect(tree.folders(atMost: 10).sorted() == ["\(folder.path)/sounds", "\(folder.path)/sounds/de"])
        #expect(tree.folders(atMost: 1).count == 1)
    }

    @Test("stamps change with content, rights, names, and with what is behind a link")
    func stamps() throws {
        var last = tree.stamps()
        #expect(Set(last.keys) == ["\(folder.path)/a.json", "\(folder.path)/sounds/welcome.wav"])
        #expect(tree.stamps() == last)
        let target = try TemporaryFolder()
        let file = try target.write("1", "target.json")
        let changes: [() throws -> Void] = [
            { try folder.write("{ }", "a.json") },
            {
                try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: folder.path + "/a.json")
            },
            { try FileManager.default.moveItem(atPath: folder.path + "/a.json", toPath: folder.path + "/b.json") },
            { try FileManager.default.createSymbolicLink(atPath: folder.path + "/c.json", withDestinationPath: file) },
            { try target.write("22", "target.json") },
            { try FileManager.default.removeItem(atPath: folder.path + "/sounds/welcome.wav") },
        ]
        for (index, change) in changes.enumerated() {
            try change()
            let now = tree.stamps()
            #expect(now != last, "change \(index)")
            last = now
        }
        try folder.write("x", "notes.txt")
        try folder.write("x", "cache/ab/y.wav")
        #expect(tree.stamps() == last)
    }

    @Test("a folder that is not there has no stamps")
    func missing() {
        #expect(FolderTree("/nowhere").stamps().isEmpty)
        #expect(FolderNotice(FolderTree("/nowhere")) {} == nil)
    }

    /// Watches while `change` is made, and returns when the system has told of it.
    private func told(_ change: () throws -> Void) async throws {
        let (notes, note) = AsyncStream<Void>.makeStream()
        let notice = try #require(FolderNotice(tree) { note.yield() })
        try change()
        for await _ in notes { break }
        withExtendedLifetime(notice) {}
    }

    @Test("the system tells of files that are written, renamed over, made and removed, also below")
    func tells() async throws {
        let path = folder.path
        try await told { try folder.write("{ }", "a.json") }
        try await told {
            try folder.write("{  }", ".a.json.tmp")
            rename(path + "/.a.json.tmp", path + "/a.json")
        }
        try await told { try folder.write("{}", "b.json") }
        try await told { try FileManager.default.removeItem(atPath: path + "/b.json") }
        try await told { try folder.write("RIFF!", "sounds/welcome.wav") }
        try await told { try FileManager.default.moveItem(atPath: path + "/sounds", toPath: path + "/recordings") }
        try await told { try FileManager.default.removeItem(atPath: path) }
    }

    @Test("a folder made later is watched as well")
    func laterFolder() async throws {
        let (notes, note) = AsyncStream<Void>.makeStream()
        let notice = try #require(FolderNotice(tree) { note.yield() })
        try FileManager.default.createDirectory(atPath: folder.path + "/new", withIntermediateDirectories: false)
        var told = notes.makeAsyncIterator()
        await told.next()
        // Making the folder is told only after it is watched.
        try folder.write("RIFF", "new/x.wav")
        await told.next()
        withExtendedLifetime(notice) {}
    }
}
