import Foundation

extension CallRecord {
    /// Events and commands in the order of their time, for the person who reads a failed test.
    var story: String { Self.story(events: events, commands: commands) }

    static func story(events: [BedEvent], commands: [AGICommand]) -> String {
        let start = events.first?.at ?? commands.first?.began ?? 0
        var lines: [(at: Double, text: String)] = events.map { event in
            let details = event.details.sorted { $0.key < $1.key }.map { "\($0)=\($1)" }
            return (event.at, ([event.who, event.what] + details).joined(separator: " "))
        }
        lines += commands.map { ($0.began, "  > \($0.text)  < \($0.reply ?? "…")") }
        return lines.sorted { $0.at < $1.at }
            .map { String(format: "%7.2f ", $0.at - start) + $0.text }
            .joined(separator: "\n")
    }

    /// The call in one line: what was shown where and how it ended.
    var summary: String {
        let shown = rings.map { "\($0.phone) \(answered.contains($0.phone) ? "answered" : "rang"), shown “\($0.name)”" }
        let ended = (try? end).map { "\($0.agiStatus)/\($0.status.isEmpty ? "–" : $0.status)" } ?? "no end"
        return "call \(call.menu): " + (shown + [ended]).joined(separator: "; ")
    }
}
