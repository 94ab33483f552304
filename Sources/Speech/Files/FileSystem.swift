#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// The few calls of the file system that this module makes. All of them block.
enum FileSystem {
    /// What `stat` says about a file.
    struct Status: Equatable, Sendable {
        /// Whether it is a regular file.
        let isFile: Bool
        /// Bytes.
        let size: Int
        /// When it was changed last, in nanoseconds since 1970.
        let modified: Int
    }

    /// A call that failed: which, on what, and why in the system's words.
    struct Failure: Error, Equatable, Sendable, CustomStringConvertible {
        let call: String
        let path: String
        let code: Int32

        var description: String {
            "cannot \(call) \(path): \(String(cString: strerror(code)))"
        }
    }

    /// The status of a file, symbolic links followed; nil when there is none.
    static func status(of path: String) -> Status? {
        var info = stat()
        guard stat(path, &info) == 0 else { return nil }
        return Status(info)
    }

    /// The names in a folder, without the two dots; empty when it cannot be read.
    static func names(in folder: String) -> [String] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    /// The path without links and dots; nil when there is no such file.
    static func realPath(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// Makes a folder and those above it that are missing, readable for everyone whatever the umask says.
    static func makeFolder(_ path: String, mode: mode_t = 0o755) throws(Failure) {
        if mkdir(path, mode) == 0 {
            chmod(path, mode)
            return
        }
        switch errno {
        case EEXIST:
            var info = stat()
            guard stat(path, &info) == 0, info.st_mode & S_IFMT == S_IFDIR else {
                throw Failure(call: "make the folder", path: path, code: ENOTDIR)
            }
        case ENOENT:
            guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else {
                throw Failure(call: "make the folder", path: path, code: ENOENT)
            }
            try makeFolder(String(path[..<slash]))
            try makeFolder(path, mode: mode)
        default:
            throw Failure(call: "make the folder", path: path, code: errno)
        }
    }

    /// Whether it is a folder itself and no link to one.
    static func isOwnFolder(_ path: String) -> Bool {
        var info = stat()
        return lstat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
    }

    /// Removes a file; one that is not there is no failure.
    @discardableResult static func remove(_ path: String) -> Failure? {
        unlink(path) == 0 || errno == ENOENT ? nil : Failure(call: "remove", path: path, code: errno)
    }
}

extension FileSystem.Status {
    /// What the system's record says.
    init(_ info: stat) {
        #if canImport(Glibc)
            let changed = info.st_mtim
        #else
            let changed = info.st_mtimespec
        #endif
        self.init(
            isFile: info.st_mode & S_IFMT == S_IFREG, size: Int(info.st_size),
            modified: changed.tv_sec * 1_000_000_000 + changed.tv_nsec)
    }
}
