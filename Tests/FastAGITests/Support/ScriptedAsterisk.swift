import FastAGI
import Synchronization

/// Asterisk's side of one connection in memory: says what its script says, in the pieces the test wants.
///
/// The opening goes out at once, then one answer for each command that comes: the one for its line, else the next in order. At the end of the script it closes, or waits.
final class ScriptedAsterisk: Transport {
    /// What the connection does when the script has nothing more to say.
    enum End { case closes, waits }

    private struct State {
        var pieces: [[UInt8]]
        var answers: [String]
        var sent: [[UInt8]] = []
        var isClosed = false
        var reader: CheckedContinuation<[UInt8], Never>?
        var receives = 0
        var observers: [(receives: Int, continuation: CheckedContinuation<Void, Never>)] = []
    }

    struct Failure: Error {}

    private let state: Mutex<State>
    private let cut: @Sendable ([UInt8]) -> [[UInt8]]
    private let end: End
    private let answersByLine: [String: String]
    private let failsToSend: Bool

    init(
        opening: String = ScriptedAsterisk.environment, answers: [String] = [],
        answersByLine: [String: String] = [:], end: End = .closes, failsToSend: Bool = false,
        cut: @escaping @Sendable ([UInt8]) -> [[UInt8]] = { [$0] }
    ) {
        self.cut = cut
        self.end = end
        self.answersByLine = answersByLine
        self.failsToSend = failsToSend
        state = Mutex(State(pieces: opening.isEmpty ? [] : cut(Array(opening.utf8)), answers: answers))
    }

    /// The lines that came, without their newlines.
    var lines: [String] {
        state.withLock { $0.sent.map { String(decoding: $0.dropLast(), as: UTF8.self) } }
    }

    /// The pieces that came, as they were written.
    var writes: [[UInt8]] { state.withLock { $0.sent } }

    var isClosed: Bool { state.withLock { $0.isClosed } }

    nonisolated(nonsending) func receive() async throws -> [UInt8] {
        await withCheckedContinuation { continuation in
            let (piece, observers): ([UInt8]?, [CheckedContinuation<Void, Never>]) = state.withLock { state in
                state.receives += 1
                let due = state.observers.filter { $0.receives <= state.receives }.map(\.continuation)
                state.observers.removeAll { $0.receives <= state.receives }
                if state.isClosed { return ([], due) }
                if !state.pieces.isEmpty { return (state.pieces.removeFirst(), due) }
                if end == .closes { return ([], due) }
                state.reader = continuation
                return (nil, due)
            }
            for observer in observers { observer.resume() }
            if let piece { continuation.resume(returning: piece) }
        }
    }

    nonisolated(nonsending) func send(_ bytes: [UInt8]) async throws {
        if failsToSend { throw Failure() }
        state.withLock { state in
            state.sent.append(bytes)
            let line = String(decoding: bytes.dropLast(), as: UTF8.self)
            if let answer = answersByLine[line] {
                state.pieces += cut(Array(answer.utf8))
            } else if !state.answers.isEmpty {
                state.pieces += cut(Array(state.answers.removeFirst().utf8))
            }
        }
    }

    func close() {
        let reader = state.withLock { state in
            state.isClosed = true
            return state.reader.take()
        }
        reader?.resume(returning: [])
    }

    /// Says something that nobody has asked for.
    func say(_ text: String) {
        let reader = state.withLock { state in
            let reader = state.reader.take()
            if reader == nil { state.pieces.append(Array(text.utf8)) }
            return reader
        }
        reader?.resume(returning: Array(text.utf8))
    }

    /// Waits until `receive` was called this many times.
    func hasBeenAsked(times: Int) async {
        await withCheckedContinuation { continuation in
            let isDue = state.withLock { state in
                if state.receives >= times { return true }
                state.observers.append((times, continuation))
                return false
            }
            if isDue { continuation.resume() }
        }
    }
}
