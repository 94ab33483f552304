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
    /// People that are in the draft.
    var met: Set<String> = []
    /// Rows by what is looked for in them: a table, its column, the value. Large tables are searched for each destination.
    private let index: [String: [String: SQLDump.Row]]
    /// The entries of each IVR, in their order.
    let entries: [String: [SQLDump.Row]]

    init(_ tables: [String: [SQLDump.Row]]) {
        self.tables = tables
        index = Self.keys.reduce(into: [:]) { index, key in
            let rows = (tables[key.table] ?? []).compactMap { row in row[key.column].map { ($0, row) } }
            index[key.table] = Dictionary(rows) { first, _ in first }
        }
        entries = Dictionary(grouping: tables["ivr_entries"] ?? []) { $0["ivr_id"] ?? "" }
    }

    private static let keys: [(table: String, column: String)] = [
        ("ivr_details", "id"), ("ringgroups", "grpnum"), ("queues_config", "extension"),
        ("timeconditions", "timeconditions_id"), ("announcement", "announcement_id"), ("recordings", "id"),
        ("users", "extension"),
    ]

    /// The first row of a table that has the value in the column by which destinations name it.
    func row(_ table: String, _ value: String) -> SQLDump.Row? { index[table]?[value] }

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
        guard let id, let row = row("recordings", id) else { return nil }
        let file = String((row["filename"] ?? "").split(separator: "&").first ?? "")
        draft.remark("copy the recording \(file) into the folder sounds beside the menu")
        return MenuDraft.recording(file, row["displayname"] ?? "")
    }
}
