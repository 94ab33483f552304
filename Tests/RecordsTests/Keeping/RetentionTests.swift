import Foundation
import GRDB
import Reception
import Testing

@testable import Records

@Suite("Keeping for so long")
struct RetentionTests {
    let folder: TemporaryFolder
    let records: Records

    init() throws {
        folder = try TemporaryFolder()
        records = try Records(file: folder.file, now: someday)
    }

    @Test("old calls, closed requests and messages go with their files, in many small transactions; open ones stay")
    func old() async throws {
        let sound = folder.path + "/old.wav"
        try Data("sound".utf8).write(to: URL(fileURLWithPath: sound))
        for index in 0..<450 {
            records.callStarted(.sample("old-\(index)"))
            records.stepTaken(.sample("old-\(index)", 0))
        }
        records.callStarted(.sample("young", at: someday + 1000))
        await records.flush()
        var message = MessageRecord.sample()
        message.file = sound
        try await records.keep(message)
        _ = try await records.commit(.sample(notify: ["anna@example.org"]))
        _ = try await records.commit(.sample("+447700900002"))
        _ = try DeskWriter(file: folder.file, now: { someday + 10 }).done(1)
        let removed = try await records.removeOlder(than: someday + 500)
        #expect(
            removed.rows == ["calls": 450, "call_steps": 450, "callbacks": 1, "messages": 1, "outbox": 2])
        #expect(removed.files == 1 && !FileManager.default.fileExists(atPath: sound))
        #expect(try records.reader.calls().map(\.id) == ["young"])
        #expect(try records.reader.callbacks().map(\.id) == [2], "what is open stays, however old")
        #expect(try await records.removeOlder(than: someday + 500).isEmpty)
    }
}
