import FastAGI
import Sockets

/// A TCP connection as a transport.
final class ConnectionTransport: Transport {
    private let connection: Connection

    init(_ connection: Connection) { self.connection = connection }

    nonisolated(nonsending) func receive() async throws -> [UInt8] { try await connection.receive() }

    nonisolated(nonsending) func send(_ bytes: [UInt8]) async throws { try await connection.send(bytes) }

    func close() { connection.close() }
}
