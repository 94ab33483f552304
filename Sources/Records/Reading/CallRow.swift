public import Foundation
internal import GRDB

/// A call, as the file has it.
public struct CallRow: Sendable, Equatable, Identifiable {
    /// Our own id.
    public let id: String
    /// Asterisk's unique id.
    public let uniqueID: String
    /// The channel's name.
    public let channel: String
    /// When it began.
    public let started: Date
    /// When it ended; nil while it is under way, and until `Records.closeLost` when the server was killed meanwhile.
    public let ended: Date?
    /// The menu file.
    public let menu: String
    /// The file's version.
    public let version: String
    /// The caller, E.164; nil when withheld or no number.
    public let number: String?
    /// Whether the number was withheld.
    public let isWithheld: Bool
    /// The caller's name.
    public let name: String?
    /// The dialled number.
    public let dialled: String?
    /// The language, at the end where there is one.
    public let language: String
    /// What staff saw.
    public let label: String
    /// The path of choices.
    public let path: String
    /// ATTENDANT_STATUS; nil while it is under way.
    public let outcome: String?
    /// Why it ended.
    public let reason: String
    /// From the answer to the moment somebody took the call.
    public let secondsToPerson: Double?

    /// How long it was, in whole seconds; nil while it is under way, and when the clock was set back meanwhile so far that
    /// it ended before it began.
    public var seconds: Int? {
        guard let ended, ended >= started else { return nil }
        return Int(ended.timeIntervalSince(started).rounded())
    }
}

extension CallRow: Encodable {
    private enum Key: String, CodingKey {
        case id, uniqueID = "uniqueid", channel, started, ended, menu, version, number, isWithheld = "withheld", name
        case dialled, language, label, path, outcome, reason, secondsToPerson = "seconds_to_person"
    }

    /// Every key, absent values as null.
    public func encode(to encoder: any Encoder) throws {
        var row = encoder.container(keyedBy: Key.self)
        try row.encode(id, forKey: .id)
        try row.encode(uniqueID, forKey: .uniqueID)
        try row.encode(channel, forKey: .channel)
        try row.encode(started, forKey: .started)
        try row.encode(ended, forKey: .ended)
        try row.encode(menu, forKey: .menu)
        try row.encode(version, forKey: .version)
        try row.encode(number, forKey: .number)
        try row.encode(isWithheld, forKey: .isWithheld)
        try row.encode(name, forKey: .name)
        try row.encode(dialled, forKey: .dialled)
        try row.encode(language, forKey: .language)
        try row.encode(label, forKey: .label)
        try row.encode(path, forKey: .path)
        try row.encode(outcome, forKey: .outcome)
        try row.encode(reason, forKey: .reason)
        try row.encode(secondsToPerson, forKey: .secondsToPerson)
    }
}

extension CallRow {
    static func fetch(_ db: Database, where condition: String, arguments: StatementArguments) throws -> [CallRow] {
        try Row.fetchAll(db, sql: "SELECT * FROM calls WHERE \(condition)", arguments: arguments).map { row in
            CallRow(
                id: row["id"], uniqueID: row["uniqueid"], channel: row["channel"],
                started: try row.moment("started_at"), ended: try row.momentIfAny("ended_at"), menu: row["menu"],
                version: row["version"], number: row["number"], isWithheld: row["is_withheld"], name: row["name"],
                dialled: row["dialled"], language: row["language"], label: row["label"], path: row["path"],
                outcome: row["outcome"], reason: row["reason"], secondsToPerson: row["seconds_to_person"])
        }
    }
}
