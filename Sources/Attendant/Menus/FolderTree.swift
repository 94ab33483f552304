import Foundation
import Speech

/// The folder of the menus with the recordings below it, as far as changes in it concern calls.
struct FolderTree: Sendable {
    /// The folder.
    let root: String
    /// Folders below it that are none of its business: the program's own sounds and records.
    let excluded: Set<String>

    /// More entries than these are not looked at: somebody serves a whole disk.
    static let mostEntries = 20_000

    /// - Parameters:
    ///   - root: the folder, absolute.
    ///   - excluded: absolute paths.
    init(_ root: String, excluding excluded: [String] = []) {
        self.root = root
        self.excluded = Set(excluded)
    }

    /// Whether a change of a file of that name can concern a menu: editors' own files cannot.
    func concerns(_ name: String) -> Bool {
        guard !name.hasPrefix("."), let dot = name.lastIndex(of: ".") else { return false }
        return Self.endings.contains(String(name[name.index(after: dot)...]))
    }

    private static let endings = Set(RecordingFiles.endings + ["json"])

    /// The folders below the root, hidden ones and links left out.
    func folders(atMost limit: Int) -> [String] {
        var folders: [String] = []
        walk { path, kind in
            if kind == .typeDirectory { folders.append(path) }
            return folders.count < limit
        }
        return folders
    }

    /// What tells whether anything has changed: each file that concerns a menu, with size, time and identity.
    func stamps() -> [String: String] {
        var stamps: [String: String] = [:]
        walk { path, kind in
            if kind != .typeDirectory, concerns((path as NSString).lastPathComponent) {
                // Through links: what is behind one is what is read.
                let file = (try? FileManager.default.attributesOfItem(atPath: resolved(path))) ?? [:]
                let facts: [Any?] = [file[.size], file[.systemFileNumber], file[.posixPermissions]]
                let time = (file[.modificationDate] as? Date)?.timeIntervalSinceReferenceDate ?? 0
                stamps[path] = "\(time) \(facts.map { $0.map { "\($0)" } ?? "-" }.joined(separator: " "))"
            }
            return stamps.count < Self.mostEntries
        }
        return stamps
    }

    private func resolved(_ path: String) -> String { URL(fileURLWithPath: path).resolvingSymlinksInPath().path }

    /// Passes each entry below the root to `body` until it returns false.
    private func walk(_ body: (String, FileAttributeType) -> Bool) {
        var waiting = [root]
        var left = Self.mostEntries
        while let folder = waiting.popLast() {
            for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] where name.first != "." {
                let path = (folder as NSString).appendingPathComponent(name)
                let attributes = try? FileManager.default.attributesOfItem(atPath: path)
                guard let kind = attributes?[.type] as? FileAttributeType, !excluded.contains(path) else { continue }
                left -= 1
                guard left > 0, body(path, kind) else { return }
                if kind == .typeDirectory { waiting.append(path) }
            }
        }
    }
}
