public import Foundation
import MenuFile

/// What an import needs of a FreePBX backup, which is a tar archive.
///
/// FreePBX 15 and newer write a JSON file for each module (`modulejson/Ivr.json`); up to 14 there are dumps of whole
/// databases (`mysql-5.sql`, or with `.gz`) and a `manifest` that says which of them holds the call records. Recordings
/// and mailboxes, which make such an archive long, are passed over.
public struct FreePBXBackup: Sendable {
    let modules: [TarReader.File]
    let dumps: [TarReader.File]

    /// The most bytes of modules and dumps together, unpacked.
    static let mostBytes = SQLDump.mostBytes

    /// Whether a file that begins with these bytes, 512 or more, is a tar archive.
    public static func isArchive(_ start: [UInt8]) -> Bool { TarReader.isHeader(start) }

    /// Reads an archive to its end.
    ///
    /// - Parameter next: the next piece of the archive, of any length, decompressed; nil: its end.
    /// - Throws: what `next` throws; `notUnderstood` when the archive is damaged, cut off or has files that are too large;
    ///   `noMenu` when there is nothing of FreePBX in it.
    public init(_ next: @escaping () throws(ImportError) -> [UInt8]?) throws(ImportError) {
        var reader = TarReader(limit: Self.mostBytes, next)
        var modules: [TarReader.File] = []
        var dumps: [TarReader.File] = []
        var calls: String?
        while let file = try reader.file({ Self.isWanted($0, calls: calls) }) {
            switch Self.parts(file.name).last {
            case "manifest": calls = Self.callRecords(file.bytes)
            case let name? where name.hasSuffix(".json"): modules.append(file)
            default: dumps.append(file)
            }
        }
        guard !modules.isEmpty || !dumps.isEmpty else {
            throw .noMenu("there is neither modulejson/Ivr.json nor a dump (.sql, .sql.gz) in it")
        }
        (self.modules, self.dumps) = (modules, dumps)
    }

    /// Dumps of call records are long and have no menus.
    private static let records = ["cdr", "cel", "queuelog", "asteriskcdrdb"]

    private static func isWanted(_ path: String, calls: String?) -> Bool {
        let parts = parts(path)
        guard let name = parts.last else { return false }
        if parts == ["manifest"] { return true }
        if name.hasSuffix(".json") {
            return parts.dropLast().last == "modulejson" && ModuleTables.names.contains(String(name.dropLast(5)))
        }
        guard name.hasSuffix(".sql") || name.hasSuffix(".sql.gz") else { return false }
        let base = name.prefix { $0 != "." }
        return !records.contains { base.lowercased().hasPrefix($0) } && (calls == nil || String(base) != calls)
    }

    /// The names of a path; `.` is none.
    private static func parts(_ path: String) -> [String] {
        path.split(separator: "/").map(String.init).filter { $0 != "." }
    }

    /// The name of the dump of call records in the manifest, which is serialized by PHP.
    private static func callRecords(_ manifest: [UInt8]) -> String? {
        String(decoding: manifest, as: UTF8.self).firstMatch(of: /"fpbx_cdrdb";s:[0-9]+:"([^"]+)"/).map { String($0.1) }
    }
}

extension ImportedMenu {
    /// Reads the IVRs of a backup and what they lead to, as `init(freePBX:start:)` does those of a dump.
    ///
    /// - Parameter gunzip: the bytes of a file compressed by gzip, at most 64 MB.
    /// - Throws: what `gunzip` throws, and `ImportError`, which names the file of the archive.
    public init(
        freePBX backup: FreePBXBackup, start: String? = nil, gunzip: (Data) throws(ImportError) -> Data
    ) throws(ImportError) {
        var modules = ModuleTables()
        for module in backup.modules { try modules.read(module) }
        var tables = modules.tables
        var left = FreePBXBackup.mostBytes
        for dump in backup.dumps {
            let rows: [String: [SQLDump.Row]]
            do throws(ImportError) {
                let data = dump.name.hasSuffix(".gz") ? try gunzip(Data(dump.bytes)) : Data(dump.bytes)
                left -= data.count
                // One dump may grow a thousandfold, and an archive holds many.
                guard left >= 0 else { throw .tooLarge(limit: FreePBXBackup.mostBytes) }
                rows = try SQLDump(data, wanted: FreePBXImport.wanted).tables
            } catch {
                throw .notUnderstood("\(MenuDraft.plain(dump.name)): \(error)")
            }
            // A table is taken from one place: two of the same would double its choices.
            tables.merge(rows) { first, _ in first }
        }
        var importer = FreePBXImport(tables)
        for remark in modules.remarks { importer.draft.remark(remark) }
        try self.init(try importer.draft(start))
    }
}
