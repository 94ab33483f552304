internal import Synchronization

/// Wakes whoever works on something in the file: the outbox, the callback desk. Signals that nobody waits for are remembered as one.
final class ChangeSignal: Sendable {
    private let stream: AsyncStream<Void>
    private let continuation: AsyncStream<Void>.Continuation

    init() {
        (stream, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    var signals: AsyncStream<Void> { stream }

    func signal() { continuation.yield() }

    func finish() { continuation.finish() }
}
