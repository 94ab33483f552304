import Dispatch
import Foundation
import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A terminal that gives each key at once and shows none. It is given back as it was at every way out: the end of the
/// call, an error, and the signals that end or stop a program.
final class TerminalMode {
    private let switcher: TerminalSwitch
    private var sources: [any DispatchSourceSignal] = []

    private static let endings = [SIGINT, SIGTERM, SIGHUP, SIGQUIT]

    /// The terminal with that descriptor from now on; nil: it is none.
    static func raw(_ descriptor: Int32) -> TerminalMode? {
        var attributes = termios()
        guard isatty(descriptor) == 1, tcgetattr(descriptor, &attributes) == 0 else { return nil }
        let mode = TerminalMode(TerminalSwitch(descriptor, attributes))
        mode.switcher.setRaw()
        mode.watch()
        return mode
    }

    private init(_ switcher: TerminalSwitch) { self.switcher = switcher }

    /// Also done when a signal ends the program.
    func beforeEnd(_ body: @escaping @Sendable () -> Void) { switcher.beforeEnd(body) }

    /// Gives the terminal back, and the signals.
    func restore() {
        switcher.giveBack()
        for source in sources { source.cancel() }
        sources = []
        for number in Self.endings + [SIGTSTP] { signal(number, SIG_DFL) }
    }

    private func watch() {
        let switcher = switcher
        for number in Self.endings { watch(number) { switcher.end(by: number) } }
        watch(SIGTSTP) {
            switcher.giveBack()
            signal(SIGTSTP, SIG_DFL)
            kill(getpid(), SIGTSTP)
        }
        watch(SIGCONT) {
            signal(SIGTSTP, SIG_IGN)
            switcher.setRaw()
        }
    }

    private func watch(_ number: Int32, _ body: @escaping @Sendable () -> Void) {
        if number != SIGCONT { signal(number, SIG_IGN) }
        let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
        source.setEventHandler(handler: body)
        source.resume()
        sources.append(source)
    }
}

/// Switches a terminal to raw keys and back, from whatever thread a signal comes on.
private final class TerminalSwitch: Sendable {
    private let descriptor: Int32
    private let state: Mutex<State>

    private struct State: Sendable {
        let before: termios
        var isRaw = false
        var ends: [@Sendable () -> Void] = []
    }

    init(_ descriptor: Int32, _ before: termios) {
        self.descriptor = descriptor
        state = Mutex(State(before: before))
    }

    func beforeEnd(_ body: @escaping @Sendable () -> Void) { state.withLock { $0.ends.append(body) } }

    func giveBack() {
        state.withLock { state in
            guard state.isRaw else { return }
            state.isRaw = false
            var before = state.before
            tcsetattr(descriptor, TCSANOW, &before)
        }
    }

    func setRaw() {
        state.withLock { state in
            var attributes = state.before
            attributes.c_lflag &= ~tcflag_t(ICANON | ECHO)
            tcsetattr(descriptor, TCSANOW, &attributes)
            state.isRaw = true
        }
    }

    /// Ends as the signal would have ended the program, so that a shell sees why.
    func end(by number: Int32) {
        for body in state.withLock({ $0.ends }) { body() }
        giveBack()
        TerminalOutput.write("\n")
        signal(number, SIG_DFL)
        kill(getpid(), number)
    }
}

/// What is written piece by piece, while a call goes on.
enum TerminalOutput {
    static func write(_ text: String) {
        // A reader that went away is no fault of ours.
        try? FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
    }
}
