import FastAGI

/// Writes Asterisk's lines to the server as the options say, and counts what was sent.
struct WireWriter {
    let transport: any Transport
    let options: WireOptions
    private(set) var sent = 0

    init(_ transport: any Transport, _ options: WireOptions) {
        self.transport = transport
        self.options = options
    }

    /// Whether the connection has been cut as asked.
    var isCut: Bool { options.cutAfterBytes.map { sent >= $0 } ?? false }

    /// Whether so much was sent that the caller hangs up.
    var hangsUp: Bool { options.hangUpAfterBytes.map { sent >= $0 } ?? false }

    /// Sends lines; stops where the connection is cut.
    mutating func send(_ lines: [String]) async throws {
        let writes = lines.map { Array(($0 + "\n").utf8) }
        for bytes in options.joinsLines ? [Array(writes.joined())] : writes where !bytes.isEmpty {
            try await send(bytes)
        }
    }

    private mutating func send(_ bytes: [UInt8]) async throws {
        let left = options.cutAfterBytes.map { max(0, $0 - sent) } ?? bytes.count
        let allowed = bytes.prefix(left)
        let size = max(1, options.pieceBytes ?? allowed.count)
        for start in stride(from: 0, to: allowed.count, by: size) {
            try await transport.send(Array(allowed[start..<min(start + size, allowed.count)]))
        }
        sent += allowed.count
        if isCut { transport.close() }
    }
}
