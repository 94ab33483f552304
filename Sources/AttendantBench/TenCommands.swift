import FastAGI
import Foundation
import Sockets

/// The ten-command session of ideal.c, over our own sockets and sessions: what every call costs before any menu.
enum TenCommands {
    static let commands: [Command] = [
        .answer, .getVariable(name: "FOO"), .streamFile("welcome", escape: .all), .waitForDigit(.after(.seconds(5))),
        .streamFile("menu", escape: .all), .waitForDigit(.after(.seconds(5))), .set(.variable(name: "X", value: "1")),
        .verbose("x", level: 1), .streamFile("bye"), .hangup(),
    ]

    /// Serves on a port that the kernel chooses, prints `listening on HOST:PORT`, and goes on until it is killed.
    static func serve() async throws {
        let group = try EventLoopGroup()
        let listener = try Listener.bind(try Endpoint("127.0.0.1:0"))
        var limits = SocketLimits()
        limits.connectionsPerPeer = limits.connections
        let server = Server(listener, group: group, limits: limits)
        for address in listener.addresses {
            try FileHandle.standardOutput.write(contentsOf: Data("listening on \(address)\n".utf8))
        }
        try await server.serve { connection in
            let line = BenchLine(connection)
            do throws(SessionError) {
                guard let session = try await Session.begin(over: line) else { return }
                for command in commands { _ = try await session.send(command) }
                session.close()
            } catch {
                connection.close()
            }
        }
    }
}

/// A connection as FastAGI sees it.
final class BenchLine: Transport {
    private let connection: Connection

    init(_ connection: Connection) { self.connection = connection }

    nonisolated(nonsending) func receive() async throws -> [UInt8] { try await connection.receive() }
    nonisolated(nonsending) func send(_ bytes: [UInt8]) async throws { try await connection.send(bytes) }
    func close() { connection.close() }
}
