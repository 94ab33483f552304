import Foundation
import GRDB
import Reception
import Testing

@testable import Records

@Suite("A backup, and the way back")
struct BackupTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private var messages: String { folder.path + "/messages" }
    private var copy: String { folder.path + "/copy" }

    /// A sound file, and the row about it.
    private func leave(_ name: String, in records: Records) async throws {
        try FileManager.default.createDirectory(atPath: messages, withIntermediateDirectories: true)
        try Data("sound of \(name)".utf8).write(to: URL(fileURLWithPath: "\(messages)/\(name)"))
        var message = MessageRecord.sample()
        message.file = "\(messages)/\(name)"
        try await records.keep(message)
    }

    private func read(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    }

    private func mode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    @Test("holds rows and sound files of one moment, is for its owner's eyes, and the writer writes on")
    func backup() async throws {
        let records = try Records(file: folder.file)
        _ = try await records.commit(.sample())
        try await leave("1.wav", in: records)
        try Data("waits for its row".utf8).write(to: URL(fileURLWithPath: messages + "/2.wav"))
        let backup = try RecordsBackup.make(of: folder.file, messages: messages, into: copy)
        _ = try await records.commit(.sample("+447700900002"))
        #expect(backup.contents.callbacks == 1 && backup.contents.open == 1 && backup.contents.messages == 1)
        #expect(backup.contents.sounds == 2 && backup.contents.missing.isEmpty)
        #expect(try RecordsReader(file: copy + "/attendant.sqlite").callbacks().map(\.number) == ["+447700900001"])
        #expect(try read(copy + "/messages/1.wav") == "sound of 1.wav")
        #expect(try mode(copy) == 0o700 && mode(copy + "/messages") == 0o700)
        #expect(try mode(copy + "/attendant.sqlite") == 0o600 && mode(copy + "/messages/1.wav") == 0o600)
        #expect(throws: RecordsError.fault("\(copy): is there already")) {
            try RecordsBackup.make(of: folder.file, messages: messages, into: copy)
        }
    }

    @Test("copies no file behind a link, no folder and no pipe, but all the rest, and says which files are nowhere")
    func links() async throws {
        let records = try Records(file: folder.file)
        try await leave("1.wav", in: records)
        try await leave("2.wav", in: records)
        try FileManager.default.removeItem(atPath: messages + "/1.wav")
        #expect(
            try RecordsBackup.make(of: folder.file, messages: messages, into: copy).contents.missing
                == [messages + "/1.wav"])
        try FileManager.default.createSymbolicLink(atPath: messages + "/1.wav", withDestinationPath: "/etc/passwd")
        try FileManager.default.createSymbolicLink(atPath: messages + "/x.wav", withDestinationPath: "/etc/passwd")
        try FileManager.default.createDirectory(atPath: messages + "/y.wav", withIntermediateDirectories: true)
        #expect(mkfifo(messages + "/z.wav", 0o644) == 0)
        let contents = try RecordsBackup.make(of: folder.file, messages: messages, into: copy + "2").contents
        #expect(contents.foreign == ["1", "x", "y", "z"].map { "\(messages)/\($0).wav" })
        #expect(contents.sounds == 1 && contents.missing.isEmpty)
        #expect(try FileManager.default.contentsOfDirectory(atPath: copy + "2/messages") == ["2.wav"])
    }

    @Test(
        "leaves a stranger's files out; where he owns what rows name, he is none",
        .enabled(if: getuid() == 0))
    func strangers() async throws {
        let records = try Records(file: folder.file)
        try await leave("1.wav", in: records)
        try Data("planted".utf8).write(to: URL(fileURLWithPath: messages + "/planted.wav"))
        #expect(
            chown(messages + "/planted.wav", 65534, 65534) == 0 && truncate(messages + "/planted.wav", 1 << 20) == 0)
        let contents = try RecordsBackup.make(of: folder.file, messages: messages, into: copy).contents
        #expect(contents.foreign == [messages + "/planted.wav"] && contents.sounds == 1)
        #expect(chown(messages + "/1.wav", 65534, 65534) == 0 && truncate(messages + "/planted.wav", 7) == 0)
        let all = try RecordsBackup.make(of: folder.file, messages: messages, into: copy + "2").contents
        #expect(all.foreign.isEmpty && all.sounds == 2)
    }

    @Test("of a damaged file is refused, and leaves no folder that could be taken for one")
    func damaged() async throws {
        let records = try Records(file: folder.file)
        for index in 0..<500 { records.callStarted(.sample("call-\(index)")) }
        await records.close()
        try spoil(folder.file)
        #expect { try RecordsBackup.make(of: folder.file, messages: messages, into: copy) } throws: { error in
            if case .damaged(folder.file, _) = error as? RecordsError { true } else { false }
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(names.allSatisfy { $0.hasPrefix("attendant.sqlite") }, "\(names)")
    }

    private func spoil(_ path: String) throws {
        let file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
        try file.seek(toOffset: try file.seekToEnd() - 4096)
        try file.write(contentsOf: Data(repeating: 0x55, count: 4096))
        try file.close()
    }

    @Test("is put back on another machine: rows find their sound files, and what is there is kept")
    func restore() async throws {
        let records = try Records(file: folder.file)
        _ = try await records.commit(.sample())
        try await leave("1.wav", in: records)
        _ = try RecordsBackup.make(of: folder.file, messages: messages, into: copy)
        await records.close()
        let place = folder.path + "/new/attendant.sqlite"
        let sounds = folder.path + "/new/messages"
        var restored = try RecordsRestore.run(copy, to: place, messages: sounds, now: someday)
        #expect(restored.aside == nil && restored.contents.sounds == 1 && restored.contents.open == 1)
        #expect(try RecordsReader(file: place).messages().map(\.file) == [sounds + "/1.wav"])
        #expect(try read(sounds + "/1.wav") == "sound of 1.wav")
        #expect(try mode(place) == 0o640)

        let later = try Records(file: place)
        _ = try await later.commit(.sample("+447700900002"))
        await later.close()
        restored = try RecordsRestore.run(copy + "/attendant.sqlite", to: place, messages: sounds, now: someday)
        let aside = place + ".before-restore-20260303T170000Z"
        #expect(restored.aside == aside && restored.contents.sounds == 0)
        #expect(try RecordsReader(file: aside).callbacks().count == 2)
        #expect(try RecordsReader(file: place).callbacks().count == 1)
        restored = try RecordsRestore.run(copy, to: place, messages: sounds, now: someday)
        #expect(restored.aside == aside + "-2")
        #expect(try await Records(file: place).commit(.sample("+447700900003")).isNew)
    }

    @Test("takes the place of a damaged file, and keeps its log with it, not beside the restored one")
    func overDamaged() async throws {
        let records = try Records(file: folder.file)
        _ = try await records.commit(.sample())
        _ = try RecordsBackup.make(of: folder.file, messages: messages, into: copy)
        await records.close()
        try Data("nothing of any worth".utf8).write(to: URL(fileURLWithPath: folder.file))
        try Data("a log".utf8).write(to: URL(fileURLWithPath: folder.file + "-wal"))
        let restored = try RecordsRestore.run(copy, to: folder.file, messages: messages, now: someday)
        let aside = try #require(restored.aside)
        #expect(try read(aside) == "nothing of any worth" && read(aside + "-wal") == "a log")
        #expect(!FileManager.default.fileExists(atPath: folder.file + "-wal"))
        #expect(try Records(file: folder.file).reader.callbacks().count == 1)
    }

    @Test("that is damaged, empty, newer, another program's or not there changes nothing")
    func badBackup() async throws {
        let records = try Records(file: folder.file)
        _ = try await records.commit(.sample())
        for name in ["damaged", "newer"] {
            for index in 0..<200 { records.callStarted(.sample("\(name)-\(index)")) }
            await records.flush()
            _ = try RecordsBackup.make(of: folder.file, messages: messages, into: folder.path + "/" + name)
        }
        await records.close()
        try spoil(folder.path + "/damaged/attendant.sqlite")
        let newer = try DatabaseQueue(path: folder.path + "/newer/attendant.sqlite")
        try await newer.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('from the future')") }
        try newer.close()
        try Data().write(to: URL(fileURLWithPath: folder.path + "/empty"))
        try await DatabaseQueue(path: folder.path + "/foreign").write {
            try $0.execute(sql: "CREATE TABLE songs (title)")
        }
        let before = try Data(contentsOf: URL(fileURLWithPath: folder.file))
        let parts = [
            "damaged": "is damaged", "newer": "newer release", "empty": "is empty", "foreign": "another program",
        ]
        for (name, part) in parts.merging(["nowhere": "No such file"], uniquingKeysWith: { $1 }) {
            #expect("\(name)") {
                try RecordsRestore.run(folder.path + "/" + name, to: folder.file, messages: messages)
            } throws: { error in
                "\(error)".contains(part) && "\(error)".contains(name)
            }
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: folder.file)) == before)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(!names.contains { $0.contains("restor") })
    }
}
