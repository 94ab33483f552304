@testable import FastAGI
import Testing

@Suite("Numbers, times and texts on the wire")
struct WireValuesTests {
    @Test(
        "a decimal number is digits with at most one minus",
        arguments: [
            ("0", 0), ("-1", -1), ("0012", 12), ("9223372036854775807", Int.max), ("-9223372036854775808", Int.min),
            ("9223372036854775808", nil), ("-9223372036854775809", nil), ("", nil), ("-", nil), ("+1", nil),
            ("1 ", nil),
            ("--1", nil), ("1x", nil),
        ] as [(String, Int?)])
    func decimal(text: String, value: Int?) {
        #expect(Int(decimal: Array(text.utf8)[...]) == value)
    }

    @Test(
        "a time is whole milliseconds, rounded up, within 32 bits",
        arguments: [
            (Duration.zero, 0), (.milliseconds(1), 1), (.microseconds(1), 1), (.microseconds(1_001), 2),
            (.nanoseconds(999_999_999), 1_000), (.milliseconds(2_147_483_647), 2_147_483_647),
            (.milliseconds(2_147_483_648), nil), (.nanoseconds(-1), nil), (.seconds(Int64.max), nil),
        ] as [(Duration, Int?)])
    func milliseconds(time: Duration, value: Int?) { #expect(time.wireMilliseconds == value) }

    @Test(
        "seconds are rounded up, too",
        arguments: [(Duration.zero, 0), (.milliseconds(1), 1), (.seconds(2), 2), (.milliseconds(2_001), 3)])
    func seconds(time: Duration, value: Int) { #expect(time.wireSeconds == value) }

    @Test("text is UTF-8, else Latin-1")
    func text() {
        #expect(String(lenient: Array("žluťoučký".utf8)) == "žluťoučký")
        #expect(String(lenient: [0x4A, 0xF6, 0x72, 0x67]) == "Jörg")
        #expect(String(lenient: [UInt8]()) == "")
    }

    @Test("the limits have their defaults")
    func limits() {
        let limits = Limits()
        #expect(limits.environmentLineBytes == 8_192 && limits.environmentLines == 256)
        #expect(limits.environmentBytes == 65_536 && limits.replyBytes == 65_536 && limits.unaskedLines == 64)
    }
}
