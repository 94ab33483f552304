import Foundation
import GRDB
import Reception
import Testing

@testable import Records

@Suite("Timelines and lists of calls")
struct TimelineTests {
    let folder: TemporaryFolder
    let records: Records

    init() throws {
        folder = try TemporaryFolder()
        records = try Records(file: folder.file, now: someday)
    }

    private func moment(_ order: Int, _ ms: Int, _ kind: CallMoment.Kind, _ text: String) -> CallMoment {
        CallMoment(call: "call-1", order: order, at: .milliseconds(ms), step: "start", kind: kind, text: text)
    }

    @Test("stand in the order of time, with their details, and go with their call")
    func order() async throws {
        records.callStarted(.sample("call-1"))
        records.happened(moment(0, 1500, .key, "1"))
        var prompt = moment(1, 300, .prompt, "Good day.")
        prompt.details = .with { details in
            details.seconds = 1.2
            details.kept = [.init(source: "a[0].b", variable: "x", value: nil)]
        }
        records.happened(prompt)
        await records.flush()
        let rows = try records.reader.timeline(of: "call-1")
        #expect(rows.map(\.text) == ["Good day.", "1"] && rows.map(\.milliseconds) == [300, 1500])
        #expect(rows.first?.details == prompt.details && rows.last?.details == CallMoment.Details())
        let json = String(decoding: try RecordsJSON.data(rows), as: UTF8.self)
        #expect(json.contains(#""details":{"kept":[{"source":"a[0].b","variable":"x"}],"seconds":1.2}"#))
        try await records.pool.write { try $0.execute(sql: "DELETE FROM calls") }
        #expect(try records.reader.timeline(of: "call-1").isEmpty)
    }

    @Test("hostile and endless texts are bounded, and a full queue sheds moments before calls")
    func bounded() async throws {
        records.callStarted(.sample("call-1"))
        records.happened(moment(0, 0, .prompt, String(repeating: "x\u{1}'", count: 5000)))
        await records.flush()
        #expect(try records.reader.timeline(of: "call-1").first?.text.count == RowWriter.longestText)
        var queue = EventQueue(room: 4)
        queue.append(.started(.sample("call-2")))
        for order in 0..<6 { queue.append(.happened(moment(order, 0, .key, "1"))) }
        #expect(queue.dropped.calls == 0 && queue.dropped.steps > 0)
        #expect(queue.takeFirst(1) == [.started(.sample("call-2"))])
    }

    @Test("are found by menu, time, number and outcome")
    func filtered() async throws {
        records.callStarted(.sample("call-1"))
        records.callStarted(.sample("call-2", number: "+447700900002", at: someday.addingTimeInterval(60)))
        records.callEnded(.sample("call-2"))
        await records.flush()
        func ids(_ filter: CallFilter) throws -> [String] { try records.reader.calls(filter).map(\.id) }
        #expect(try ids(CallFilter()) == ["call-2", "call-1"])
        #expect(try ids(CallFilter(since: someday.addingTimeInterval(1))) == ["call-2"])
        #expect(try ids(CallFilter(numbers: ["+447700900009", "+447700900001"])) == ["call-1"])
        #expect(try ids(CallFilter(outcome: .hangup)) == ["call-2"])
        #expect(try ids(CallFilter(menu: "heating", outcome: .talked)) == [])
    }
}
