import Foundation
import Testing

@testable import Import

@Suite("The reader of tar archives")
struct TarReaderTests {
    /// A header of our own, as POSIX has it, and the file after it.
    static func entry(
        _ name: String, _ text: String, type: Character = "0", size: String? = nil,
        patch: (index: Int, byte: UInt8)? = nil
    ) -> [UInt8] {
        var header = [UInt8](repeating: 0, count: 512)
        func put(_ text: String, at index: Int) {
            for (offset, byte) in text.utf8.enumerated() { header[index + offset] = byte }
        }
        put(String(name.prefix(100)), at: 0)
        let octal = String(text.utf8.count, radix: 8)
        put(size ?? String(repeating: "0", count: 11 - octal.count) + octal, at: 124)
        put(String(type), at: 156)
        put("ustar", at: 257)
        put("00", at: 263)
        if let patch { header[patch.index] = patch.byte }
        put("        ", at: 148)
        let sum = String(header.reduce(0) { $0 + Int($1) }, radix: 8)
        put(String(repeating: "0", count: 6 - sum.count) + sum + "\0 ", at: 148)
        let pad = [UInt8](repeating: 0, count: (512 - text.utf8.count % 512) % 512)
        return header + Array(text.utf8) + pad
    }

    /// The wanted files of an archive that comes in pieces of this length.
    private func files(
        _ archive: [UInt8], pieces: Int = 100, limit: Int = 1 << 20, wanted: (String) -> Bool = { _ in true }
    ) throws(ImportError) -> [String] {
        var rest = archive[...]
        var reader = TarReader(limit: limit) {
            guard !rest.isEmpty else { return nil }
            defer { rest = rest.dropFirst(pieces) }
            return Array(rest.prefix(pieces))
        }
        var found: [String] = []
        while let file = try reader.file(wanted) {
            found.append("\(file.name)=\(String(decoding: file.bytes, as: UTF8.self))")
        }
        return found
    }

    private static let end = [UInt8](repeating: 0, count: 1024)

    @Test("finds files in pieces of any length, and passes over what is not wanted", arguments: [1, 100, 512, 5000])
    func pieces(_ length: Int) throws {
        let archive =
            Self.entry("./", "", type: "5") + Self.entry("./a.sql", "one")
            + Self.entry("sound.wav", String(repeating: "x", count: 5000))
            + Self.entry("b.sql", String(repeating: "y", count: 512)) + Self.end
        let found = try files(archive, pieces: length) { $0.hasSuffix(".sql") }
        #expect(found == ["./a.sql=one", "b.sql=" + String(repeating: "y", count: 512)])
    }

    @Test("long names stand before their file, as GNU and as POSIX write them")
    func names() throws {
        let long = String(repeating: "d/", count: 80) + "x.sql"
        let archive =
            Self.entry("././@LongLink", long + "\0", type: "L") + Self.entry("d/d", "1")
            + Self.entry("PaxHeader", "30 mtime=1\n40 path=\(long)\n", type: "x") + Self.entry("d/d", "2")
            + Self.entry("plain", "3") + Self.end
        #expect(try files(archive) == ["\(long)=1", "\(long)=2", "plain=3"])
    }

    @Test("an archive cut off, of another kind, or with a false size is one line")
    func damaged() {
        let good = Self.entry("a.sql", "one") + Self.end
        for bytes in [
            Array(good.prefix(300)), Array(good.prefix(514)), Array(repeating: 65, count: 600),
            Self.entry("a", "", size: "77777777777"), Self.entry("n", "", type: "L", size: "00077777777"),
            Self.entry("a", "", size: "9"),
        ] {
            #expect(throws: ImportError.self) { try files(bytes) }
        }
    }

    @Test("a header with any byte in any field is an archive or one line, never a crash")
    func hostile() {
        for index in 0..<512 {
            for byte: UInt8 in [0, 0x37, 0x4C, 0x78, 0x80, 0xFF] {
                let archive = Self.entry("a.sql", "one", patch: (index, byte)) + Self.entry("b.sql", "two") + Self.end
                do throws(ImportError) {
                    _ = try files(archive, pieces: 4096)
                } catch {
                    #expect(!error.description.contains("\n"))
                }
            }
        }
    }

    @Test("what is wanted may have so many bytes, all together")
    func limit() throws {
        let archive = Self.entry("a", "12345") + Self.entry("b", "12345") + Self.end
        #expect(try files(archive, limit: 10).count == 2)
        let error = #expect(throws: ImportError.self) { try files(archive, limit: 9) }
        #expect(try #require(error).description.hasPrefix("b: larger than"))
    }
}

