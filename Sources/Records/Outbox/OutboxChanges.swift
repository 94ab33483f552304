internal import Synchronization

/// Wakes whoever sends the outbox. Signals that nobody waits for are remembered as one.
final class OutboxChanges: Sendable {
    private let stream: AsyncStream<Void>
    private let continuation: AsyncStream<Void>.Continuation

    init() {
        (stream, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    var signals: AsyncStream<Void> { stream }

    func signal() { continuation.yield() }

    func finish() { continuation.finish() }
}
