import Foundation
import Reception
import Records

/// A call's timeline for people, in 80 columns or what the terminal has, at most 100.
struct TimelineText {
    let text: String

    /// Seconds, two blanks, the word for what happened, a blank.
    private static let indent = 20

    init(_ row: CallRow, _ timeline: [MomentRow], _ style: TerminalStyle) {
        var builder = Building(style: style)
        builder.head(row)
        if timeline.isEmpty { builder.line("", "this call has no timeline: it was made before there were any") }
        for moment in timeline { builder.add(moment) }
        text = builder.lines.joined(separator: "\n")
    }

    /// The lines in the making.
    private struct Building {
        let style: TerminalStyle
        var lines: [String] = []
        private var step = ""

        init(style: TerminalStyle) { self.style = style }

        private var columns: Int { min(style.columns, 100) - TimelineText.indent }

        mutating func head(_ row: CallRow) {
            var who = row.number ?? (row.isWithheld ? "a withheld number" : "an unknown number")
            if let name = row.name, !name.isEmpty { who += " (\(name))" }
            let length = row.seconds.map { ", \($0) s" } ?? ""
            let called = row.dialled.map { ", called \($0)" } ?? ""
            let outcome = row.outcome ?? "under way"
            let toPerson = row.secondsToPerson.map { " after \(TimelineText.seconds($0)) s" } ?? ""
            let rest = [
                outcome == "failed" && !row.reason.isEmpty ? PlainText.of(row.reason) : nil,
                row.path.isEmpty ? nil : "path \(row.path)", row.label.isEmpty ? nil : "label \(row.label)",
            ].compactMap { $0 }.map { " · \($0)" }.joined()
            for line in [
                "call \(row.id) to \(row.menu) (version \(row.version))",
                "\(Table.time(row.started))\(length), from \(who)\(called), \(row.language)",
            ] { wrap(line, indent: 0, style.bold) }
            wrap("\(outcome)\(toPerson)\(rest)", indent: 0, outcome == "failed" ? style.red : style.green)
            lines.append("")
        }

        mutating func add(_ moment: MomentRow) {
            if moment.step != step {
                step = moment.step
                if !step.isEmpty { lines.append(style.dim("          — " + PlainText.of(step))) }
            }
            let seconds = String(format: "%9.3f", Double(moment.milliseconds) / 1000)
            let word = TimelineText.word(for: moment.kind)
            let head = "\(seconds) \(word)" + String(repeating: " ", count: max(1, 10 - word.count))
            let wrapped = WrappedText(PlainText.of(TimelineText.sentence(moment)), columns: columns).lines
            for (index, line) in wrapped.enumerated() {
                let start =
                    index == 0 ? style.dim(String(head.prefix(10))) + head.dropFirst(10) : indentation
                lines.append(start + coloured(line, moment.kind))
            }
        }

        mutating func line(_ head: String, _ text: String) { wrap(head + text, indent: 0) { $0 } }

        private var indentation: String { String(repeating: " ", count: TimelineText.indent) }

        private mutating func wrap(_ text: String, indent: Int, _ style: (String) -> String) {
            let width = columns + TimelineText.indent - indent
            for line in WrappedText(PlainText.of(text), columns: width).lines {
                lines.append(String(repeating: " ", count: indent) + style(line))
            }
        }

        private func coloured(_ line: String, _ kind: String) -> String {
            switch CallMoment.Kind(rawValue: kind) {
            case .key: style.bold(line)
            case .ring, .queue: style.cyan(line)
            case .callback, .voicemail: style.green(line)
            case .fault: style.red(line)
            case .decision, .notice: style.yellow(line)
            default: line
            }
        }
    }

    private static func word(for kind: String) -> String {
        switch CallMoment.Kind(rawValue: kind) {
        case .began: "begins"
        case .prompt: "says"
        case .decision: "decides"
        case .web: "asks"
        case .ring: "rings"
        case .recorded: "records"
        case .voicemail: "message"
        case .ended: "ends"
        default: PlainText.of(String(kind.prefix(9)))
        }
    }

    private static func sentence(_ moment: MomentRow) -> String {
        let details = moment.details
        switch CallMoment.Kind(rawValue: moment.kind) {
        case .prompt:
            let quoted = details.isMasked == true ? moment.text : "\"\(moment.text)\""
            guard let heard = details.seconds, let length = details.length, heard + 0.05 < length else { return quoted }
            return "\(quoted) (cut short after \(seconds(heard)) of \(seconds(length)) s)"
        case .key: return moment.text + (details.isDropped == true ? " (belonged to nothing)" : "")
        case .silence: return "no key" + (details.seconds.map { " for \(seconds($0)) s" } ?? "")
        case .notice: return "\(details.names?.first ?? "") \(moment.text)"
        case .ring, .queue:
            let time = details.seconds.map { " (\(seconds($0)) s)" } ?? ""
            let shown = details.shows.map { ", shown \"\($0)\"" } ?? ""
            let whispered = details.whispers.map { ", whispered \"\($0)\"" } ?? ""
            return moment.text + time + shown + whispered
        case .web:
            let kept = details.kept?.map { "\($0.variable) = \($0.value ?? "•••")" } ?? []
            return moment.text + (kept.isEmpty ? "" : "; kept \(kept.joined(separator: ", "))")
        case .began: return moment.text + beginnings(details)
        default: return moment.text
        }
    }

    private static func beginnings(_ details: CallMoment.Details) -> String {
        var parts: [String] = []
        if let today = details.callsToday, today > 0 { parts.append("called \(today) times before today") }
        if let language = details.channelLanguage { parts.append("the channel speaks \(language)") }
        parts += (details.arguments ?? [:]).sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        parts += (details.switches ?? [:]).sorted { $0.key < $1.key }.map { "\($0.key) switched \($0.value)" }
        parts += (details.notices ?? []).map { "notice \($0) on" }
        return parts.map { "; \($0)" }.joined()
    }

    static func seconds(_ value: Double) -> String { String(format: "%.1f", value) }
}
