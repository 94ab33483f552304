import Testing

@testable import FakeAsterisk

@Suite("A report as text")
struct CallReportTextTests {
    private static let report = CallReport(
        events: [
            CallEvent(at: .zero, .event("answered")), CallEvent(at: .milliseconds(20), .said("Press 1.")),
            CallEvent(at: .milliseconds(1_749), .key("1", .taken)),
            CallEvent(at: .milliseconds(1_750), .key("2", .lost)),
            CallEvent(at: .seconds(2), .rings("PJSIP/201")), CallEvent(at: .seconds(2), .shows("Repairs: Jo")),
        ],
        exchanges: [
            Exchange(command: "ANSWER", at: .zero, gap: nil, reply: ["200 result=0"], took: .zero),
            Exchange(
                command: "STREAM FILE menu \"1\"", at: .milliseconds(20), gap: .microseconds(432),
                reply: ["200 result=49 endpos=13840"], took: .milliseconds(1_729)),
            Exchange(command: "STREAM FILE x \"\"", at: .seconds(3), gap: .milliseconds(1_251), reply: [], took: .zero),
        ],
        keys: [:], status: .success, ending: .serverClosed, variables: [:],
        place: DialplanPlace(context: "a", extension: "b", priority: "1"), duration: .seconds(3), unused: [])

    @Test("shows what a person met")
    func plain() {
        #expect(
            Self.report.lines() == [
                "    0.0  answered", "    0.0  \"Press 1.\"", "    1.7  [1]",
                "    1.8  [2] lost: no command was running",
                "    2.0  PJSIP/201 rings", "    2.0  display: Repairs: Jo",
            ])
    }

    @Test("shows commands and gaps when asked to")
    func verbose() {
        let lines = Self.report.lines(verbose: true)
        #expect(lines.contains("    0.0  > STREAM FILE menu \"1\"   (after 0.43 ms)"))
        #expect(lines.contains("    1.7  < 200 result=49 endpos=13840   (1729 ms)"))
        #expect(lines.contains("    3.0  > STREAM FILE x \"\"   (after 1251 ms)"))
        #expect(lines.last == "    3.0  < nothing")
        #expect(lines.count == 6 + 6)
    }
}
