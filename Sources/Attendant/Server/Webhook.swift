public import Foundation
public import Reception
public import Records
import Web

/// What a web service is told of a request to be called back.
public struct Webhook: Sendable, Equatable {
    /// The list's `webhook`.
    public let url: String
    /// The same at every attempt, so that the service can tell repeats apart.
    public let id: String
    /// A JSON object: `event` ("callback.new", "callback.missed", "callback.unconfirmed"…, by where the request stands),
    /// `id`, and `callback` as `attendant callbacks show --json` has it.
    public let body: String

    /// What is told of a row.
    public init(_ row: CallbackRow, _ item: OutboxItem) {
        url = item.recipients.first ?? ""
        id = "callback-\(row.id)-\(item.id)-\(Int(item.created.timeIntervalSince1970))"
        let told = Told(event: "callback.\(row.status.rawValue)", id: id, callback: row)
        body = (try? RecordsJSON.data(told)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }

    private struct Told: Encodable {
        let event: String
        let id: String
        let callback: CallbackRow
    }
}

/// Why a web service was not told, in one line without the URL.
public struct WebhookError: Error, Equatable, Sendable {
    /// The line.
    public let words: String

    /// A line.
    public init(words: String) {
        self.words = words
    }
}

/// Tells web services. Signed with a secret that both know, where there is one:
/// `X-Attendant-Signature: t=SECOND,v1=HEX`, HMAC-SHA256 over "SECOND.BODY".
public struct WebhookSender: Sendable {
    /// So long a service may take.
    public static let timeLimit = Duration.seconds(20)

    private let web: any WebClient
    private let secret: [UInt8]?
    private let now: @Sendable () -> Date

    /// - Parameter secret: nil: nothing is signed.
    public init(
        web: any WebClient, secret: [UInt8]?, now: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.web = web
        self.secret = secret
        self.now = now
    }

    /// Tells one service and waits for its answer: any 2xx will do.
    ///
    /// - Throws: `WebhookError` when it was not told, or did not say that it was.
    public func send(_ hook: Webhook) async throws(WebhookError) {
        var headers = [WebRequest.Header(name: "Idempotency-Key", value: hook.id)]
        if let secret {
            let value = Signature.header(body: hook.body, second: Int(now().timeIntervalSince1970), key: secret)
            headers.append(WebRequest.Header(name: "X-Attendant-Signature", value: value))
        }
        let request = WebRequest(
            method: "POST", url: hook.url, headers: headers, body: hook.body, timeout: Self.timeLimit)
        switch await web.send(request) {
        case .answered(let status, _), .tooLarge(let status):
            guard (200..<300).contains(status) else { throw WebhookError(words: "the web service answered \(status)") }
        case .timeout: throw WebhookError(words: "the web service did not answer in time")
        case .refused(let words): throw WebhookError(words: words)
        }
    }
}
