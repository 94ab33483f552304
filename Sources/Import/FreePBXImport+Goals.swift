import Foundation
import MenuFile

/// What FreePBX calls destinations: `ivr-3,s,1`, `ext-group,600,1`.
extension FreePBXImport {
    /// The step that a destination stands for.
    ///
    /// - Parameter place: where it is used, for remarks.
    mutating func goal(_ destination: String?, _ place: String) -> Item {
        let parts = (destination ?? "").split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3 else {
            draft.remark("\(place): no destination is given; it leads to the operator")
            return .text("operator")
        }
        let (context, exten) = (parts[0], parts[1])
        if let item = known(context, exten) { return item }
        if context == "app-blackhole" { return .text("hangup") }
        draft.remark("\(place): \(destination ?? "") stays in the dialplan of FreePBX")
        guard parts.allSatisfy(Self.isPlain) else { return .text("operator") }
        return .object(["dialplan": .text(parts.joined(separator: ","))])
    }

    /// Whether Asterisk gives nothing in a name a meaning.
    private static func isPlain(_ name: String) -> Bool {
        !name.isEmpty && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) }
    }

    private mutating func known(_ context: String, _ exten: String) -> Item? {
        switch context {
        case "from-did-direct", "ext-local": return person(exten)
        case "ext-group": return row("ringgroups", exten).map { group($0, exten) }
        case "ext-queues" where Self.isPlain(exten): return row("queues_config", exten).map { queue($0, exten) }
        case "timeconditions": return row("timeconditions", exten).map { condition($0, exten) }
        default: break
        }
        if context.hasPrefix("ivr-"), let row = row("ivr_details", String(context.dropFirst(4))) {
            return step(context, like: row["name"] ?? context) { $0.menu(row) }
        }
        if context.hasPrefix("app-announcement-"),
            let row = row("announcement", String(context.dropFirst(17)))
        {
            return step(context, like: row["description"] ?? context) { $0.announcement(row) }
        }
        return nil
    }

    /// An extension, or the mailbox of one (`vmu201` and the like).
    private mutating func person(_ exten: String) -> Item? {
        let isMailbox = exten.hasPrefix("vm")
        let number = isMailbox ? String(exten.drop { !$0.isNumber }) : exten
        guard MenuDraft.number(number) != nil, number.count <= 6 else { return nil }
        let row = row("users", number)
        let name = draft.name(of: "extension \(number)", like: row?["name"] ?? "e\(number)")
        if met.insert(name).inserted {
            draft.people.append(
                .init(key: name, value: .object(["ring": .text(number), "mailbox": .text("\(number)@default")])))
        }
        if isMailbox { return .object(["voicemail": .text(name)]) }
        if draft.operatorTarget == nil { draft.operatorTarget = name }
        return .object(["ring": .text(name)])
    }

    private mutating func group(_ row: SQLDump.Row, _ exten: String) -> Item {
        step("group \(exten)", like: row["description"] ?? "group-\(exten)") { importer in
            let members = (row["grplist"] ?? "").split(separator: "-").map { $0.filter { $0 != "#" } }
            let numbers = members.compactMap { MenuDraft.number(String($0)) }
            let goal = importer.goal(row["postdest"], "ring group \(exten)")
            guard !numbers.isEmpty else {
                importer.draft.remark("ring group \(exten): its members \(row["grplist"] ?? "") are no numbers")
                return goal
            }
            if importer.draft.operatorTarget == nil { importer.draft.operatorTarget = numbers[0] }
            let together = (row["strategy"] ?? "").hasPrefix("ringall")
            let seconds = min(300, max(5, Int(row["grptime"] ?? "") ?? 20))
            return .object([
                "ring": .list(numbers.map { .text($0) }), "order": .text(together ? "together" : "in-turn"),
                "seconds": .number(seconds), "otherwise": goal,
            ])
        }
    }

    private mutating func queue(_ row: SQLDump.Row, _ exten: String) -> Item {
        step("queue \(exten)", like: row["descr"] ?? "queue-\(exten)") { importer in
            let wait = Int(row["maxwait"] ?? "") ?? 0
            return .object([
                "queue": .text(exten), "max": .number(wait > 0 ? min(3600, wait) : 3600), "position": .bool(false),
                "otherwise": importer.goal(row["dest"], "queue \(exten)"),
            ])
        }
    }

    private mutating func condition(_ row: SQLDump.Row, _ exten: String) -> Item {
        let title = row["displayname"] ?? "hours-\(exten)"
        return step("condition \(exten)", like: title) { importer in
            let lines = importer.tables["timegroups_details"]?.filter { $0["timegroupid"] == row["time"] } ?? []
            let hours = FreePBXHours(lines.compactMap { $0["time"] })
            for remark in hours.remarks { importer.draft.remark("\(title): \(remark)") }
            let open = importer.goal(row["truegoto"], title)
            let closed = importer.goal(row["falsegoto"], title)
            guard !hours.schedule.isEmpty else {
                importer.draft.remark("\(title): its hours could not be carried over; it counts as open")
                return open
            }
            let schedule = importer.draft.name(of: "hours \(exten)", like: "\(title)-hours")
            importer.draft.hours.append(.init(key: schedule, value: .object(hours.schedule)))
            importer.take(zone: row["timezone"], title)
            return .object(["when": .object(["open": .text(schedule)]), "do": .list([open]), "otherwise": closed])
        }
    }

    /// FreePBX writes "default" where the server's own is meant.
    private mutating func take(zone: String?, _ title: String) {
        guard let zone, zone.contains("/") else { return }
        guard TimeZone(identifier: zone) != nil else {
            return draft.remark("\(title): \(zone) is no time zone; set timezone")
        }
        draft.timeZone = zone
    }

    private mutating func announcement(_ row: SQLDump.Row) -> Item {
        let title = row["description"] ?? "announcement"
        let said = recording(row["recording_id"]) ?? .text(MenuDraft.spoken(title))
        return .list([.object(["say": said]), goal(row["post_dest"], title)])
    }
}
