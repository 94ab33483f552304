import FastAGI
import Reception
import Sockets
import Synchronization

/// The connection of one call as FastAGI sees it, with the patience that the present command deserves.
///
/// Asterisk has no time-outs of its own, and a silent peer would hold a call for ever: so one whose reply takes far longer
/// than it can is given up here, and the dialplan takes over.
final class CallLine: Transport {
    private let connection: Connection
    private let watch: Mutex<Watch>

    private struct Watch {
        var deadline: ContinuousClock.Instant
        var isOverdue = false
        var hasHeard = false
    }

    /// - Parameter patience: for the whole environment block.
    init(_ connection: Connection, patience: Duration) {
        self.connection = connection
        watch = Mutex(Watch(deadline: .now + patience))
    }

    /// Whether the peer was given up because it did not answer in time.
    var isOverdue: Bool { watch.withLock { $0.isOverdue } }

    /// Whether the peer has ever said anything.
    var hasHeard: Bool { watch.withLock { $0.hasHeard } }

    /// Gives the next reply so much time.
    func setPatience(_ patience: Duration) {
        let deadline = ContinuousClock.Instant.now + patience
        watch.withLock { $0.deadline = deadline }
    }

    nonisolated(nonsending) func receive() async throws -> [UInt8] {
        let (deadline, hasHeard) = watch.withLock { ($0.deadline, $0.hasHeard) }
        do throws(SocketError) {
            let bytes = try await connection.receive(deadline: deadline)
            if !hasHeard, !bytes.isEmpty { watch.withLock { $0.hasHeard = true } }
            return bytes
        } catch {
            if case .receiveTimedOut = error { watch.withLock { $0.isOverdue = true } }
            throw error
        }
    }

    nonisolated(nonsending) func send(_ bytes: [UInt8]) async throws { try await connection.send(bytes) }

    func close() { connection.close() }
}
