import Foundation

/// A file that somebody else writes, and of which no more is read than may be in it.
enum SmallFile {
    /// What there is to read.
    enum Contents: Equatable {
        case bytes(Data)
        case tooLarge
        /// There is no such file, it may not be read, or it is a folder, a pipe or a device.
        case unreadable
    }

    /// Reads a regular file, links followed. Blocks; also a file that grows meanwhile costs no more memory than the limit.
    ///
    /// - Parameter limit: in bytes.
    static func read(_ path: String, atMost limit: Int) -> Contents {
        let file = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        let attributes = try? FileManager.default.attributesOfItem(atPath: file)
        guard attributes?[.type] as? FileAttributeType == .typeRegular,
            let handle = FileHandle(forReadingAtPath: file)
        else { return .unreadable }
        defer { try? handle.close() }
        do {
            let data = try handle.read(upToCount: limit + 1) ?? Data()
            return data.count > limit ? .tooLarge : .bytes(data)
        } catch {
            return .unreadable
        }
    }

    /// The bytes; nil: there are none, or more than the limit.
    static func bytes(_ path: String, atMost limit: Int) -> Data? {
        if case .bytes(let data) = read(path, atMost: limit) { data } else { nil }
    }
}
