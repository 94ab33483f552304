import Foundation
import Records

/// One request for a person: what is known in the order in which it is asked for, and what was tried.
struct CallbackStory {
    let text: String

    init(_ row: CallbackRow, _ attempts: [AttemptRow], now: Date) {
        let facts: [(String, String?)] = [
            ("number", Self.number(row)), ("name", row.callerName),
            ("about", row.reason.isEmpty ? row.label : row.reason),
            ("language", row.language), ("asked", Self.asked(row)), ("promised", Self.promised(row, now)),
            ("next attempt", row.status.isOpen ? row.nextAttempt.map { Table.time($0) } : nil),
            ("reached", row.connected.map { Table.time($0) }), ("ended", row.closed.map { Table.time($0) }),
            ("expires", row.status.isOpen ? row.expires.map { Table.time($0) } : nil), ("owner", row.owner),
            ("called by", row.claimedBy), ("menu", row.menu.isEmpty ? nil : row.menu), ("queue", row.queue),
            ("dialled", row.dialled), ("voice note", row.voiceNote), ("call", row.call), ("mail", row.told),
        ]
        var lines = Table(
            ["callback \(row.id)", "\(row.list): \(row.status.rawValue)"],
            facts.compactMap { name, value in value.map { ["  " + name, $0] } }
        ).text.split(separator: "\n").map(String.init)
        lines += (row.note ?? "").split(separator: "\n").map { Table(["  note: " + String($0)], []).text }
        if !attempts.isEmpty { lines += ["", Self.table(attempts).text] }
        text = lines.joined(separator: "\n")
    }

    private static func number(_ row: CallbackRow) -> String {
        guard let number = row.number else { return "withheld" }
        let origin = row.source == "typed" ? "typed" : "from the network"
        return "\(number) (\(origin), \(row.isConfirmed ? "confirmed" : "not confirmed"))"
    }

    private static func asked(_ row: CallbackRow) -> String {
        Table.time(row.created) + (row.asked > 1 ? ", \(row.asked) times, last \(Table.time(row.updated))" : "")
    }

    private static func promised(_ row: CallbackRow, _ now: Date) -> String? {
        guard let due = row.due else { return row.window }
        let late = row.isOverdue(at: now) ? ", late by \(CallbackListing.duration(now.timeIntervalSince(due)))" : ""
        return Table.time(due) + (row.window.map { " (\($0))" } ?? "") + late
    }

    private static func table(_ attempts: [AttemptRow]) -> Table {
        Table(
            ["ATTEMPT", "ENDED", "AGENT", "RESULT", "TALKED"],
            attempts.map { attempt in
                [
                    Table.time(attempt.started), attempt.ended.map { Table.time($0) } ?? "", attempt.agent ?? "",
                    attempt.result.isEmpty ? "under way" : attempt.result,
                    attempt.secondsTalked.map { "\(Int($0.rounded())) s" } ?? "",
                ]
            })
    }
}
