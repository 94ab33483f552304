import Dispatch
import Foundation
import Sockets

@testable import Attendant

extension House {
    /// What `attendant status` is told.
    func status() async throws -> StatusReport? {
        // It blocks, and the server's answer needs the threads of tests.
        let folder = configuration.data
        let answer = await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(
                    returning: Result { () throws(StatusSocket.Failure) in try StatusSocket.ask(folder: folder) })
            }
        }
        return StatusReport(json: try answer.get())
    }

    /// What a monitor is answered, head and all.
    func monitor(_ request: String) async throws -> String {
        let address = try Endpoint(server.statusAddresses[0]).resolve()[0]
        let connection = try await Connection.connect(to: address, on: loop)
        defer { connection.close() }
        try await connection.send(Array(request.utf8))
        var bytes: [UInt8] = []
        while let chunk = try? await connection.receive(), !chunk.isEmpty { bytes += chunk }
        return String(decoding: bytes, as: UTF8.self)
    }

    func get(_ path: String) async throws -> String {
        try await monitor("GET \(path) HTTP/1.1\r\nHost: localhost\r\n\r\n")
    }
}
