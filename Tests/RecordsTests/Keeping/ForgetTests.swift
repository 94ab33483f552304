import Foundation
import GRDB
import Reception
import Testing

@testable import Records

@Suite("Forgetting a person")
struct ForgetTests {
    let folder: TemporaryFolder
    let records: Records
    let forms = ["+447700900001", "447700900001", "00447700900001", "07700900001"]

    init() throws {
        folder = try TemporaryFolder()
        records = try Records(file: folder.file, now: someday)
    }

    /// Ada, who called, typed, left a message and a note; and Bob, of whom nothing may be lost.
    private func twoPeople() async throws {
        for (call, number, name) in [("ada", "+447700900001", "Ada Lovelace"), ("bob", "+447700900002", "Bob")] {
            var start = CallStart.sample(call, number: number)
            start.facts.name = name
            records.callStarted(start)
            records.stepTaken(.sample(call, 0))
            records.callEnded(.sample(call))
            await records.flush()
            var request = CallbackRequest.sample(number, call: call, notify: ["anna@example.org"])
            request.callerName = name
            request.numberAsGiven = "0" + number.dropFirst(3)
            request.voiceNote = try file("note-\(call).wav")
            let receipt = try await records.commit(request)
            let claim = try await records.claim(receipt.id, now: someday, by: "one")
            try await records.record(.busy, attempt: claim.attempt, now: someday)
            var message = MessageRecord.sample()
            (message.call, message.number, message.callerName) = (call, number, name)
            message.file = try file("message-\(call).wav")
            try await records.keep(message)
        }
    }

    private func file(_ name: String) throws -> String {
        let path = folder.path + "/" + name
        try Data("sound".utf8).write(to: URL(fileURLWithPath: path))
        return path
    }

    private func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: folder.path + "/" + name) }

    /// Whether bytes stand anywhere in the database or its log.
    private func holds(_ text: String) -> Bool {
        ["", "-wal"].contains { suffix in
            guard let data = FileManager.default.contents(atPath: folder.file + suffix) else { return false }
            return data.range(of: Data(text.utf8)) != nil
        }
    }

    @Test("every row and file about a number goes, with its bytes, beside a server; nothing of anybody else does")
    func all() async throws {
        try await twoPeople()
        #expect(holds("Ada Lovelace") && holds("+447700900001"))
        let forgotten = try RecordsKeeper(file: folder.file).forget(forms: forms)
        #expect(
            forgotten.rows == [
                "calls": 1, "call_steps": 1, "callbacks": 1, "callback_attempts": 1, "messages": 1, "outbox": 2,
            ])
        #expect(forgotten.files == 2 && forgotten.stuck == [] && forgotten.remains == nil)
        #expect(!exists("note-ada.wav") && !exists("message-ada.wav"))
        #expect(!holds("Ada Lovelace") && !holds("7700900001"))
        #expect(exists("note-bob.wav") && exists("message-bob.wav"))
        #expect(try records.reader.held(forms: ["+447700900002"]).tables.mapValues(\.count) == forgotten.rows)
        #expect(try records.reader.held(forms: forms).isEmpty)
        #expect(try RecordsKeeper(file: folder.file).forget(forms: forms).isEmpty, "saying it again finds nothing")
        #expect(try await records.commit(.sample()).isNew, "the server goes on")
        #expect(try records.reader.findings() == [])
    }

    @Test("a number typed on another telephone is found by its request, and by the keys of the call")
    func typed() async throws {
        records.callStarted(.sample("other", number: "+447700900033"))
        var step = StepRecord.sample("other", 0)
        step.keys = "107700900001#"
        records.stepTaken(step)
        records.callStarted(.sample("third", number: "+447700900034"))
        await records.flush()
        var request = CallbackRequest.sample(call: "third")
        request.source = .typed
        _ = try await records.commit(request)
        let held = try records.reader.held(forms: forms)
        #expect(held.tables["calls"]?.count == 2 && held.tables["callbacks"]?.count == 1)
        #expect(held.tables["call_steps"]?.first?["keys"] == .text("107700900001#"))
    }

    @Test("a short number is not looked for among keys")
    func short() async throws {
        records.callStarted(.sample("other"))
        var step = StepRecord.sample("other", 0)
        step.keys = "201"
        records.stepTaken(step)
        await records.flush()
        #expect(try records.reader.held(forms: ["201"]).isEmpty)
    }

    @Test("a file that cannot be removed keeps its rows, so that it can be found again")
    func stuck() async throws {
        var message = MessageRecord.sample()
        message.file = folder.path
        try await records.keep(message)
        let forgotten = try RecordsKeeper(file: folder.file).forget(forms: forms)
        #expect(forgotten.stuck == [folder.path] && forgotten.rows == [:])
        #expect(try records.reader.messages().count == 1)
    }

    @Test("what is held is told by table, with every column and the files, and without the tokens of calls")
    func held() async throws {
        try await twoPeople()
        let held = try records.reader.held(forms: forms)
        #expect(held.files == [folder.path + "/message-ada.wav", folder.path + "/note-ada.wav"])
        #expect(held.tables["callbacks"]?.first?["caller_name"] == .text("Ada Lovelace"))
        #expect(held.tables["callback_attempts"]?.first?["result"] == .text("busy"))
        #expect(held.tables["callback_attempts"]?.first?.keys.contains("token") == false)
        let json = String(decoding: try RecordsJSON.data(held), as: UTF8.self)
        #expect(!json.contains("Bob"))
    }
}
