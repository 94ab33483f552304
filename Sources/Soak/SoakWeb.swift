import Sockets
import Synchronization

/// The web service that the shop asks, in changing moods.
final class SoakWeb: Sendable {
    enum Mood: CaseIterable { case answers, fails, babbles, isStuck, breaksOff }

    let port: UInt16
    private let server: Server
    private let mood = Mutex(Mood.answers)

    init() throws(SocketError) {
        let listener = try Listener.bind(Endpoint(host: "127.0.0.1", port: 0))
        server = Server(listener, group: try EventLoopGroup(count: 1))
        port = listener.addresses[0].port
    }

    func set(_ new: Mood) { mood.withLock { $0 = new } }

    /// Answers until it is stopped.
    func serve() async {
        try? await server.serve { connection in
            var bytes: [UInt8] = []
            while let more = try? await connection.receive(), !more.isEmpty {
                bytes += more
                guard bytes.suffix(4) == Array("\r\n\r\n".utf8)[...] else { continue }
                bytes = []
                await self.answer(connection)
            }
        }
    }

    func stop() { server.stop(within: .zero) }

    private func answer(_ connection: Connection) async {
        let order = #"{"state": "sent", "day": "2026-12-24"}"#
        switch mood.withLock({ $0 }) {
        case .answers: await send(order, "200 OK", connection)
        case .fails: await send("{}", "500 Internal Server Error", connection)
        case .babbles: await send(String(repeating: "[", count: 5_000), "200 OK", connection)
        case .isStuck: break
        case .breaksOff: connection.close()
        }
    }

    private func send(_ body: String, _ status: String, _ connection: Connection) async {
        let head = "HTTP/1.1 \(status)\r\nContent-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\n\r\n"
        try? await connection.send(Array((head + body).utf8))
    }
}
