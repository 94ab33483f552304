import Foundation
import PhoneNumbers
import Reception
import Records

/// `attendant calls list` and `calls show`: what happened in calls, as text or JSON.
public struct CallsView {
    private let records: RecordsView
    let configuration: Configuration

    /// Opens the database of a configuration for reading, also beside a running server.
    ///
    /// - Throws: `StartError.records`.
    public init(_ configuration: Configuration) throws(StartError) {
        self.configuration = configuration
        records = try RecordsView(configuration)
    }

    /// Which calls are listed, as the command line has it; nil: all.
    public struct Filter: Sendable {
        /// The menu's name.
        public var menu: String?
        /// From when on: "2026-03-03", "2026-03-03 10:00", "today", "yesterday", "90m", "12h", "7d".
        public var since: String?
        /// How they ended: ATTENDANT_STATUS.
        public var outcome: String?
        /// The caller's number, in any form.
        public var number: String?

        /// A filter.
        public init(menu: String? = nil, since: String? = nil, outcome: String? = nil, number: String? = nil) {
            self.menu = menu
            self.since = since
            self.outcome = outcome
            self.number = number
        }
    }

    /// The calls, newest first.
    ///
    /// - Throws: `StartError.setting` for a filter that cannot be read, `StartError.records`.
    public func list(_ filter: Filter = Filter(), limit: Int, json: Bool) throws(StartError) -> String {
        guard limit > 0 else { throw .setting("--limit: \(limit) is no number of calls; expected 1 or more") }
        let wanted = try read(filter)
        let rows = try records.read { reader throws(RecordsError) in try reader.calls(wanted, limit: limit) }
        if json { return try records.text(rows) }
        guard !rows.isEmpty else { return wanted == CallFilter() ? "no calls yet" : "no such calls" }
        return CallTable(rows).text
    }

    /// One call's timeline.
    ///
    /// - Parameter id: our id of the call, or Asterisk's unique id.
    /// - Throws: `StartError.records`.
    public func show(_ id: String, json: Bool, style: TerminalStyle = .plain) throws(StartError) -> String {
        let call = try story(of: id)
        if json { return try records.text(CallJSON(call: call.row, steps: call.steps, timeline: call.timeline)) }
        return TimelineText(call.row, call.timeline, style).text
    }

    /// The rows of a call.
    func story(
        of id: String
    ) throws(StartError) -> (row: CallRow, steps: [StepRow], timeline: [MomentRow]) {
        try records.read { reader throws(RecordsError) in
            let call = try reader.call(id)
            return (call.row, call.steps, try reader.timeline(of: call.row.id))
        }
    }

    private func read(_ filter: Filter) throws(StartError) -> CallFilter {
        var wanted = CallFilter(menu: filter.menu.map { MenuFolder.name(of: $0) })
        if let since = filter.since { wanted.since = try SinceWhen(now: Date(), zone: .current).moment(since) }
        if let outcome = filter.outcome {
            guard let known = CallOutcome(rawValue: outcome) else {
                let words = CallOutcome.allCases.map(\.rawValue).joined(separator: ", ")
                throw .setting("--outcome: \"\(PlainText.of(outcome))\" is none; expected one of \(words)")
            }
            wanted.outcome = known
        }
        if let number = filter.number {
            let forms = MenuCountries.of(configuration).compactMap { country -> String? in
                guard case .callable(let known) = NumberRules().read(number, country: country) else { return nil }
                return known.e164
            }
            guard !forms.isEmpty else {
                throw .setting("--number: \"\(PlainText.of(number))\" is no telephone number")
            }
            wanted.numbers = forms
        }
        return wanted
    }

    private struct CallJSON: Encodable {
        let call: CallRow
        let steps: [StepRow]
        let timeline: [MomentRow]
    }
}

/// Calls in columns that fit a terminal: long paths are cut, for `calls show` has them whole.
struct CallTable {
    let text: String

    private static let longestPath = 22

    init(_ rows: [CallRow]) {
        text =
            Table(
                ["ID", "STARTED", "MENU", "FROM", "PATH", "OUTCOME", "SECONDS"],
                rows.map { row in
                    [
                        row.id, Table.time(row.started), row.menu,
                        row.number ?? (row.isWithheld ? "withheld" : "unknown"), Self.cut(row.path),
                        row.outcome ?? "under way",
                        row.seconds.map { String($0) } ?? "",
                    ]
                }
            ).text
    }

    private static func cut(_ path: String) -> String {
        path.count <= longestPath ? path : path.prefix(longestPath - 1) + "…"
    }
}
