import Foundation
import GRDB
import Reception
import Testing

@testable import Records

@Suite("Calls that a killed server left open")
struct LostCallsTests {
    let folder: TemporaryFolder
    let killed: Records

    init() async throws {
        folder = try TemporaryFolder()
        killed = try Records(file: folder.file, now: someday)
        killed.callStarted(.sample("walked"))
        killed.stepTaken(.sample("walked", 0))
        killed.callStarted(.sample("heard"))
        killed.happened(
            CallMoment(call: "heard", order: 0, at: .milliseconds(4_250), step: "start", kind: .prompt, text: "Hello"))
        killed.callStarted(.sample("ended"))
        killed.callEnded(.sample("ended"))
        await killed.close()
    }

    @Test("they are closed as failed, with the reason, at the last thing that is known of them; others stay")
    func closed() async throws {
        let records = try Records(file: folder.file, now: someday)
        let start = someday.addingTimeInterval(60)
        records.callStarted(.sample("mine", at: start))
        await records.flush()
        #expect(try await records.closeLost(before: start) == 2)
        let row = { try records.reader.call($0).row }
        #expect(try row("walked").ended == someday.addingTimeInterval(2.5))
        #expect(try row("heard").ended == someday.addingTimeInterval(4.25))
        for id in ["walked", "heard"] {
            #expect(try row(id).outcome == "failed" && row(id).reason == "the server was killed in the call")
        }
        #expect(try row("ended").outcome == "hangup")
        #expect(try row("mine").ended == nil)
        #expect(try await records.closeLost(before: start) == 0)
    }

    @Test("while another server uses the file none is closed, for it may be its own; when it has ended they are")
    func notAlone() async throws {
        let records = try Records(file: folder.file, now: someday)
        let start = someday.addingTimeInterval(60)
        var other: Records? = try Records(file: folder.file, now: someday)
        #expect(try await records.closeLost(before: start) == nil)
        #expect(try await other?.closeLost(before: start) == nil)
        await other?.close()
        other = nil
        #expect(try await records.closeLost(before: start) == 2)
    }
}
