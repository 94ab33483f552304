import MenuFile

/// The modules of a FreePBX backup as the tables that a dump has.
///
/// Each file is an object with `configs`. Some modules write their tables under their names (`configs.tables.timeconditions`),
/// some lists of their own, in which rows may be grouped by their first column: `"entries": { "3": [ { "selection": "1" } ] }`.
struct ModuleTables {
    private(set) var tables: [String: [SQLDump.Row]] = [:]
    private(set) var remarks: [String] = []
    private var rows = 0

    private struct Place {
        let module: String
        /// The keys from `configs` to the rows.
        let path: [String]
        let table: String
        /// The column that is left out where rows are grouped by it.
        let group: String
    }

    private static let places = [
        Place(module: "Ivr", path: ["ivrs"], table: "ivr_details", group: "id"),
        Place(module: "Ivr", path: ["entries"], table: "ivr_entries", group: "ivr_id"),
        Place(module: "Ringgroups", path: ["groups"], table: "ringgroups", group: "grpnum"),
        Place(module: "Announcement", path: [], table: "announcement", group: "announcement_id"),
        Place(module: "Recordings", path: ["data"], table: "recordings", group: "id"),
        Place(module: "Core", path: ["Users", "users"], table: "users", group: "extension"),
        Place(module: "Core", path: ["Did"], table: "incoming", group: "extension"),
    ]

    /// The modules that are read.
    static let names = Set(places.map(\.module) + ["Queues", "Timeconditions"])

    /// Takes a module's tables over.
    ///
    /// - Throws: `notUnderstood` when the IVRs' own file is no JSON; of another one there is a remark.
    mutating func read(_ file: TarReader.File) throws(ImportError) {
        let document: JSONDocument
        do {
            document = try JSONDocument.parse(file.bytes, limits: .init(bytes: FreePBXBackup.mostBytes, depth: 128))
        } catch {
            let why =
                "\(MenuDraft.plain(file.name)), line \(error.position.line), column \(error.position.column): \(error.message)"
            guard !file.name.hasSuffix("/Ivr.json") else { throw .notUnderstood(why) }
            return remarks.append("\(why); the module is left out")
        }
        guard let configs = document.root.member("configs") else { return }
        for place in Self.places where file.name.hasSuffix("/\(place.module).json") {
            if place.path.isEmpty, configs.member("tables") != nil { continue }
            guard let value = place.path.reduce(configs, { $0?.member($1) }) else { continue }
            try take(value, into: place.table, group: place.group)
        }
        for table in FreePBXImport.wanted.sorted() where tables[table] == nil {
            guard let value = configs.member("tables")?.member(table) else { continue }
            try take(value, into: table, group: "id")
        }
    }

    private mutating func take(_ value: JSONValue, into table: String, group: String) throws(ImportError) {
        var found: [SQLDump.Row] = []
        Self.collect(value, [:], group, &found)
        rows += found.count
        guard rows <= SQLDump.mostRows else { throw .notUnderstood("more than \(SQLDump.mostRows) rows") }
        guard !found.isEmpty else { return }
        // Some releases have PHP's htmlentities go over these two before they are written.
        if table == "ivr_details" {
            for index in found.indices {
                for column in ["name", "description"] {
                    found[index][column] = found[index][column].map(HTMLText.plain)
                }
            }
        }
        tables[table] = found
    }

    /// The rows in a value, however they are grouped.
    private static func collect(
        _ value: JSONValue, _ outer: SQLDump.Row, _ group: String, _ rows: inout [SQLDump.Row]
    ) {
        switch value.content {
        case .array(let items): for item in items { collect(item, outer, group, &rows) }
        case .object(let members):
            let own = row(members)
            if !own.isEmpty { return rows.append(outer.merging(own) { $1 }) }
            for member in members { collect(member.value, [group: member.key], group, &rows) }
        default: break
        }
    }

    private static func row(_ members: [JSONMember]) -> SQLDump.Row {
        var row: SQLDump.Row = [:]
        // PHP writes each column twice: by its name, and by its number, which nobody needs.
        for member in members where !member.key.allSatisfy(\.isNumber) {
            switch member.value.content {
            case .string(let text), .number(let text): row[member.key] = text
            case .bool(let value): row[member.key] = value ? "1" : "0"
            case .object(let files) where member.key == "files" && !row.isEmpty:
                if row["filename"] == nil { row["filename"] = files.map(\.key).joined(separator: "&") }
            default: break
            }
        }
        return row
    }
}

extension JSONValue {
    /// The value of a key of an object; nil: there is none.
    fileprivate func member(_ key: String) -> JSONValue? {
        guard case .object(let members) = content else { return nil }
        return members.first { $0.key == key }?.value
    }
}
