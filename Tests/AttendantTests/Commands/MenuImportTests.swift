import Foundation
import Testing

@testable import Attendant

@Suite("attendant import, of files as they lie on a disk")
struct MenuImportTests {
    private static let dump = """
        INSERT INTO `ivr_details` (`id`,`name`,`timeout_destination`) VALUES (1,'Main','app-blackhole,hangup,1');
        """
    private static let module = """
        {"configs":{"ivrs":[{"id":"1","name":"Main"}],"entries":{"1":[{"selection":"1","dest":"from-did-direct,201,1"}]}}}
        """

    /// A folder of its own with these files in it, and what this command of the shell makes of it.
    private func made(_ files: [String: String], _ command: String, _ body: (String) throws -> Void) throws {
        let folder = NSTemporaryDirectory() + "attendant-import-test-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        for (name, text) in files {
            let file = URL(filePath: "\(folder)/\(name)")
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        let shell = try #require(Executable("sh"))
        try #require(shell.run(["-c", "cd '\(folder)' && \(command)"], deadline: 60) == nil)
        try body(folder + "/file")
    }

    @Test(
        "dumps and backups are known by what is in them, compressed or not",
        arguments: [
            "cp d.sql file", "ln -s d.sql file", "gzip -c d.sql > file", "tar -cf file d.sql",
            "tar -czf file ./manifest ./d.sql",
            "gzip d.sql && tar -czf file d.sql.gz", "tar -czf file modulejson", "tar --format=pax -cf file modulejson",
            "tar --format=v7 -czf file modulejson sound.wav",
        ])
    func kinds(_ command: String) throws {
        let files = [
            "d.sql": Self.dump, "modulejson/Ivr.json": Self.module, "manifest": "a:0:{}",
            "sound.wav": String(repeating: "sound", count: 50_000),
        ]
        try made(files, command) { file in
            let menu = try MenuImport(.freePBX, file: file, start: nil)
            #expect(menu.text.contains(#""name": "Main""#))
        }
    }

    @Test(
        "what is damaged or something else is one line",
        arguments: [
            ("tar -czf t x.sql && head -c -20 t > file", "the compressed file is damaged or cut off"),
            ("tar -cf t x.sql && head -c 1000 t > file", "the archive ends in the middle of a file"),
            ("gzip -c x.sql | head -c 60 > file", "the compressed file is damaged or cut off"),
            ("head -c 70000000 /dev/zero | gzip > file", "larger than 64 MB; no such configuration is that long"),
            ("head -c 70000000 /dev/zero > y.sql && tar -czf file y.sql", "y.sql: larger than 64 MB"),
            ("head -c 70000000 /dev/zero | gzip > y.sql.gz && tar -cf file y.sql.gz", "y.sql.gz: larger than 64 MB"),
            ("mv x.sql y && tar -cf file y", "there is neither modulejson/Ivr.json nor a dump"),
            ("mkdir file", "expected a file"), ("true", "cannot be read; expected a mysqldump or a backup"),
        ])
    func damaged(_ command: String, _ words: String) throws {
        let random = (0..<4000).map { _ in String(UInt64.random(in: 0...UInt64.max), radix: 36) }.joined()
        try made(["x.sql": "-- " + random], command) { file in
            let error = #expect(throws: StartError.self) { try MenuImport(.freePBX, file: file, start: nil) }
            let line = try #require(error).description
            #expect(line.hasPrefix("\(file): \(words)"), "\(line)")
            #expect(!line.contains("\n"))
        }
    }

    @Test("an archive of sounds may be larger than any configuration")
    func large() throws {
        let files = ["modulejson/Ivr.json": Self.module]
        try made(files, "head -c 70000000 /dev/zero > a.wav && tar -czf file a.wav modulejson") { file in
            let menu = try MenuImport(.freePBX, file: file, start: nil)
            #expect(menu.text.contains(#""name": "Main""#))
        }
    }

    @Test("a program that does not come to its end is ended")
    func late() throws {
        let program = try #require(Executable("tail")).path
        let unpacking = try Unpacking(.nullDevice, through: (program, ["-f", "/dev/null"]), seconds: 0)
        let error = #expect(throws: (any Error).self) { try unpacking.next() }
        #expect("\(try #require(error))" == "not unpacked after 0 s")
        let stopped = try Unpacking(.nullDevice, through: (program, ["-f", "/dev/null"]), seconds: 600)
        stopped.stop()
    }
}
