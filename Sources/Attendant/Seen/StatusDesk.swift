import Sockets

/// Answers three GETs over HTTP/1.1, one for each connection: `/metrics`, `/status`, `/health`. Strict and small: what is
/// longer than a head of 8 KiB or takes longer than five seconds is not read.
struct StatusDesk: Sendable {
    /// What an address is answered.
    struct Answer: Sendable, Equatable {
        var code = 200
        var reason = "OK"
        var type = "text/plain; charset=utf-8"
        let body: [UInt8]

        /// A line of text.
        static func line(_ text: String, _ code: Int = 200, _ reason: String = "OK") -> Answer {
            Answer(code: code, reason: reason, body: Array("\(text)\n".utf8))
        }
    }

    static let longestHead = 8_192
    /// How long a head may take.
    var patience = Duration.seconds(5)
    /// The answer of a path; nil: there is none.
    let page: @Sendable (String) async -> Answer?

    func take(_ connection: Connection) async {
        guard let head = await head(on: connection) else { return }
        let (answer, isHead) = await answer(to: head)
        try? await connection.send(Self.bytes(answer, isHead: isHead))
        connection.shutdownWrite()
    }

    /// The bytes up to the empty line, or more than a head may have; nil when nothing whole came in time.
    private func head(on connection: Connection) async -> [UInt8]? {
        let deadline = ContinuousClock.Instant.now + patience
        var bytes: [UInt8] = []
        let end = Array("\r\n\r\n".utf8)
        while bytes.count <= Self.longestHead, bytes.firstRange(of: end) == nil {
            guard let chunk = try? await connection.receive(deadline: deadline), !chunk.isEmpty else { return nil }
            bytes += chunk
        }
        return bytes
    }

    private func answer(to head: [UInt8]) async -> (Answer, isHead: Bool) {
        guard head.count <= Self.longestHead else {
            return (.line("the head is too long", 431, "Request Header Fields Too Large"), false)
        }
        let line = String(decoding: head.prefix { $0 != 13 && $0 != 10 }, as: UTF8.self)
        let words = line.split(separator: " ", omittingEmptySubsequences: false)
        guard words.count == 3, ["HTTP/1.1", "HTTP/1.0"].contains(words[2]), words[1].hasPrefix("/") else {
            return (.line("no request of HTTP/1.1", 400, "Bad Request"), false)
        }
        guard ["GET", "HEAD"].contains(words[0]) else {
            return (.line("there is only GET", 405, "Method Not Allowed"), false)
        }
        let isHead = words[0] == "HEAD"
        guard let answer = await page(String(words[1].prefix { $0 != "?" })) else {
            return (.line("there are /metrics, /status and /health", 404, "Not Found"), isHead)
        }
        return (answer, isHead)
    }

    private static func bytes(_ answer: Answer, isHead: Bool) -> [UInt8] {
        var lines = [
            "HTTP/1.1 \(answer.code) \(answer.reason)", "Content-Type: \(answer.type)",
            "Content-Length: \(answer.body.count)", "Cache-Control: no-store", "X-Content-Type-Options: nosniff",
            "Connection: close",
        ]
        if answer.code == 405 { lines.append("Allow: GET, HEAD") }
        return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + (isHead ? [] : answer.body)
    }
}

extension ServerWatch {
    /// The pages of the status desk.
    func page(_ path: String) async -> StatusDesk.Answer? {
        switch path {
        case "/metrics":
            await look {
                .init(type: "text/plain; version=0.0.4; charset=utf-8", body: Array($0.metrics.utf8))
            }
        case "/status": await look { .init(type: "application/json", body: StatusReport($0, anonymous: true).json()) }
        case "/health":
            await look { view in
                guard let trouble = view.troubles.first else { return .line("ok") }
                return .line(trouble, 503, "Service Unavailable")
            }
        default: nil
        }
    }
}
