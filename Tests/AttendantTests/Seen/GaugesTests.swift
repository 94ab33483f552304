import Foundation
import Logging
import MenuFile
import Reception
import Synchronization
import Testing

@testable import Attendant

@Suite("Figures of a server")
struct GaugesTests {
    @Test("a histogram counts in buckets, each with those below it, and beyond the last bound only in the sum")
    func histogram() {
        var histogram = Histogram([0.1, 1])
        for time in [50, 100, 101, 5_000] { histogram.add(.milliseconds(time)) }
        var metrics = Metrics()
        metrics.histogram("h", "Help.", histogram)
        #expect(
            metrics.text == """
                # HELP h Help.
                # TYPE h histogram
                h_bucket{le="0.1"} 2
                h_bucket{le="1.0"} 3
                h_bucket{le="+Inf"} 4
                h_sum 5.251
                h_count 4

                """)
    }

    @Test("values of labels cannot end a line or a label")
    func labels() {
        var metrics = Metrics()
        metrics.sample("m", 0.5, ["a": "x\"\\\n} 1", "b": "ä"])
        #expect(metrics.text == "m{a=\"x\\\"\\\\\\n} 1\",b=\"ä\"} 0.5\n")
    }

    @Test("an end without a beginning counts nowhere, and a call is at one step at a time")
    func calls() {
        let gauges = Gauges()
        gauges.ended("stranger", .hangup)
        gauges.moved("stranger", to: "start")
        gauges.began(
            CallStart(
                facts: CallFacts(id: "1"), number: nil, at: Date(), menu: "m", version: "v", language: "en"))
        gauges.moved("1", to: "start.menu.1")
        #expect(gauges.counts.calls.values.map(\.step) == ["start.menu.1"])
        #expect(gauges.counts.ended.isEmpty)
        gauges.ended("1", .talked)
        gauges.ended("1", .hangup)
        #expect(gauges.counts.ended == [.init(menu: "m", outcome: .talked): 1])
        #expect(gauges.counts.calls.isEmpty)
    }

    @Test("the log's last twenty errors are kept with their calls, and all lines are logged as before")
    func errors() {
        let (log, memory) = (SeenLog(), ErrorMemory())
        var logger = memory.remembering(log.logger)
        logger[metadataKey: "call"] = "7"
        logger.warning("no error")
        for number in 1...25 { logger.error("failed", metadata: ["n": "\(number)"]) }
        #expect(memory.count == 25)
        #expect(memory.last.map { $0.facts["n"] } == (6...25).map { "\($0)" })
        #expect(memory.last.allSatisfy { $0.call == "7" && $0.message == "failed" })
        #expect(log.all.count == 26)
        #expect(log.all.allSatisfy { $0.facts["call"] == "7" })
    }

    @Test("a version answers since it came on the board; other recordings do not change that")
    func since() throws {
        let moments = Moments()
        let board = MenuBoard(now: { moments.next() })
        let folder = try TemporaryFolder()
        let old = try #require(try MenuFolder.load(folder.write(Menus.reception, "day.json")).version)
        let new = try #require(try MenuFolder.load(folder.write(Menus.reception + "\n", "day.json")).version)
        board.put(old)
        #expect(board.since("day") == Date(timeIntervalSince1970: 1))
        board.put(old)
        #expect(board.since("day") == Date(timeIntervalSince1970: 1))
        board.put(new)
        #expect(board.since("day") == Date(timeIntervalSince1970: 3))
        board.change(put: [], remove: ["day"])
        #expect(board.since("day") == nil)
    }

    @Test("every message of the log is a constant text: what changes stands in its fields")
    func constant() throws {
        let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources")
        let message = try Regex(#"logger\.(trace|debug|info|notice|warning|error|critical)\(\s*"[^"\n]*\\\("#)
        var count = 0
        let files = FileManager.default.enumerator(atPath: sources.path)
        while let name = files?.nextObject() as? String {
            guard name.hasSuffix(".swift") else { continue }
            let text = try String(contentsOf: sources.appending(path: name), encoding: .utf8)
            count += text.contains("logger.error(") ? 1 : 0
            #expect(text.firstMatch(of: message) == nil, "\(name)")
        }
        #expect(count > 5)
    }
}

/// The first, second, third … second of 1970.
private final class Moments: Sendable {
    private let count = Mutex(0.0)

    func next() -> Date {
        count.withLock { count in
            count += 1
            return Date(timeIntervalSince1970: count)
        }
    }
}
