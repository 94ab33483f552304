import FastAGI
import Testing

/// A transport written without a thought of where it runs.
private actor PlainTransport: Transport {
    private var pieces = [ScriptedAsterisk.environment, "200 result=0\n"]

    func receive() async throws -> [UInt8] { pieces.isEmpty ? [] : Array(pieces.removeFirst().utf8) }
    func send(_ bytes: [UInt8]) async throws {}
    nonisolated func close() {}
}

/// A transport that fails in a wordy way.
private final class FailingTransport: Transport {
    struct Failure: Error, CustomStringConvertible { let description = String(repeating: "x", count: 5_000) }

    func receive() async throws -> [UInt8] { throw Failure() }
    func send(_ bytes: [UInt8]) async throws { throw Failure() }
    func close() {}
}

@Suite("Transport")
struct TransportTests {
    @Test("an actor, or a class with plain async methods, is one")
    func plain() async throws {
        let session = try #require(try await Session.begin(over: PlainTransport()))
        #expect(try await session.send(.noop()).result == 0)
    }

    @Test("its error becomes a text of bounded length")
    func failing() async {
        await #expect(throws: SessionError.disconnected(reason: String(repeating: "x", count: 200))) {
            try await Session.begin(over: FailingTransport())
        }
    }
}
