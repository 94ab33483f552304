import Foundation
public import MenuFile
public import Reception
import Speech

/// The folder of menu files on disk: which files there are, and what is in them.
public struct MenuFolder: Sendable {
    /// The folder.
    public let path: String

    /// A folder; it need not exist yet.
    public init(_ path: String) { self.path = path }

    /// Larger files are refused unread: no menu is that long.
    public static let mostBytes = 4 << 20

    /// The menu files in the folder: `*.json` but neither `*.test.json` nor the schema that editors read, in the order
    /// of their names.
    ///
    /// - Throws: `StartError.menus` when the folder cannot be read.
    public func files() throws(StartError) -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: path)
                .filter(Self.isMenu)
                .sorted().map { (path as NSString).appendingPathComponent($0) }
        } catch {
            throw .menus("\(path): the menus folder cannot be read; expected a folder of .json files")
        }
    }

    private static func isMenu(_ name: String) -> Bool {
        name.hasSuffix(".json") && !name.hasPrefix(".")
            && ![".test.json", ".schema.json"].contains { name.hasSuffix($0) }
    }

    /// Reads and checks one file. The version is absent when there is an error among the findings.
    ///
    /// - Throws: `StartError.menus` when the file cannot be read.
    public static func load(_ file: String) throws(StartError) -> (version: MenuVersion?, findings: [Finding]) {
        load(try bytes(of: file), of: file)
    }

    /// Checks the bytes of a file.
    static func load(_ data: Data, of file: String) -> (version: MenuVersion?, findings: [Finding]) {
        let loaded = MenuLoader.load(
            [UInt8](data), fileName: (file as NSString).lastPathComponent, release: .current)
        let version = loaded.document.map {
            MenuVersion(document: $0, version: digest(data), recordings: recordings(beside: file))
        }
        return (version, loaded.findings)
    }

    /// More recorded lines than these beside one menu are not looked at.
    static let mostRecordings = 10_000

    /// The lines that are recorded beside a menu file, in its folder `heating.recordings`; none when there is no such
    /// folder.
    static func recordings(beside file: String) -> LineRecordings {
        let folder = LineRecordings.folder(of: name(of: file))
        let root = ((file as NSString).deletingLastPathComponent as NSString).appendingPathComponent(folder)
        let paths = names(below: root).compactMap { name -> String? in
            guard RecordingFiles.endings.contains((name as NSString).pathExtension) else { return nil }
            return "\(folder)/\((name as NSString).deletingPathExtension)"
        }
        return LineRecordings(paths)
    }

    /// What is below a folder; nothing when it is a link out of the folder above it, perhaps to all files of the machine.
    private static func names(below root: String) -> [String] {
        let place = URL(fileURLWithPath: root)
        let real = place.resolvingSymlinksInPath().path
        let above = place.deletingLastPathComponent().resolvingSymlinksInPath().path
        guard real.hasPrefix(above + "/"), let walk = FileManager.default.enumerator(atPath: real) else { return [] }
        return walk.prefix(mostRecordings).compactMap { $0 as? String }
    }

    /// Reads one file.
    ///
    /// - Throws: `StartError.menus` when it cannot be read, or is larger than any menu.
    static func bytes(of file: String) throws(StartError) -> Data {
        switch SmallFile.read(file, atMost: mostBytes) {
        case .bytes(let data): return data
        case .tooLarge: throw .menus("\(file): larger than \(mostBytes >> 20) MB; no menu is that long")
        case .unreadable: throw .menus("\(file): cannot be read; expected a menu file")
        }
    }

    /// `heating` of `Menus/heating.json`.
    public static func name(of file: String) -> String {
        let name = (file as NSString).lastPathComponent
        return name.hasSuffix(".json") ? String(name.dropLast(5)) : name
    }

    /// FNV-1a of the bytes: names a version in logs and rows, and need not withstand anybody.
    static func digest(_ data: Data) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in data { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
