public import Foundation

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// How text is shown where it goes: with colours on a terminal that has them, and how wide.
public struct TerminalStyle: Sendable {
    /// Whether colours and bold letters may be used.
    public let isColoured: Bool
    /// How many columns there are.
    public let columns: Int

    /// No colours, 80 columns: a pipe, a file.
    public static let plain = TerminalStyle(isColoured: false, columns: 80)

    /// A style.
    public init(isColoured: Bool, columns: Int) {
        self.isColoured = isColoured
        self.columns = max(20, columns)
    }

    /// What fits a file descriptor: colours only on a terminal, without `NO_COLOR` and with a `TERM` that is not dumb.
    public init(descriptor: Int32, environment: [String: String] = ProcessInfo.processInfo.environment) {
        guard isatty(descriptor) == 1 else {
            self = .plain
            return
        }
        let isDumb = ["", "dumb"].contains(environment["TERM"] ?? "")
        let isRefused = environment["NO_COLOR"]?.isEmpty == false
        var size = winsize()
        let isKnown = ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
        self.init(isColoured: !isDumb && !isRefused, columns: isKnown ? Int(size.ws_col) : 80)
    }

    /// Whether a terminal is there that can write over its last line.
    static func isTerminal(
        _ descriptor: Int32, environment: [String: String] = ProcessInfo.processInfo.environment
    ) -> Bool {
        isatty(descriptor) == 1 && !["", "dumb"].contains(environment["TERM"] ?? "")
    }

    func bold(_ text: String) -> String { wrapped(text, "1") }
    func dim(_ text: String) -> String { wrapped(text, "2") }
    func red(_ text: String) -> String { wrapped(text, "31") }
    func green(_ text: String) -> String { wrapped(text, "32") }
    func yellow(_ text: String) -> String { wrapped(text, "33") }
    func cyan(_ text: String) -> String { wrapped(text, "36") }
    /// A key of the telephone, lit.
    func lit(_ text: String) -> String { wrapped(text, "1;7") }

    private func wrapped(_ text: String, _ code: String) -> String {
        isColoured && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}
