#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Knows whether anybody has a database open, also a damaged one, and keeps others out while it lives.
///
/// Whoever has opened a database with a log holds SQLite's shared lock on it as long as it is open: these are the bytes
/// that SQLite's file format sets aside for locks. Of another process only: a process's locks do not stop itself, and
/// closing the file gives up those of its own SQLite. So this is for commands, which have nothing else open.
final class FileHold {
    private let descriptor: Int32

    /// - Throws: `RecordsError`: inUse; fault when the file cannot be opened.
    init(_ file: String) throws(RecordsError) {
        let descriptor = SystemFile.descriptor(file, O_RDWR | O_CLOEXEC)
        guard descriptor >= 0 else { throw .fault("\(file): cannot be opened: \(SystemFile.words)") }
        self.descriptor = descriptor
        var lock = Self.lock
        guard fcntl(descriptor, F_SETLK, &lock) != 0 else { return }
        var holder = Self.lock
        let isTold = fcntl(descriptor, F_GETLK, &holder) == 0 && holder.l_type != Int16(F_UNLCK) && holder.l_pid > 0
        throw .inUse(file: file, process: isTold ? Int(holder.l_pid) : nil)
    }

    deinit { _ = close(descriptor) }

    /// The byte for those who wait, the byte for the one who writes, 510 bytes for those who read.
    private static var lock: flock {
        var lock = flock()
        lock.l_type = Int16(F_WRLCK)
        lock.l_whence = Int16(SEEK_SET)
        lock.l_start = 0x4000_0000
        lock.l_len = 512
        return lock
    }
}
