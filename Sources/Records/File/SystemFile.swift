internal import Foundation

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Files as the system has them, each step durable when it returns.
enum SystemFile {
    /// The system refused, with its words.
    struct Refusal: Error {
        let words: String
        /// Whether what was to be read is no file of ours, so that nothing of ours is lost without it.
        var isForeign = false
    }

    /// The system's words for the last thing that it refused.
    static var words: String { String(cString: strerror(errno)) }

    static func folder(of path: String) -> String { URL(fileURLWithPath: path).deletingLastPathComponent().path }

    /// Whether something has this name, also a link to nowhere.
    static func isThere(_ path: String) -> Bool {
        var facts = stat()
        return lstat(path, &facts) == 0
    }

    static func isFolder(_ path: String) -> Bool {
        var facts = stat()
        return stat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFDIR
    }

    /// Makes an empty file.
    static func make(_ path: String, mode: mode_t) throws(Refusal) {
        let made = descriptor(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        guard made >= 0 else { throw Refusal(words: words) }
        // Not left to the umask, which may take the group's right away or give everybody's.
        _ = fchmod(made, mode)
        _ = close(made)
    }

    /// Gives a finished file its name; who came first with it keeps it.
    static func name(_ made: String, _ path: String) throws(Refusal) {
        if link(made, path) != 0 {
            guard errno == EEXIST || rename(made, path) == 0 else { throw Refusal(words: words) }
        }
        sync(folder(of: path))
    }

    /// Bytes and names survive a power cut.
    static func sync(_ path: String) {
        let entry = descriptor(path, O_RDONLY | O_CLOEXEC)
        guard entry >= 0 else { return }
        _ = fsync(entry)
        _ = close(entry)
    }

    /// The users who own these files.
    static func owners(of paths: [String]) -> Set<uid_t> {
        Set(
            paths.compactMap { path in
                var facts = stat()
                return lstat(path, &facts) == 0 ? facts.st_uid : nil
            })
    }

    /// Copies a plain file, never what a link points to; the folder of messages may be written by others.
    ///
    /// - Parameter owners: whose file it has to be; nil: anybody's. Then a file that cannot be opened is ours, else not.
    static func copy(
        _ source: String, to target: String, mode: mode_t, owners: Set<uid_t>? = nil
    ) throws(Refusal) {
        // A pipe would be waited for.
        let read = descriptor(source, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard read >= 0 else {
            throw Refusal(words: words, isForeign: owners != nil || errno == ELOOP || errno == ENXIO)
        }
        defer { _ = close(read) }
        var facts = stat()
        guard fstat(read, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG, owners?.contains(facts.st_uid) ?? true else {
            throw Refusal(words: "it is no plain file of ours", isForeign: true)
        }
        let written = descriptor(target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        guard written >= 0 else { throw Refusal(words: words) }
        defer { _ = close(written) }
        _ = fchmod(written, mode)
        try pour(read, into: written)
        guard fsync(written) == 0 else { throw Refusal(words: words) }
    }

    private static func pour(_ source: Int32, into target: Int32) throws(Refusal) {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(source, &buffer, buffer.count)
            guard count >= 0 else { throw Refusal(words: words) }
            guard count > 0 else { return }
            var done = 0
            while done < count {
                let more = buffer[done..<count].withUnsafeBytes { write(target, $0.baseAddress, $0.count) }
                guard more >= 0 else { throw Refusal(words: words) }
                done += more
            }
        }
    }

    static func descriptor(_ path: String, _ flags: Int32, _ mode: mode_t = 0) -> Int32 {
        #if canImport(Glibc)
            Glibc.open(path, flags, mode)
        #else
            Darwin.open(path, flags, mode)
        #endif
    }
}
