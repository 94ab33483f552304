/// The folder of the menus, as far as recordings are read from it. Every call blocks.
struct RecordingFolder: Sendable {
    /// The folder's path without links.
    private let root: String
    /// The largest file that is read, in bytes.
    private let limit: Int

    /// A folder of recordings.
    init(path: String, limit: Int) {
        root = FileSystem.realPath(path) ?? path
        self.limit = limit
    }

    /// A recording's file: where it is, and what tells whether it has changed.
    struct File: Equatable, Sendable {
        let path: String
        let format: RecordingFormat
        let status: FileSystem.Status

        /// What goes into the key of a sound.
        var identity: String {
            "\(path) \(status.size) \(status.modified)"
        }
    }

    /// Finds a recording by its path without ending, relative to the folder or absolute inside it.
    ///
    /// Links are followed first and looked at then, so that one which leads out of the folder is refused.
    func find(_ path: String) throws(RecordingError) -> File {
        let full = path.hasPrefix("/") ? path : root + "/" + path
        guard !path.isEmpty, !path.utf8.contains(0), !path.split(separator: "/").contains("..") else {
            throw .outside(path)
        }
        for format in RecordingFormat.allCases {
            guard let real = FileSystem.realPath(full + "." + format.rawValue) else { continue }
            guard real.hasPrefix(root + "/") else { throw .outside(path) }
            guard let status = FileSystem.status(of: real), status.isFile else { continue }
            return File(path: real, format: format, status: status)
        }
        throw .missing(path)
    }

    /// Reads a recording.
    func read(_ file: File) throws(RecordingError) -> RecordedAudio {
        do {
            return try file.format.decode(try FileSystem.read(file.path, atMost: limit))
        } catch let failure as FileSystem.Failure {
            throw .unreadable(file.path, why: failure.description)
        } catch let error as WaveError {
            throw .notUnderstood(file.path, why: error.reason)
        } catch {
            throw .unreadable(file.path, why: "unknown")
        }
    }
}
