import Foundation
import Sockets
import Synchronization

/// The mail server of one test: takes every mail over SMTP (RFC 5321), as a relay of the house would.
final class MailServer: Sendable {
    private let port: UInt16
    private let received = Mutex<[String]>([])

    private init(port: UInt16) { self.port = port }

    /// The mails so far, headers included.
    var mails: [String] { received.withLock { $0 } }

    /// The sendmail-compatible program that hands mails to this server; nil: it is not installed.
    var command: String? {
        let program = "/usr/bin/msmtp"
        guard FileManager.default.isExecutableFile(atPath: program) else { return nil }
        return "\(program) --host=127.0.0.1 --port=\(port) --from=attendant@miller.example --read-recipients"
    }

    /// Serves while `body` runs.
    static func receiving<Value: Sendable>(
        _ body: @Sendable (MailServer) async throws -> Value
    ) async throws -> Value {
        let listener = try Listener.bind(Endpoint(host: "127.0.0.1", port: 0))
        let sockets = Sockets.Server(listener, group: try EventLoopGroup(count: 1))
        let server = MailServer(port: listener.addresses[0].port)
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await sockets.serve { try? await server.talk($0) } }
            defer { sockets.stop(within: .zero) }
            return try await body(server)
        }
    }

    private func talk(_ connection: Connection) async throws {
        try await connection.send(Array("220 mail of the test\r\n".utf8))
        var text = ""
        var isMail = false
        while connection.isOpen {
            let chunk = try await connection.receive()
            guard !chunk.isEmpty else { return }
            text += String(decoding: chunk, as: UTF8.self)
            while let part = Self.next(of: &text, until: isMail ? "\r\n.\r\n" : "\r\n") {
                if isMail { received.withLock { $0.append(part) } }
                isMail = !isMail && part.uppercased() == "DATA"
                try await connection.send(Array("\(isMail ? "354 go on" : "250 yes")\r\n".utf8))
            }
        }
    }

    /// What stands before the end, taken out together with it.
    private static func next(of text: inout String, until end: String) -> String? {
        guard let range = text.range(of: end) else { return nil }
        defer { text.removeSubrange(..<range.upperBound) }
        return String(text[..<range.lowerBound])
    }
}
