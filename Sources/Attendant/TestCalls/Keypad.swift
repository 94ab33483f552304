import Dispatch
import FakeAsterisk
import FastAGI
import Foundation
import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The keyboard as a telephone's keypad: each key acts at once, without Enter. From a pipe, characters are keys, too,
/// and its end hangs up.
final class Keypad {
    /// What the caller does, as it comes.
    let acts: AsyncStream<LiveAct>
    /// Whether somebody sits at a terminal.
    let isTerminal: Bool
    private let letters: AsyncStream<Letter>
    private let mode: TerminalMode?
    private let source: any DispatchSourceRead

    private struct Letter: Sendable {
        let byte: UInt8
        let at: ContinuousClock.Instant
    }

    init() {
        let (acts, actFeed) = AsyncStream<LiveAct>.makeStream()
        let (letters, letterFeed) = AsyncStream<Letter>.makeStream(bufferingPolicy: .bufferingNewest(8))
        self.acts = acts
        self.letters = letters
        mode = TerminalMode.raw(STDIN_FILENO)
        isTerminal = mode != nil
        let reader = Mutex(KeyReader())
        let source = DispatchSource.makeReadSource(fileDescriptor: STDIN_FILENO, queue: .global())
        self.source = source
        source.setEventHandler {
            var bytes = [UInt8](repeating: 0, count: 64)
            let count = read(STDIN_FILENO, &bytes, bytes.count)
            // A read that a signal broke off is no end.
            if count < 0, [EINTR, EAGAIN].contains(errno) { return }
            for byte in reader.withLock({ $0.keys(of: bytes.prefix(max(0, count))) }) {
                letterFeed.yield(Letter(byte: byte, at: .now))
                Self.act(byte).map { _ = actFeed.yield($0) }
            }
            guard count <= 0 else { return }
            actFeed.yield(.hangUp)
            actFeed.finish()
            letterFeed.finish()
            source.cancel()
        }
        source.resume()
    }

    /// Also done when a signal ends the program.
    func beforeEnd(_ body: @escaping @Sendable () -> Void) { mode?.beforeEnd(body) }

    /// Gives the terminal back as it was.
    func restore() {
        source.cancel()
        mode?.restore()
    }

    /// Asks, and says whether the next key that is pressed is a y; what was typed before the question does not count.
    func saysYes(to question: String) async -> Bool {
        // Before it is written: who answers at once is heard.
        let asked = ContinuousClock.now
        TerminalOutput.write(question)
        for await letter in letters where letter.at >= asked {
            return letter.byte == UInt8(ascii: "y") || letter.byte == UInt8(ascii: "Y")
        }
        return false
    }

    private static func act(_ byte: UInt8) -> LiveAct? {
        if byte == UInt8(ascii: "h") || byte == 4 { return .hangUp }
        return DTMFKey(rawValue: byte).map { .press($0) }
    }
}

/// Keys out of bytes: the sequences of arrow and function keys, which hold digits, are none.
struct KeyReader {
    private var state = State.plain

    private enum State { case plain, escaped, sequence }

    /// The bytes that are keys of their own.
    mutating func keys(of bytes: some Sequence<UInt8>) -> [UInt8] {
        bytes.filter { byte in
            switch state {
            case .plain:
                guard byte == 0x1B else { return true }
                state = .escaped
            case .escaped: state = byte == UInt8(ascii: "[") || byte == UInt8(ascii: "O") ? .sequence : .plain
            case .sequence: if (0x40...0x7E).contains(byte) { state = .plain }
            }
            return false
        }
    }
}
