import Foundation
import Mail
import Reception
import Records
import Synchronization
import Testing
import Web

@testable import Attendant

@Suite("Telling a web service of a request")
struct WebhookTests {
    private final class Service: WebClient {
        let replies: Mutex<[WebReply]>
        let requests = Mutex<[WebRequest]>([])

        init(_ replies: [WebReply]) { self.replies = Mutex(replies) }

        func send(_ request: WebRequest) async -> WebReply {
            requests.withLock { $0.append(request) }
            return replies.withLock { $0.isEmpty ? .timeout : $0.removeFirst() }
        }
    }

    /// 2026-03-03 17:00:00 UTC.
    private static let someday = Date(timeIntervalSince1970: 1_772_557_200)
    private static let secret = Array("a secret of both of us".utf8)
    private let folder: TemporaryFolder
    private let records: Records

    init() throws {
        folder = try TemporaryFolder()
        records = try Records(file: folder.path + "/attendant.sqlite", now: Self.someday)
    }

    private func commit(_ number: String = "+447700900001", at: Double = 0) async throws -> CallbackReceipt {
        try await records.commit(
            CallbackRequest(
                call: "call-1", list: "office", at: Self.someday.addingTimeInterval(at), number: number,
                numberAsGiven: nil, source: .network, isConfirmed: true, status: .new, callerName: "J \"S\"",
                reason: "",
                label: "Repairs", language: "en", notify: ["anna@example.org"],
                webhook: "https://crm.example/hook", menu: "reception"))
    }

    private func worker(_ service: Service, _ mails: MailBox = MailBox(), after seconds: Double = 0) -> OutboxWorker {
        let now = Self.someday.addingTimeInterval(seconds)
        let sender = WebhookSender(web: service, secret: Self.secret, now: { now })
        return OutboxWorker(
            records: records, writer: .init(from: nil),
            send: { mail throws(MailError) in try mails.take(mail) },
            post: { hook throws(WebhookError) in try await sender.send(hook) }, now: { now })
    }

    @Test("a signed POST with an id of its own, once, beside the mail")
    func told() async throws {
        _ = try await commit()
        let (service, mails) = (Service([.answered(status: 204, body: [])]), MailBox())
        await worker(service, mails).sendDue()
        await worker(service, mails, after: 10_000).sendDue()
        #expect(mails.mails.count == 1)
        let requests = service.requests.withLock { $0 }
        let request = try #require(requests.first)
        #expect(requests.count == 1 && request.method == "POST" && request.url == "https://crm.example/hook")
        let headers = Dictionary(uniqueKeysWithValues: request.headers.map { ($0.name, $0.value) })
        #expect(headers["Idempotency-Key"] == "callback-1-2-1772557200")
        let body = try #require(request.body)
        let code = Signature.code(of: Array("1772557200.\(body)".utf8), key: Self.secret)
        #expect(headers["X-Attendant-Signature"] == "t=1772557200,v1=\(code)")
        #expect(body.hasPrefix("{\"callback\":{") && body.contains("\"event\":\"callback.new\""))
        #expect(body.contains("\"number\":\"+447700900001\"") && body.contains("\"name\":\"J \\\"S\\\"\""))
        #expect(!body.contains("a secret"))
    }

    @Test(
        "what fails is tried again with the same id, and given up after a day",
        arguments: [
            WebReply.answered(status: 500, body: []), .timeout, .refused("no connection"),
        ])
    func retried(reply: WebReply) async throws {
        _ = try await commit()
        let service = Service([reply, .answered(status: 200, body: [])])
        await worker(service).sendDue()
        await worker(service, after: 59).sendDue()
        #expect(service.requests.withLock { $0.count } == 1)
        await worker(service, after: 61).sendDue()
        let ids = service.requests.withLock { $0.map { $0.headers.first?.value } }
        #expect(ids == ["callback-1-2-1772557200", "callback-1-2-1772557200"])

        let deaf = Service([])
        _ = try await commit("+447700900002")
        await worker(deaf).sendDue()
        await worker(deaf, after: 86_399).sendDue()
        await worker(deaf, after: 200_000).sendDue()
        #expect(deaf.requests.withLock { $0.count } == 2)
    }

    @Test("a request made again tells again once, and who failed does not hold up the mail")
    func again() async throws {
        _ = try await commit()
        let (service, mails) = (Service([.answered(status: 500, body: [])]), MailBox())
        await worker(service, mails).sendDue()
        _ = try await commit(at: 5)
        _ = try await commit(at: 6)
        await worker(service, mails, after: 7).sendDue()
        #expect(mails.mails.count == 2)
        await worker(service, mails, after: 4_000).sendDue()
        #expect(service.requests.withLock { $0.count } == 2)
        #expect(service.requests.withLock { $0.last?.body }?.contains("\"asked\":3") == true)
    }
}
