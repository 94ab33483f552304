import Foundation

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The lock of writers of a database in WAL mode, held by this process: that byte of the file of shared memory which
/// SQLite locks for it (walIndex, UNIX_SHM_BASE in os_unix.c). To the server it is another program's.
final class FileLock {
    private static let writers = off_t(120)
    private let descriptor: Int32

    init(_ database: String) throws {
        descriptor = open(database + "-shm", O_RDWR)
        var lock = flock()
        lock.l_type = Int16(F_WRLCK)
        lock.l_whence = Int16(SEEK_SET)
        lock.l_start = Self.writers
        lock.l_len = 1
        // A moment may pass until the server has let go of it.
        guard descriptor >= 0, fcntl(descriptor, F_SETLKW, &lock) == 0 else {
            throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
        }
    }

    func release() { close(descriptor) }
}
