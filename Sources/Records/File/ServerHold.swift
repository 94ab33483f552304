internal import Synchronization

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Says to other servers of the same file that this one lives, and knows whether it is the only one. The kernel gives
/// the hold up with the process, however that ends.
///
/// A lock on a file of its own: to open and close the database would take away SQLite's locks on it. One of an open
/// file, not of a process, so that two of them in one process see each other, too.
final class ServerHold: Sendable {
    /// -1 once it is given up.
    private let descriptor: Mutex<Int32>

    /// Nil where no such file can be made or locked: then nobody is known to be alone.
    init?(_ database: String) {
        let opened = SystemFile.descriptor(database + ".servers", O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o640)
        descriptor = Mutex(opened)
        // Who is alone is so only for a moment, and is waited for.
        guard opened >= 0, descriptor.withLock({ Self.set($0, F_RDLCK, waits: true) }) else { return nil }
    }

    deinit { giveUp() }

    /// Says that this server is done.
    func giveUp() {
        descriptor.withLock { descriptor in
            if descriptor >= 0 { _ = close(descriptor) }
            descriptor = -1
        }
    }

    /// Runs `body` when no other server has the file, and keeps others from starting meanwhile.
    ///
    /// - Returns: nil when there is another one.
    func ifAlone<Value>(_ body: () throws -> Value) rethrows -> Value? {
        try descriptor.withLock { descriptor in
            guard descriptor >= 0, Self.set(descriptor, F_WRLCK, waits: false) else { return nil }
            defer { _ = Self.set(descriptor, F_RDLCK, waits: true) }
            return try body()
        }
    }

    // F_OFD_SETLK and F_OFD_SETLKW, which the system's module for Swift leaves out.
    #if canImport(Glibc)
        private static let (setNow, setAndWait): (Int32, Int32) = (37, 38)
    #else
        private static let (setNow, setAndWait): (Int32, Int32) = (90, 91)
    #endif

    private static func set(_ descriptor: Int32, _ kind: Int32, waits: Bool) -> Bool {
        var lock = flock()
        lock.l_type = Int16(kind)
        lock.l_whence = Int16(SEEK_SET)
        return fcntl(descriptor, waits ? setAndWait : setNow, &lock) == 0
    }
}
