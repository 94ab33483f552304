import Foundation
import Mail
import Reception
import Records
import Synchronization
import Testing

@testable import Attendant

/// Takes mails as a mail program would, and fails as often as it is told to.
final class MailBox: Sendable {
    private let state: Mutex<(mails: [MailMessage], failures: Int)>
    private let (arrivals, arrival) = AsyncStream<Int>.makeStream()

    init(failures: Int = 0) { state = Mutex(([], failures)) }

    var mails: [MailMessage] { state.withLock { $0.mails } }

    func take(_ mail: MailMessage) throws(MailError) {
        let count = state.withLock { state -> Int? in
            guard state.failures == 0 else {
                state.failures -= 1
                return nil
            }
            state.mails.append(mail)
            return state.mails.count
        }
        guard let count else { throw .failed(status: 75, output: "later") }
        arrival.yield(count)
    }

    func wait(for count: Int) async {
        for await arrived in arrivals where arrived >= count { return }
    }
}

@Suite("Sending what the outbox holds")
struct OutboxWorkerTests {
    let folder = NSTemporaryDirectory() + "outbox-" + UUID().uuidString
    let records: Records
    /// 2026-03-03 17:00:00 UTC.
    let someday = Date(timeIntervalSince1970: 1_772_557_200)

    init() throws { records = try Records(file: folder + "/attendant.sqlite", now: someday) }

    private func request(_ index: Int, notify: [String] = ["anna@example.org"]) -> CallbackRequest {
        CallbackRequest(
            call: "call-\(index)", list: "repairs", at: someday, number: "+4477009\(10000 + index)", numberAsGiven: nil,
            source: .typed, isConfirmed: true, status: .new, reason: "1 Repairs", label: "Repairs", language: "en",
            timeZone: "Europe/London", notify: notify)
    }

    private func worker(_ box: MailBox, after seconds: Double = 0) throws -> OutboxWorker {
        let now = someday.addingTimeInterval(seconds)
        return OutboxWorker(
            records: records, writer: MailWriter(from: try MailAddress("attendant@example.org")),
            send: { mail throws(MailError) in try box.take(mail) }, now: { now })
    }

    @Test("what is committed while it runs is sent once, and it ends with the records")
    func running() async throws {
        let box = MailBox()
        let worker = try worker(box)
        async let run: Void = worker.run()
        for index in 0..<30 { _ = try await records.commit(request(index)) }
        await box.wait(for: 30)
        await records.close()
        await run
        #expect(box.mails.count == 30 && Set(box.mails.map(\.id)).count == 30)
        #expect(box.mails.allSatisfy { $0.subject.hasPrefix("Call back: +447700910") })
        #expect(try RecordsReader(file: folder + "/attendant.sqlite").callbacks().allSatisfy { $0.told == "sent" })
        try? FileManager.default.removeItem(atPath: folder)
    }

    @Test("a mail that fails goes later, with the same id")
    func retried() async throws {
        let box = MailBox(failures: 2)
        _ = try await records.commit(request(1))
        for seconds in [0.0, 30, 60, 120] { try await worker(box, after: seconds).sendDue() }
        #expect(box.mails.isEmpty, "the second attempt failed at 60 s, so the third is not due at 120 s")
        try await worker(box, after: 180).sendDue()
        #expect(box.mails.map(\.id) == ["callback-1-1772557200@example.org"])
        try? FileManager.default.removeItem(atPath: folder)
    }

    @Test("a mail that fails for a day is given up, and its row says so")
    func givenUp() async throws {
        let box = MailBox(failures: 1000)
        _ = try await records.commit(request(1))
        for hour in 0..<27 { try await worker(box, after: Double(hour) * 3600).sendDue() }
        #expect(try records.reader.callbacks().map(\.told) == ["given-up"])
        try? FileManager.default.removeItem(atPath: folder)
    }

    @Test("a message whose file is gone, and a mail without a good address, hold nothing up")
    func hopeless() async throws {
        let box = MailBox()
        let message = MessageRecord(
            call: "call-1", recipient: "anna", file: folder + "/none.wav", length: .seconds(6), at: someday,
            number: nil, callerName: nil, label: "", path: "", language: "en", subject: "", timeZone: "UTC",
            notify: ["anna@example.org"])
        _ = try await records.commit(request(1, notify: ["not an address"]))
        try await records.keep(message)
        try await worker(box).sendDue()
        #expect(box.mails.map(\.subject) == ["Message from a withheld number (no choice made)"])
        #expect(try records.reader.callbacks().map(\.told) == ["waiting"])
        try? FileManager.default.removeItem(atPath: folder)
    }
}
