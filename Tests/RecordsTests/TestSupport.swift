import Foundation
import Reception

@testable import Records

/// A folder of its own for one test, removed with it.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "records-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    var file: String { path + "/attendant.sqlite" }
}

/// 2026-03-03 17:00:00 UTC, a Tuesday.
let someday = Date(timeIntervalSince1970: 1_772_557_200)

extension CallbackRequest {
    static func sample(
        _ number: String? = "+447700900001", list: String = "repairs", status: Status = .new, at: Date = someday,
        call: String = "call-1", reason: String = "1 Repairs", expiresAt: Date? = nil, notify: [String] = []
    ) -> CallbackRequest {
        CallbackRequest(
            call: call, list: list, at: at, number: number, numberAsGiven: number.map { "0" + $0.dropFirst(3) },
            source: .network, isConfirmed: status == .new, status: status, callerName: "Ada", dialled: "02079460018",
            reason: reason, label: "Repairs", language: "en", dueAt: at.addingTimeInterval(3600), expiresAt: expiresAt,
            timeZone: "Europe/London", notify: notify)
    }

    /// A number of Ofcom's range for drama.
    static func number(_ index: Int) -> String { "+4477009" + String(100_000 + index).suffix(5) }
}

extension CallStart {
    static func sample(
        _ id: String, number: String? = "+447700900001", at: Date = someday, isWithheld: Bool = false
    ) -> CallStart {
        let facts = CallFacts(
            id: id, uniqueID: "1772557200.1", channel: "PJSIP/trunk-00000001", number: number, isWithheld: isWithheld,
            name: "Ada", dialled: "02079460018")
        return CallStart(facts: facts, number: number, at: at, menu: "heating", version: "0a1b2c3d", language: "en")
    }
}

extension StepRecord {
    static func sample(_ call: String, _ order: Int) -> StepRecord {
        StepRecord(
            call: call, order: order, path: "start.menu.1", entered: someday, left: someday.addingTimeInterval(2.5),
            keys: "1", result: "done")
    }
}

extension CallEnd {
    static func sample(_ call: String, leaves: CallbackRequest? = nil) -> CallEnd {
        CallEnd(
            call: call, at: someday.addingTimeInterval(30), language: "en", label: "Repairs", path: "1 Repairs",
            outcome: .hangup, reason: "hang-up in start.menu", toPerson: nil, leaves: leaves)
    }
}

extension MessageRecord {
    static func sample(notify: [String] = ["anna@example.org"]) -> MessageRecord {
        MessageRecord(
            call: "call-1", recipient: "anna", file: "/var/spool/attendant/1.wav", length: .milliseconds(6250),
            at: someday, number: "+447700900001", callerName: "Ada", label: "Repairs", path: "1 Repairs",
            language: "en", subject: "A message", timeZone: "Europe/London", notify: notify)
    }
}
