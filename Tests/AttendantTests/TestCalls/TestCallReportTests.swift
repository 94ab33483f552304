import FakeAsterisk
import Testing

@testable import Attendant

@Suite("The report of a call without a telephone")
struct TestCallReportTests {
    private let report = TestCallReport(
        transcript: [
            .init(CallEvent(at: .milliseconds(20), .event("answered"))),
            .init(CallEvent(at: .milliseconds(320), .said("For repairs, press 1."))),
            .init(CallEvent(at: .milliseconds(4_125), .key("1", .taken))),
            .init(CallEvent(at: .milliseconds(4_130), .rings("PJSIP/201"))),
            .init(CallEvent(at: .milliseconds(4_130), .shows("Repairs: \"Jo\""))),
        ], outcome: "talked", path: "1 Repairs", label: "Repairs", seconds: 12.5)

    @Test("the JSON form that other programs build on")
    func json() {
        #expect(
            report.json == #"""
                {
                  "label" : "Repairs",
                  "outcome" : "talked",
                  "path" : "1 Repairs",
                  "seconds" : 12.5,
                  "transcript" : [
                    {
                      "at" : 0.02,
                      "event" : "answered"
                    },
                    {
                      "at" : 0.32,
                      "said" : "For repairs, press 1."
                    },
                    {
                      "at" : 4.125,
                      "key" : "1"
                    },
                    {
                      "at" : 4.13,
                      "rings" : "PJSIP/201"
                    },
                    {
                      "at" : 4.13,
                      "shows" : "Repairs: \"Jo\""
                    }
                  ]
                }
                """#)
    }

    @Test("a key that did not reach the server says so")
    func lostKey() {
        let entry = TestCallReport.Entry(CallEvent(at: .seconds(2), .key("5", .lost)))
        #expect(entry == TestCallReport.Entry(at: 2, key: "5", event: "the key was lost"))
    }

    @Test("lines for people")
    func lines() {
        #expect(
            report.transcript.map(\.line) == [
                "   0.0          answered", "   0.3  says    For repairs, press 1.", "   4.1  key     1",
                "   4.1  rings   PJSIP/201", "   4.1  shows   Repairs: \"Jo\"",
            ])
        #expect(report.summary == "  12.5          ended: talked  ·  path: 1 Repairs  ·  label: Repairs")
    }
}
