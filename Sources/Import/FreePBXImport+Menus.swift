import MenuFile

/// An IVR: `ivr_details` and its `ivr_entries`.
extension FreePBXImport {
    mutating func menu(_ row: SQLDump.Row) -> Item {
        let title = row["name"] ?? "IVR"
        var choices: [Item.Member] = []
        for entry in entries[row["id"] ?? ""] ?? [] {
            guard let choice = choice(entry, title) else { continue }
            if !choices.contains(where: { $0.key == choice.key }) { choices.append(choice) }
        }
        if let direct = row["directdial"], !["", "Disabled", "0"].contains(direct) {
            draft.remark(
                "\(title): dialling extensions directly is not carried over; add a choice such as \"2xx\": { \"ring\": \"{keys}\" }"
            )
        }
        let greeting = recording(row["announcement"])
        guard !choices.isEmpty else {
            return .list([
                .object(["say": greeting ?? .text(MenuDraft.spoken(title))]), goal(row["timeout_destination"], title),
            ])
        }
        return .object([
            "say": greeting, "menu": .object(choices), "announce": greeting == nil ? nil : .bool(false),
            "wait": (row["timeout_time"].flatMap { Int($0) }).map { .number(min(60, max(1, $0))) },
            "wrong": rule(row["invalid_loops"], row["invalid_destination"], title),
            "silent": rule(row["timeout_loops"], row["timeout_destination"], title),
        ])
    }

    private mutating func choice(_ entry: SQLDump.Row, _ title: String) -> Item.Member? {
        let selection = entry["selection"] ?? ""
        guard let key = try? KeyPattern(selection), !key.delaysZero, selection.first != "x" else {
            draft.remark("\(title): the selection \(selection) is no key that a menu can have")
            return nil
        }
        let goal = goal(entry["dest"], "\(title), key \(selection)")
        if selection == "0", case .object(let members) = goal, members.first?.key == "ring" {
            draft.remark("\(title): 0 was a choice of its own; every menu has it")
        }
        let words = label(entry["dest"] ?? "")
        return .init(key: selection, value: announced(goal, words))
    }

    /// A step as a choice with words for it.
    private func announced(_ goal: Item, _ words: String) -> Item {
        let announcement = Item.Member(key: "for", value: .text(MenuDraft.spoken(words)))
        switch goal {
        case .object(let members): return .object([announcement] + members)
        default: return .object([announcement, .init(key: "go", value: goal)])
        }
    }

    /// What a destination is called by those who made it.
    private func label(_ destination: String) -> String {
        let parts = destination.split(separator: ",").map(String.init)
        let exten = parts.dropFirst().first ?? ""
        let context = parts.first ?? ""
        let name: String? =
            switch context {
            case "ext-group": row("ringgroups", exten)?["description"]
            case "ext-queues": row("queues_config", exten)?["descr"]
            case "timeconditions": row("timeconditions", exten)?["displayname"]
            case "from-did-direct": row("users", exten)?["name"]
            case "ext-local": exten.hasPrefix("vm") ? "a message" : row("users", exten)?["name"]
            case "app-blackhole": "the end"
            case _ where context.hasPrefix("ivr-"): row("ivr_details", String(context.dropFirst(4)))?["name"]
            case _ where context.hasPrefix("app-announcement-"):
                row("announcement", String(context.dropFirst(17)))?["description"]
            default: nil
            }
        return name.flatMap { $0.isEmpty ? nil : $0 } ?? (exten.isEmpty ? "the operator" : "extension \(exten)")
    }

    private mutating func rule(_ loops: String?, _ destination: String?, _ title: String) -> Item? {
        let times = loops.flatMap { Int($0) }.map { min(9, max(1, $0 + 1)) }
        guard let destination, !destination.isEmpty else { return times.map { .number($0) } }
        return .object(["times": .number(times ?? 3), "otherwise": goal(destination, title)])
    }
}
