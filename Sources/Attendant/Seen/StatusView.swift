import Foundation
import Records

/// `attendant status`: asks the server that runs on a data folder how it does.
public struct StatusView {
    private let answer: [UInt8]
    private let report: StatusReport

    /// Asks the server of a configuration's data folder.
    ///
    /// - Throws: `StartError.file` when no server runs there, or this user may not ask it.
    public init(_ configuration: Configuration) throws(StartError) {
        do throws(StatusSocket.Failure) {
            answer = try StatusSocket.ask(folder: configuration.data)
        } catch {
            throw .file(error.words)
        }
        guard let report = StatusReport(json: answer) else {
            throw .file("\(configuration.data): the server's answer cannot be read; is it of another release?")
        }
        self.report = report
    }

    /// A JSON object, as `GET /status` has it.
    public var json: String { String(decoding: answer, as: UTF8.self).trimmingCharacters(in: .newlines) }

    /// For people.
    public var text: String { report.text }
}

extension StatusReport {
    /// For people: calls by step, versions, queues, the last errors.
    var text: String {
        let parts = [[head] + troubles.map { "trouble: \($0)" }, callLines, menuLines, [queueLine], errorLines]
        return parts.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
    }

    private var head: String {
        "attendant \(program.version) (process \(program.pid)) since \(Table.time(program.since)), listening on "
            + program.listening.joined(separator: ", ")
    }

    private var callLines: [String] {
        let ended = totals.ended.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.value) \($0.key)" }
        let since = ended.isEmpty ? "" : ": " + ended.joined(separator: ", ")
        let line = "\(totals.now) calls now, \(totals.started) since the start\(since)"
        guard !steps.isEmpty else { return [line] }
        let rows = steps.map { [$0.menu, $0.step, "\($0.calls)", "\(Int($0.longest))"] }
        return [line, Table(["MENU", "STEP", "CALLS", "SECONDS"], rows).text]
    }

    private var menuLines: [String] {
        [Table(["MENU", "VERSION", "SINCE"], menus.map { [$0.name, $0.version, Table.time($0.since)] }).text]
    }

    private var queueLine: String {
        guard let kept = queues.kept else { return "queues: \(queues.records) rows to be written" }
        return "queues: \(queues.records) rows to be written, \(kept.outbox) mails and webhooks to be sent "
            + "(\(kept.failing) failed before), \(kept.open) callbacks open (\(kept.overdue) overdue)"
    }

    private var errorLines: [String] {
        guard !errors.isEmpty else { return ["no errors"] }
        return ["\(totals.errors) errors, the last of them:"]
            + errors.map { error in
                let call = error.call.map { ["call=\($0)"] } ?? []
                let facts = error.facts.sorted { $0.key < $1.key }.map { "\($0.key)=\"\($0.value)\"" }
                let line = ([Table.time(error.at), error.message] + call + facts).joined(separator: " ")
                return PlainText.of(line, lineBreak: nil)
            }
    }
}
