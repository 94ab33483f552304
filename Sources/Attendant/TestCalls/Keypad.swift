import Dispatch
import FakeAsterisk
import FastAGI
import Foundation

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The keyboard as a telephone's keypad: each key acts at once, without Enter. From a pipe, characters are keys, too,
/// and its end hangs up.
final class Keypad {
    let acts: AsyncStream<LiveAct>
    private let source: any DispatchSourceRead
    private var before: termios?

    init() {
        let (acts, continuation) = AsyncStream<LiveAct>.makeStream()
        self.acts = acts
        source = DispatchSource.makeReadSource(fileDescriptor: STDIN_FILENO, queue: .global())
        source.setEventHandler {
            var bytes = [UInt8](repeating: 0, count: 64)
            let count = read(STDIN_FILENO, &bytes, bytes.count)
            for byte in bytes.prefix(max(0, count)) { Self.act(byte).map { _ = continuation.yield($0) } }
            if count <= 0 {
                continuation.yield(.hangUp)
                continuation.finish()
            }
        }
        source.setCancelHandler { continuation.finish() }
        setRaw()
        source.resume()
    }

    /// Gives the terminal back as it was.
    func restore() {
        source.cancel()
        guard var before else { return }
        tcsetattr(STDIN_FILENO, TCSANOW, &before)
        self.before = nil
    }

    private static func act(_ byte: UInt8) -> LiveAct? {
        if byte == UInt8(ascii: "h") || byte == 4 { return .hangUp }
        return DTMFKey(rawValue: byte).map { .press($0) }
    }

    private func setRaw() {
        var attributes = termios()
        guard isatty(STDIN_FILENO) == 1, tcgetattr(STDIN_FILENO, &attributes) == 0 else { return }
        before = attributes
        attributes.c_lflag &= ~tcflag_t(ICANON | ECHO)
        tcsetattr(STDIN_FILENO, TCSANOW, &attributes)
    }
}
