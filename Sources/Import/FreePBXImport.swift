public import Foundation
import MenuFile

extension ImportedMenu {
    /// Reads the IVRs of a FreePBX database, as mysqldump writes it, and what they lead to. Calls begin where the first
    /// inbound route leads, else with the first IVR, or with the one of the name.
    ///
    /// - Throws: `ImportError`.
    public init(freePBX data: Data, start: String? = nil) throws(ImportError) {
        var importer = FreePBXImport(try SQLDump(data, wanted: FreePBXImport.wanted).tables)
        try self.init(try importer.draft(start))
    }
}

/// FreePBX' tables as steps. What has no counterpart is handed back to FreePBX' own dialplan, which is still there.
struct FreePBXImport {
    static let wanted: Set = [
        "ivr_details", "ivr_entries", "ringgroups", "queues_config", "timeconditions", "timegroups_details",
        "announcement", "recordings", "users", "incoming",
    ]

    let tables: [String: [SQLDump.Row]]
    var draft = MenuDraft()
    private var pending: [(name: String, make: (inout FreePBXImport) -> Item)] = []
    private var known: Set<String> = []

    init(_ tables: [String: [SQLDump.Row]]) { self.tables = tables }

    /// The row of a table that has the value in its column.
    func row(_ table: String, _ column: String, _ value: String) -> SQLDump.Row? {
        tables[table]?.first { $0[column] == value }
    }

    mutating func draft(_ start: String?) throws(ImportError) -> MenuDraft {
        let menus = tables["ivr_details"] ?? []
        guard let first = start == nil ? menus.first : menus.first(where: { $0["name"] == start || $0["id"] == start })
        else {
            let names = menus.compactMap { $0["name"] }.joined(separator: ", ")
            throw .noMenu(
                menus.isEmpty ? "there are no rows of ivr_details in it" : "there is no such IVR; it has \(names)")
        }
        draft.name = first["description"] ?? ""
        if draft.name.isEmpty { draft.name = first["name"] ?? "Imported" }
        draft.dial = .object([
            "inside": .text("Local/{number}@from-internal"), "outside": .text("Local/{number}@from-internal"),
        ])
        let route = tables["incoming"]?.lazy.compactMap { $0["destination"] }.first { !$0.isEmpty }
        let entry = start == nil ? route ?? "ivr-\(first["id"] ?? ""),s,1" : "ivr-\(first["id"] ?? ""),s,1"
        draft.start = goal(entry, "the inbound route")
        while let next = pending.popLast() {
            let item = next.make(&self)
            draft.steps.append(.init(key: next.name, value: item))
        }
        tellOperator()
        return draft
    }

    private mutating func tellOperator() {
        if let target = draft.operatorTarget {
            draft.remark("0 leads to \(target), the first number that was found; set operator to a person")
        } else {
            draft.remark("no number was found for the operator: 0 writes a call-back request; set operator to a person")
        }
    }

    /// A step of a thing of the tables, made once.
    mutating func step(_ key: String, like text: String, _ make: @escaping (inout FreePBXImport) -> Item) -> Item {
        let name = draft.name(of: key, like: text)
        if known.insert(name).inserted { pending.append((name, make)) }
        return .text(name)
    }

    /// What is said of a recording's number; nil: none is given.
    mutating func recording(_ id: String?) -> Item? {
        guard let id, let row = row("recordings", "id", id) else { return nil }
        let file = String((row["filename"] ?? "").split(separator: "&").first ?? "")
        draft.remark("copy the recording \(file) into the folder sounds beside the menu")
        return MenuDraft.recording(file, row["displayname"] ?? "")
    }
}
