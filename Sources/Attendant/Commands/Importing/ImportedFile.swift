import Foundation
import Import

/// A file to import: text, an archive, or one of them compressed, told by their first bytes and not by their names.
struct ImportedFile {
    /// The longest text. Archives may be longer: what is not needed of them is passed over.
    static let mostBytes = 64 << 20

    private let handle: FileHandle

    init(_ handle: FileHandle) { self.handle = handle }

    /// The text in it as it stands.
    func all() throws(ImportError) -> Data { try Self.text([], next) }

    /// The menu of a FreePBX dump or backup.
    func freePBX(start: String?) throws(ImportError) -> ImportedMenu {
        let head = try next() ?? []
        do { try handle.seek(toOffset: 0) } catch { throw .notUnderstood(error.localizedDescription) }
        guard Unpacking.isNeeded(head) else { return try Self.menu(next, start) }
        let unpacking = try Unpacking(handle)
        defer { unpacking.stop() }
        return try Self.menu(unpacking.next, start)
    }

    private func next() throws(ImportError) -> [UInt8]? {
        do {
            let data = try handle.read(upToCount: 1 << 16) ?? Data()
            return data.isEmpty ? nil : [UInt8](data)
        } catch {
            throw .notUnderstood("cannot be read: \(error.localizedDescription)")
        }
    }

    private typealias Pieces = () throws(ImportError) -> [UInt8]?

    private static func menu(_ next: @escaping Pieces, _ start: String?) throws(ImportError) -> ImportedMenu {
        var head: [UInt8] = []
        while head.count < 512, let piece = try next() { head += piece }
        guard FreePBXBackup.isArchive(head) else {
            return try ImportedMenu(freePBX: text(head, next), start: start)
        }
        var first: [UInt8]? = head
        let backup = try FreePBXBackup { () throws(ImportError) in
            guard let head = first else { return try next() }
            first = nil
            return head
        }
        // What follows the archive is read too: only at its end does gzip say whether the file is whole.
        while try next() != nil {}
        return try ImportedMenu(freePBX: backup, start: start, gunzip: gunzip)
    }

    private static func text(_ head: [UInt8], _ next: Pieces) throws(ImportError) -> Data {
        var data = Data(head)
        while let piece = try next() {
            data.append(contentsOf: piece)
            guard data.count <= mostBytes else { throw .tooLarge(limit: mostBytes) }
        }
        return data
    }

    /// What is in a compressed file of an archive. gzip reads it from an open file without a name.
    private static func gunzip(_ data: Data) throws(ImportError) -> Data {
        let path = NSTemporaryDirectory() + "attendant-import-" + UUID().uuidString
        let input: FileHandle
        do {
            try data.write(to: URL(fileURLWithPath: path), options: .withoutOverwriting)
            defer { try? FileManager.default.removeItem(atPath: path) }
            input = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
        } catch {
            throw .notUnderstood("cannot be unpacked: \(error.localizedDescription)")
        }
        let unpacking = try Unpacking(input)
        defer { unpacking.stop() }
        return try text([], unpacking.next)
    }
}
