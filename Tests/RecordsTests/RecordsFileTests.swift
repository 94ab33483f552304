import Foundation
import GRDB
import Reception
import Testing

@testable import Records

@Suite("The file of records")
struct RecordsFileTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test("a new file is durable, and not for everybody's eyes")
    func newFile() async throws {
        let records = try Records(file: folder.file)
        _ = try await records.commit(.sample())
        for suffix in ["", "-wal", "-shm"] {
            let attributes = try FileManager.default.attributesOfItem(atPath: folder.file + suffix)
            #expect(attributes[.posixPermissions] as? Int == 0o640, "\(suffix)")
        }
        let settings = try await records.pool.write { db in
            try [
                String.fetchOne(db, sql: "PRAGMA journal_mode"), String.fetchOne(db, sql: "PRAGMA synchronous"),
                String.fetchOne(db, sql: "PRAGMA foreign_keys"), String.fetchOne(db, sql: "PRAGMA busy_timeout"),
            ]
        }
        #expect(settings == ["wal", "2", "1", "2000"])
    }

    @Test("what was written is there when the file is opened again, and earlier calls are counted")
    func reopened() async throws {
        var records = try Records(file: folder.file, now: someday)
        let receipt = try await records.commit(.sample())
        records.callStarted(.sample("call-1"))
        await records.close()
        records = try Records(file: folder.file, now: someday.addingTimeInterval(3600))
        #expect(try records.reader.callback(receipt.id).row.number == "+447700900001")
        #expect(records.earlierCalls(of: "+447700900001", since: someday) == 1)
        #expect(try await records.commit(.sample()) == CallbackReceipt(id: receipt.id, isNew: false, place: 1))
        let later = try Records(file: folder.file, now: someday.addingTimeInterval(40 * 3600))
        #expect(later.earlierCalls(of: "+447700900001", since: .distantPast) == 0)
    }

    @Test("a file of a newer release is refused, and named")
    func newer() async throws {
        let records = try Records(file: folder.file)
        try await records.pool.write { db in
            try db.execute(sql: "INSERT INTO grdb_migrations VALUES ('from the future')")
        }
        await records.close()
        let expected = RecordsError.newer(file: folder.file, migration: "from the future")
        #expect(throws: expected) { try Records(file: folder.file) }
        #expect(throws: expected) { try RecordsReader(file: folder.file) }
        #expect(expected.description.contains("newer release"))
    }

    @Test("a file that is no database is refused and left as it is")
    func damaged() throws {
        let bytes = Data("Dear diary, ".utf8) + Data(repeating: 0x2A, count: 5000)
        try bytes.write(to: URL(fileURLWithPath: folder.file))
        #expect { try Records(file: folder.file) } throws: { error in
            guard case .damaged(folder.file, _) = error as? RecordsError else { return false }
            return "\(error)".hasPrefix(folder.file)
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: folder.file)) == bytes)
    }

    @Test("a file whose pages were overwritten is refused or found out, never emptied")
    func overwritten() async throws {
        let records = try Records(file: folder.file)
        for index in 0..<500 { records.callStarted(.sample("call-\(index)")) }
        await records.close()
        let url = URL(fileURLWithPath: folder.file)
        var bytes = try Data(contentsOf: url)
        let size = bytes.count
        bytes.replaceSubrange(200..<12_000, with: Data(repeating: 0x55, count: 11_800))
        try bytes.write(to: url)
        #expect { try Records(file: folder.file) } throws: { error in
            if case .damaged = error as? RecordsError { true } else { false }
        }
        #expect(try Data(contentsOf: url).count == size)
    }

    @Test("another program's database is refused")
    func foreign() throws {
        let other = try DatabaseQueue(path: folder.file)
        try other.write { try $0.execute(sql: "CREATE TABLE songs (title TEXT)") }
        try other.close()
        #expect(throws: RecordsError.foreign(file: folder.file)) { try Records(file: folder.file) }
        #expect(throws: RecordsError.foreign(file: folder.file)) { try RecordsReader(file: folder.file) }
    }

    @Test("an empty file was cut off, and is refused: a new one has its tables before it has its name")
    func empty() async throws {
        #expect(FileManager.default.createFile(atPath: folder.file, contents: nil))
        #expect(throws: RecordsError.empty(file: folder.file)) { try Records(file: folder.file) }
        #expect(throws: RecordsError.empty(file: folder.file)) { try RecordsReader(file: folder.file) }
        try FileManager.default.removeItem(atPath: folder.file)
        #expect(try await Records(file: folder.file).commit(.sample()).isNew)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(names.allSatisfy { $0.hasPrefix("attendant.sqlite") && !$0.contains("making") }, "\(names)")
    }

    @Test("a page overwritten far from the first is found at the start, up to a size that is read in a second")
    func farPage() async throws {
        let records = try Records(file: folder.file)
        for index in 0..<500 { records.callStarted(.sample("call-\(index)")) }
        await records.close()
        let pages = try FileManager.default.attributesOfItem(atPath: folder.file)[.size] as? Int ?? 0
        let file = try FileHandle(forUpdating: URL(fileURLWithPath: folder.file))
        try file.seek(toOffset: UInt64(pages - 4096))
        try file.write(contentsOf: Data(repeating: 0x55, count: 4096))
        try file.close()
        #expect { try Records(file: folder.file) } throws: { error in
            guard case .damaged(folder.file, let words) = error as? RecordsError else { return false }
            return !words.contains("\n") && "\(error)".contains("`attendant restore BACKUP`")
        }
        var limits = RecordsLimits()
        limits.checkedBytes = 4096
        #expect(try Records(file: folder.file, limits: limits).health == RecordsHealth())
    }

    @Test("a folder that cannot be made, and a file that is a folder, are named")
    func cannotOpen() throws {
        try Data().write(to: URL(fileURLWithPath: folder.path + "/plain"))
        for file in [folder.path + "/plain/attendant.sqlite", folder.path] {
            #expect { try Records(file: file) } throws: { error in
                if case .cannotOpen(file, _) = error as? RecordsError { true } else { false }
            }
        }
        #expect(try Records(file: folder.path + "/a/b/attendant.sqlite").health == RecordsHealth())
    }

    @Test("a reader needs a file, and reads beside the writer")
    func reader() async throws {
        #expect(throws: RecordsError.self) { try RecordsReader(file: folder.file) }
        let records = try Records(file: folder.file)
        let reader = try RecordsReader(file: folder.file)
        #expect(try reader.callbacks() == [])
        let receipt = try await records.commit(.sample())
        #expect(try reader.callbacks().map(\.id) == [receipt.id])
        #expect(try reader.findings() == [])
        #expect(throws: RecordsError.noRow(table: "callbacks", id: "77")) { try reader.callback(77) }
        #expect(throws: RecordsError.noRow(table: "calls", id: "x")) { try reader.call("x") }
    }
}