@Suite("FreePBX' backups")
struct FreePBXBackupTests {
    private static let ivr = #"""
        { "module": "ivr", "dependencies": ["core", "recordings"], "configs": {
          "ivrs": [{"id":"3","0":"3","name":"Caf\u00e9 &amp; Bar","1":"x","description":"O&#039;Neill&eacute; &unknown;",
            "announcement":"7","directdial":"","invalid_loops":"2","invalid_destination":"ext-group,600,1",
            "timeout_time":"10","timeout_loops":"1","timeout_destination":"ext-group,600,1"}],
          "entries": {"3": [{"selection":"1","dest":"ext-queues,700,1","ivr_ret":"0"},
            {"selection":"2","dest":"timeconditions,4,1"}, {"selection":"3","dest":"app-announcement-5,s,1"},
            {"selection":"4","dest":"from-did-direct,201,1"}], "9": []} } }
        """#
    private static let others = [
        "Ringgroups":
            #"{"configs":{"groups":[{"grpnum":"600","strategy":"ringall","grptime":15,"grplist":"201-202","postdest":"app-blackhole,hangup,1","description":"Bar"}]}}"#,
        "Queues":
            #"{"configs":{"tables":{"queues_config":[{"extension":"700","descr":"Counter","maxwait":"120","dest":"ivr-3,s,1"}]}}}"#,
        "Timeconditions":
            #"{"configs":{"tables":{"timeconditions":[{"timeconditions_id":"4","displayname":"Opening","time":"1","truegoto":"ext-group,600,1","falsegoto":"app-blackhole,hangup,1"}],"timegroups_details":[{"id":"1","timegroupid":"1","time":"09:00-17:00|mon-fri|*|*"}]}}}"#,
        "Announcement":
            #"{"configs":[{"announcement_id":"5","description":"News","recording_id":"7","post_dest":"ivr-3,s,1"}]}"#,
        "Recordings":
            #"{"configs":{"data":[{"id":"7","displayname":"Welcome","files":{"custom/welcome":{"en":{"wav":"custom/welcome.wav"}}}}]}}"#,
        "Core":
            #"{"configs":{"Users":{"users":[{"extension":"201","name":"Ada Byrne"}]},"Did":[{"extension":"","cidnum":"","destination":"ivr-3,s,1"}]}}"#,
        "Cdr": "not read",
    ]

    private func backup(_ files: [(String, String)]) throws(ImportError) -> FreePBXBackup {
        var archive: [UInt8]? = files.flatMap { TarReaderTests.entry($0.0, $0.1) } + [UInt8](repeating: 0, count: 1024)
        return try FreePBXBackup {
            defer { archive = nil }
            return archive
        }
    }

    private func menu(_ files: [(String, String)]) throws(ImportError) -> ImportedMenu {
        try ImportedMenu(freePBX: backup(files)) { data throws(ImportError) in
            guard data.starts(with: Data("zip:".utf8)) else { throw .notUnderstood("no gzip") }
            return data.dropFirst(4)
        }
    }

    @Test("modules of JSON become the menu that their tables would be")
    func modules() throws {
        let menu = try self.menu(
            [("modulejson/Ivr.json", Self.ivr)]
                + Self.others.sorted { $0.key < $1.key }.map { ("./modulejson/\($0.key).json", $0.value) })
        #expect(menu.text.contains(#""name": "O'Neillé &unknown;""#))
        for part in [
            #""queue": "700""#, #""ring": ["201", "202"]"#, #""mon-fri": "9:00-17:00""#, #""play": "sounds/welcome""#,
            #""ada-byrne": "#, #""start": "caf-bar""#, #""news""#,
        ] {
            let text = menu.text.replacing("09:00", with: "9:00")
            #expect(text.contains(part), "\(part) is not in \(text)")
        }
        #expect(menu.remarks.contains { $0.contains("copy the recording custom/welcome") })
    }

    @Test("IVRs may be a list, be grouped by their number with or without it, or be a table")
    func shapes() throws {
        let row = #""name":"Main","timeout_destination":"app-blackhole,hangup,1""#
        let entry = #""selection":"1","dest":"from-did-direct,201,1""#
        for configs in [
            #""ivrs":[{"id":1,\#(row)}],"entries":[{"ivr_id":1,\#(entry)}]"#,
            #""ivrs":{"1":[{"id":"1",\#(row)}]},"entries":{"1":[{"ivr_id":"1",\#(entry)}]}"#,
            #""ivrs":{"1":[{\#(row)}]},"entries":{"1":[{\#(entry)}]}"#,
            #""tables":{"ivr_details":[{"id":"1",\#(row)}],"ivr_entries":[{"ivr_id":"1",\#(entry)}]}"#,
        ] {
            let made = try menu([("modulejson/Ivr.json", #"{"configs":{\#(configs)}}"#)])
            #expect(made.text.contains(#""1": { "for": "extension 201", "ring": "e201" }"#), "\(made.text)")
        }
    }

    private static let dump = """
        INSERT INTO `ivr_details` (`id`,`name`,`timeout_destination`) VALUES (1,'Old','app-blackhole,hangup,1');
        """

    @Test("dumps of older backups are read, plain and compressed; that of the call records is not")
    func dumps() throws {
        let manifest = #"a:2:{s:10:"fpbx_cdrdb";s:7:"mysql-6";s:4:"name";s:1:"x";}"#
        let broken = "INSERT INTO `ivr_details` VALUES (1"
        for (name, text) in [("mysql-5.sql", Self.dump), ("mysql-5.sql.gz", "zip:" + Self.dump)] {
            let files = [("./manifest", manifest), ("./mysql-6.sql", broken), ("files/tmp/cdr_dump/cdr.sql", broken)]
            #expect(try menu(files + [("./" + name, text)]).text.contains(#""name": "Old""#))
        }
    }

    @Test("dumps may be so long all together, however little gzip has made of them")
    func bombs() throws {
        let files = (1...9).map { ("mysql-\($0).sql.gz", "zip") }
        var count = 0
        let error = #expect(throws: ImportError.self) {
            try ImportedMenu(freePBX: backup(files)) { _ throws(ImportError) in
                count += 1
                return Data(repeating: UInt8(ascii: "\n"), count: FreePBXBackup.mostBytes / 4)
            }
        }
        #expect(try #require(error).description.contains("mysql-5.sql.gz: larger than 64 MB"))
        #expect(count == 5)
    }

    @Test("a zone and a queue that no menu can have are told, and the rest is carried over")
    func odd() throws {
        let conditions = Self.others["Timeconditions"] ?? ""
        let zoned = conditions.replacing(#""displayname""#, with: #""timezone":"{env.X}/x","displayname""#)
        let made = try menu([
            ("modulejson/Ivr.json", Self.ivr.replacing("ext-queues,700,1", with: "ext-queues,7${0},1")),
            ("modulejson/Queues.json", (Self.others["Queues"] ?? "").replacing("700", with: "7${0}")),
            ("modulejson/Timeconditions.json", zoned),
        ])
        #expect(made.remarks.contains("Opening: {env.X}/x is no time zone; set timezone"))
        #expect(made.remarks.contains { $0.hasSuffix("ext-queues,7${0},1 stays in the dialplan of FreePBX") })
        #expect(made.text.contains(#""mon-fri""#))
    }

    @Test("thousands of IVRs of one name, each leading on, take no longer than they are many", .timeLimit(.minutes(1)))
    func many() throws {
        let ids = 0..<4_000
        let ivrs = ids.map { #"{"id":"\#($0)","name":"same","timeout_destination":"ivr-\#(($0 + 1) % 4_000),s,1"}"# }
        let entries = ids.map { #""\#($0)":[{"selection":"1","dest":"ext-local,\#($0),1"}]"# }
        let text =
            #"{"configs":{"ivrs":[\#(ivrs.joined(separator: ","))],"entries":{\#(entries.joined(separator: ","))}}}"#
        let backup = try backup([("modulejson/Ivr.json", text)])
        var modules = ModuleTables()
        for module in backup.modules { try modules.read(module) }
        var importer = FreePBXImport(modules.tables)
        let draft = try importer.draft(nil)
        #expect(draft.steps.count == 4_000)
        #expect(Set(draft.steps.map(\.key)).count == 4_000)
    }

    @Test("a backup that has nothing, or something broken, says what and where")
    func errors() throws {
        for (files, words) in [
            ([("etc/passwd", "x"), ("modulejson/Cdr.json", "{}")], "there is neither modulejson/Ivr.json nor a dump"),
            ([("modulejson/Ivr.json", "")], "modulejson/Ivr.json, line 1, column 1: the file ends here"),
            ([("modulejson/Ivr.json", "[1]")], "there are no rows of ivr_details in it"),
            ([("a/x.sql.gz", "?")], "a/x.sql.gz: no gzip"),
            ([("\u{1B}x.sql", "INSERT INTO `users` VALUES (")], "x.sql: line 1: the columns of users are not known"),
        ] {
            let error = #expect(throws: ImportError.self) { try menu(files) }
            let line = try #require(error).description
            #expect(line.hasPrefix(words), "\(line)")
            #expect(!line.contains { $0.isNewline || $0 == "\u{1B}" })
        }
        let partial = try menu([("modulejson/Ivr.json", Self.ivr), ("modulejson/Core.json", "{")])
        #expect(partial.remarks.contains { $0.hasPrefix("modulejson/Core.json, line 1, column 2:") })
    }
}
