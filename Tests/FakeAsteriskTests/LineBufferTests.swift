import FastAGI
import Testing

@testable import FakeAsterisk

@Suite("Asterisk's line buffer")
struct LineBufferTests {
    private func lines(_ text: String, limit: Int = 8_190, pieces: Int = .max) -> [String] {
        var buffer = LineBuffer(lineBytes: limit)
        var lines: [String] = []
        let bytes = Array(text.utf8)
        for start in stride(from: 0, to: bytes.count, by: min(pieces, max(bytes.count, 1))) {
            buffer.feed(Array(bytes[start..<min(bytes.count, start + min(pieces, bytes.count))]))
            while let line = buffer.next() { lines.append(String(decoding: line, as: UTF8.self)) }
        }
        return lines
    }

    @Test("lines in any pieces", arguments: [1, 2, 5, 100])
    func pieces(size: Int) {
        #expect(lines("ANSWER\nNOOP a\n\nx", pieces: size) == ["ANSWER", "NOOP a", ""])
    }

    @Test(
        "what does not fit is cut, and the rest runs as the next command", arguments: [(8_190, 9_000), (2_046, 3_000)])
    func overlong(limit: Int, length: Int) {
        let line = String(repeating: "x", count: length)
        #expect(lines(line + "\n", limit: limit).map(\.utf8.count) == [limit + 1, length - limit - 1])
        #expect(lines(String(repeating: "x", count: limit) + "\n", limit: limit).map(\.utf8.count) == [limit])
        #expect(
            lines(String(repeating: "x", count: limit + 1) + "\n", limit: limit).map(\.utf8.count) == [limit + 1, 0])
    }

    @Test("a NUL hides its newline, and the next command is glued on")
    func nul() {
        #expect(lines("NOOP a\0b\nANSWER\n") == ["NOOP aANSWER"])
        #expect(lines("\0\nANSWER\n") == ["ANSWER"])
    }

    @Test("the version decides how long a line may be", arguments: [("22.10.1", 1), ("18.26.4", 2)])
    func version(version: String, replies: Int) {
        var channel = Channel(IncomingCall(version: version, state: .up))
        let line = "NOOP " + String(repeating: "x", count: 2_100)
        #expect(channel.begin(line).count == replies)
    }
}
