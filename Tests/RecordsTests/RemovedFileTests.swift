import Foundation
import GRDB
import Reception
import Testing

@testable import Records

@Suite("When the file is removed or replaced while it is in use")
struct RemovedFileTests {
    let folder: TemporaryFolder
    let log = TroubleLog()

    init() throws { folder = try TemporaryFolder() }

    private func opened() throws -> Records {
        var limits = RecordsLimits()
        limits.retryDelay = .seconds(600)
        return try Records(file: folder.file, limits: limits, now: someday) { [log] in log.add($0) }
    }

    private func remove() throws {
        for suffix in ["", "-wal", "-shm"] { try FileManager.default.removeItem(atPath: folder.file + suffix) }
    }

    private func refusal(_ records: Records) async -> String? {
        do throws(LedgerError) {
            _ = try await records.commit(.sample("+447700900055"))
            return nil
        } catch {
            if case .notStored(let words) = error { return words } else { return "\(error)" }
        }
    }

    @Test("it is written anew before the next promise: what was in it and what comes are both there")
    func removed() async throws {
        let records = try opened()
        _ = try await records.commit(.sample())
        try remove()
        _ = try await records.commit(.sample("+447700900002"))
        records.callStarted(.sample("call-9"))
        let other = try RecordsReader(file: folder.file)
        #expect(try other.callbacks().map(\.number) == ["+447700900001", "+447700900002"])
        #expect(log.all == [.putBack(file: folder.file)])
        await records.close()
        #expect(try RecordsReader(file: folder.file).calls().map(\.id) == ["call-9"])
        #expect(try other.findings() == [])
    }

    @Test("with its whole folder, seen by the watch, when nothing is written")
    func folderRemoved() async throws {
        let inner = folder.path + "/data"
        let records = try Records(file: inner + "/attendant.sqlite") { [log] in log.add($0) }
        _ = try await records.commit(.sample())
        try FileManager.default.removeItem(atPath: inner)
        await records.lookAfterFile()
        #expect(log.all == [.putBack(file: inner + "/attendant.sqlite")])
        #expect(try RecordsReader(file: inner + "/attendant.sqlite").callbacks().count == 1)
        #expect(try records.reader.callbacks().count == 1)
        await records.refreshSwitches()
        let claimed = try await records.claimDue(now: someday.addingTimeInterval(7200), by: "", lists: [])
        #expect(claimed.isEmpty)
        #expect(try RecordsReader(file: inner + "/attendant.sqlite").callbacks().map(\.status) == [.due])
    }

    @Test("that cannot be written anew is told, nobody is thanked, and it is tried again")
    func noRoom() async throws {
        let inner = folder.path + "/data"
        let records = try Records(file: inner + "/attendant.sqlite") { [log] in log.add($0) }
        _ = try await records.commit(.sample())
        try FileManager.default.removeItem(atPath: inner)
        try Data().write(to: URL(fileURLWithPath: inner))
        let words = try #require(await refusal(records))
        #expect(words.hasPrefix("\(inner)/attendant.sqlite was removed, and cannot be written anew: "))
        try FileManager.default.removeItem(atPath: inner)
        #expect(await refusal(records) == nil)
        #expect(try RecordsReader(file: inner + "/attendant.sqlite").callbacks().count == 2)
        #expect(log.all.contains(.resumed))
    }

    @Test("by another file: nobody is thanked any more, and what was in it is kept beside it")
    func replaced() async throws {
        let records = try opened()
        _ = try await records.commit(.sample())
        try remove()
        let other = try Records(file: folder.file)
        await other.close()
        await records.lookAfterFile()
        let words = try #require(await refusal(records))
        let name = try #require(
            try FileManager.default.contentsOfDirectory(atPath: folder.path).first { $0.contains(".held-") })
        let held = folder.path + "/" + name
        #expect(
            words
                == "\(folder.file) was replaced by another file; what was in it is kept as \(held): restart the server")
        #expect(try RecordsReader(file: held).callbacks().map(\.number) == ["+447700900001"])
        #expect(try RecordsReader(file: folder.file).callbacks() == [])
        #expect(log.all == [.failing(words: words, queued: 0)])
    }
}
