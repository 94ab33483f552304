public import FastAGI
import Synchronization

/// Two transports joined in memory: what one sends the other receives. For a server under test that runs in the same
/// process.
public enum MemoryLink {
    /// A fresh pair; which is which does not matter.
    public static func pair() -> (any Transport, any Transport) {
        let (here, there) = (MemoryPipe(), MemoryPipe())
        return (End(reads: here, writes: there), End(reads: there, writes: here))
    }

    private final class End: Transport {
        let reads: MemoryPipe
        let writes: MemoryPipe

        init(reads: MemoryPipe, writes: MemoryPipe) {
            self.reads = reads
            self.writes = writes
        }

        nonisolated(nonsending) func receive() async throws -> [UInt8] { await reads.read() }

        nonisolated(nonsending) func send(_ bytes: [UInt8]) async throws {
            guard writes.write(bytes) else { throw MemoryPipe.Closed() }
        }

        func close() {
            reads.close()
            writes.close()
        }
    }
}

/// One direction of a link.
final class MemoryPipe: Sendable {
    /// Writing where nobody reads any more.
    struct Closed: Error {}

    private struct State {
        var bytes: [UInt8] = []
        var reader: CheckedContinuation<[UInt8], Never>?
        var isClosed = false
    }

    private let state = Mutex(State())

    /// Hands bytes to the reader; false when the pipe is closed.
    func write(_ bytes: [UInt8]) -> Bool {
        let (isOpen, reader) = state.withLock { state -> (Bool, CheckedContinuation<[UInt8], Never>?) in
            guard !state.isClosed else { return (false, nil) }
            guard let reader = state.reader.take() else {
                state.bytes += bytes
                return (true, nil)
            }
            return (true, reader)
        }
        reader?.resume(returning: bytes)
        return isOpen
    }

    /// Waits for bytes; empty at the end, which cancelling the task brings about, too.
    nonisolated(nonsending) func read() async -> [UInt8] {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let ready = state.withLock { state -> [UInt8]? in
                    guard state.bytes.isEmpty, !state.isClosed, !Task.isCancelled else {
                        defer { state.bytes = [] }
                        return state.bytes
                    }
                    state.reader = continuation
                    return nil
                }
                if let ready { continuation.resume(returning: ready) }
            }
        } onCancel: {
            stopReading()
        }
    }

    /// Ends it; what was written before can still be read.
    func close() {
        let reader = state.withLock { state in
            state.isClosed = true
            return state.reader.take()
        }
        reader?.resume(returning: [])
    }

    private func stopReading() {
        let reader = state.withLock { $0.reader.take() }
        reader?.resume(returning: [])
    }
}
