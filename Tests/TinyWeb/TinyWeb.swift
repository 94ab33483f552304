public import Sockets
import Synchronization

/// A web server for one test: what it writes is up to the test, byte by byte.
public final class TinyWeb: Sendable {
    /// One request as it arrived.
    public struct Request: Sendable {
        /// "GET /path HTTP/1.1".
        public let line: String
        /// By their names in small letters.
        public let headers: [String: String]
        /// The body as text.
        public let body: String
        /// Which connection it came over, from 0.
        public let connection: Int
    }

    /// Writes the answer to a request.
    public typealias Answer = @Sendable (Request, Connection) async throws -> Void

    /// The port on the loopback address.
    public let port: UInt16
    private let seen = Mutex<[Request]>([])
    private let connections = Mutex(0)

    /// The requests so far, in the order in which they came.
    public var requests: [Request] { seen.withLock { $0 } }

    private init(port: UInt16) { self.port = port }

    /// Answers while `body` runs, then stops.
    public static func answering<Value: Sendable>(
        _ answer: @escaping Answer, _ body: @Sendable (TinyWeb) async throws -> Value
    ) async throws -> Value {
        let listener = try Listener.bind(Endpoint(host: "127.0.0.1", port: 0))
        let server = Server(listener, group: try EventLoopGroup(count: 1))
        let web = TinyWeb(port: listener.addresses[0].port)
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await server.serve { await web.take($0, answer) } }
            defer { server.stop(within: .zero) }
            return try await body(web)
        }
    }

    /// The same with one text for every request.
    public static func answering<Value: Sendable>(
        text: String, _ body: @Sendable (TinyWeb) async throws -> Value
    ) async throws -> Value {
        try await answering({ try await $1.send(Array(text.utf8)) }, body)
    }

    /// The address of a path.
    public func url(_ path: String = "/") -> String { "http://127.0.0.1:\(port)\(path)" }

    private func take(_ connection: Connection, _ answer: Answer) async {
        let number = connections.withLock { count in
            defer { count += 1 }
            return count
        }
        var rest: [UInt8] = []
        while connection.isOpen, let request = try? await Self.request(on: connection, &rest, number) {
            seen.withLock { $0.append(request) }
            guard (try? await answer(request, connection)) != nil else { return }
        }
    }

    private static func request(
        on connection: Connection, _ bytes: inout [UInt8], _ number: Int
    ) async throws -> Request? {
        while true {
            if let request = Self.parsed(&bytes, number) { return request }
            let chunk = try await connection.receive()
            guard !chunk.isEmpty else { return nil }
            bytes += chunk
        }
    }

    /// The first whole request among the bytes, taken out of them.
    private static func parsed(_ bytes: inout [UInt8], _ number: Int) -> Request? {
        guard let end = bytes.indices.first(where: { bytes[$0...].starts(with: Array("\r\n\r\n".utf8)) }) else {
            return nil
        }
        let lines = String(decoding: bytes[..<end], as: UTF8.self).split(separator: "\r\n").map(String.init)
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
            let pair = line.split(separator: ":", maxSplits: 1).map(String.init)
            headers[pair[0].lowercased()] = pair.count > 1 ? String(pair[1].drop { $0 == " " }) : ""
        }
        let length = headers["content-length"].flatMap(Int.init) ?? 0
        guard bytes.count >= end + 4 + length else { return nil }
        let body = String(decoding: bytes[(end + 4)..<(end + 4 + length)], as: UTF8.self)
        bytes.removeFirst(end + 4 + length)
        return Request(line: lines.first ?? "", headers: headers, body: body, connection: number)
    }
}

extension Connection {
    /// Sends a text.
    public func send(_ text: String) async throws { try await send(Array(text.utf8)) }

    /// Returns when the peer has gone, however it went.
    public func waitForEnd() async {
        while let chunk = try? await receive(), !chunk.isEmpty {}
    }
}
