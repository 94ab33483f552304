/// Asterisk's reading of command lines: a C buffer of fixed size, filled by `fgets` (the loop of `run_agi` in res_agi.c).
///
/// It is modelled with its faults, since servers must live with them. A line that does not fit is cut: its head runs as
/// one command and its tail as the next. What stands behind a NUL is hidden together with its newline, so the next line
/// is glued on. A CR stays part of the line.
struct LineBuffer: Sendable {
    /// Bytes of the C buffer, its final NUL included.
    let size: Int
    private var pending: [UInt8] = []
    private var start = 0
    private var line: [UInt8] = []

    /// A buffer for lines of at most `lineBytes` bytes without their newline.
    init(lineBytes: Int) {
        size = lineBytes + 2
    }

    /// Whether nothing waits to be read.
    var isEmpty: Bool { start == pending.count && line.isEmpty }

    /// Takes the next bytes of the connection.
    mutating func feed(_ bytes: [UInt8]) {
        if start == pending.count {
            pending = bytes
            start = 0
        } else {
            pending.append(contentsOf: bytes)
        }
    }

    /// The next command without its newline; nil when more bytes are needed.
    mutating func next() -> [UInt8]? {
        while true {
            let room = size - line.count
            guard room > 1 else { return takeLine() }
            guard start < pending.count else { return nil }
            let window = pending[start..<min(start + room - 1, pending.count)]
            let end = window.firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? window.endIndex
            start = end
            line.append(contentsOf: window[..<end].prefix { $0 != 0 })
            if line.last == UInt8(ascii: "\n") {
                line.removeLast()
                return takeLine()
            }
        }
    }

    /// What is left when the server has closed: Asterisk runs a last line without newline, too.
    mutating func rest() -> [UInt8]? {
        line.isEmpty ? nil : takeLine()
    }

    private mutating func takeLine() -> [UInt8] {
        defer { line = [] }
        return line
    }
}
