import Synchronization

/// Lines that a program wrote, for tests that wait for one.
final class SeenLines: Sendable {
    private struct Waiter {
        let text: String
        let continuation: CheckedContinuation<String?, Never>
    }

    private struct State {
        var lines: [String] = []
        var waiters: [Int: Waiter] = [:]
        var next = 0
    }

    private let state = Mutex(State())

    var all: [String] { state.withLock { $0.lines } }

    func add(_ line: String) {
        let woken = state.withLock { state in
            state.lines.append(line)
            let woken = state.waiters.filter { line.contains($0.value.text) }
            for id in woken.keys { state.waiters[id] = nil }
            return woken.values.map(\.continuation)
        }
        for continuation in woken { continuation.resume(returning: line) }
    }

    /// Returns the first line with that text, once there is one; throws when the test's time is over.
    @discardableResult
    func waits(for text: String) async throws -> String {
        let id = state.withLock { state in
            state.next += 1
            return state.next
        }
        let line = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let (line, isOver) = state.withLock { state -> (String?, Bool) in
                    let line = state.lines.first { $0.contains(text) }
                    if line != nil || Task.isCancelled { return (line, true) }
                    state.waiters[id] = Waiter(text: text, continuation: continuation)
                    return (nil, false)
                }
                if isOver { continuation.resume(returning: line) }
            }
        } onCancel: {
            state.withLock { $0.waiters.removeValue(forKey: id) }?.continuation.resume(returning: nil)
        }
        guard let line else { throw NeverWritten(text: text, lines: all) }
        return line
    }

    struct NeverWritten: Error {
        let text: String
        let lines: [String]
    }
}
