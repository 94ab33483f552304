import FastAGI
import Testing

@Suite("LineDecoder")
struct LineDecoderTests {
    private func lines(_ chunks: [[UInt8]], limit: Int = 1_000) throws -> [String] {
        var decoder = LineDecoder()
        var lines: [String] = []
        for chunk in chunks {
            decoder.feed(chunk)
            while let line = try decoder.next(limit: limit) { lines.append(String(decoding: line, as: UTF8.self)) }
        }
        return lines
    }

    @Test("cuts at LF, drops one CR before it, keeps blank lines")
    func endings() throws {
        #expect(try lines([Array("a\nbb\r\n\n\r\nc\r\r\nrest".utf8)]) == ["a", "bb", "", "", "c\r"])
    }

    @Test("gives the same lines wherever the bytes are cut")
    func cuts() throws {
        let bytes = Array("200 result=0\r\n\nHANGUP\n200 result=1 (a b)\n".utf8)
        let expected = ["200 result=0", "", "HANGUP", "200 result=1 (a b)"]
        #expect(try lines(Cuts.drip(bytes)) == expected)
        for first in 0...bytes.count {
            for second in first...bytes.count {
                let chunks = [Array(bytes[..<first]), Array(bytes[first..<second]), Array(bytes[second...])]
                #expect(try lines(chunks) == expected)
            }
        }
    }

    @Test("takes a line of the limit and refuses one byte more", arguments: [1, 2, 64])
    func limit(limit: Int) throws {
        let longest = String(repeating: "x", count: limit)
        #expect(try lines([Array("\(longest)\n".utf8)], limit: limit) == [longest])
        #expect(try lines(Cuts.drip(Array("\(longest)\r\n".utf8)), limit: limit) == [longest])
        #expect(throws: LineTooLong.self) { try lines([Array("\(longest)x\n".utf8)], limit: limit) }
        #expect(throws: LineTooLong.self) { try lines(Cuts.drip(Array("\(longest)x\n".utf8)), limit: limit) }
    }

    @Test("refuses a line that never ends before its newline comes")
    func endless() throws {
        var decoder = LineDecoder()
        decoder.feed(Array(repeating: 0x20, count: 12))
        #expect(throws: LineTooLong.self) { try decoder.next(limit: 10) }
    }

    @Test("counts the bytes that are not yet a line")
    func pending() throws {
        var decoder = LineDecoder()
        #expect(decoder.pendingBytes == 0)
        decoder.feed(Array("abc\nde".utf8))
        #expect(try decoder.next(limit: 9).map(Array.init) == Array("abc".utf8))
        #expect(decoder.pendingBytes == 2)
        #expect(try decoder.next(limit: 9) == nil)
        decoder.feed([])
        decoder.feed([10])
        #expect(try decoder.next(limit: 9).map(Array.init) == Array("de".utf8))
        #expect(decoder.pendingBytes == 0)
    }

    @Test("a line handed out stays as it was when more is fed")
    func keepsLines() throws {
        var decoder = LineDecoder()
        decoder.feed(Array("first\nsec".utf8))
        let first = try decoder.next(limit: 9)
        decoder.feed(Array("ond\n".utf8))
        let second = try decoder.next(limit: 9)
        #expect(first.map(Array.init) == Array("first".utf8))
        #expect(second.map(Array.init) == Array("second".utf8))
    }

    @Test("a megabyte dripped byte by byte is linear work")
    func dripped() throws {
        var decoder = LineDecoder()
        var count = 0
        for index in 0..<1_000_000 {
            decoder.feed([index % 50_000 == 49_999 ? 10 : 0x61])
            while let line = try decoder.next(limit: 65_536) { count += line.count }
        }
        #expect(count == 1_000_000 - 20)
    }

    @Test("random bytes never crash it, and none is lost", arguments: 0..<40 as Range<UInt64>)
    func random(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var decoder = LineDecoder()
        var fed: [UInt8] = []
        var read: [[UInt8]] = []
        for _ in 0..<200 {
            let palette: [UInt8] = [10, 13, 0, 0x32, 0xFF, 0x20]
            let chunk = (0..<Int.random(in: 0...30, using: &generator)).map { _ in
                palette.randomElement(using: &generator) ?? 0
            }
            fed += chunk
            decoder.feed(chunk)
            while let line = try decoder.next(limit: 100_000) { read.append(Array(line)) }
        }
        let expected = fed.split(separator: 10, omittingEmptySubsequences: false).dropLast().map { line in
            line.last == 13 ? Array(line.dropLast()) : Array(line)
        }
        #expect(read == expected)
    }
}
