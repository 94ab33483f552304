#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Tells whether other processes use the folder of the sounds: each holds a shared lock on one file in it.
///
/// Nothing is pruned while somebody else is there, for what is removed might be in another one's index. `flock` goes
/// with the process, however it ends. Nothing here ever waits: whoever can open the file could hold its lock for ever.
final class FolderLock: Sendable {
    /// Whether somebody who acts alone, or only pretends to, had the lock when this one came.
    let wasRefused: Bool
    private let file: Int32

    /// Takes the shared lock if it is free; a link in its place is not followed. Where the file system knows no locks, nobody else is seen and nothing is pruned.
    init(inside folder: String) {
        file = open(folder + "/.lock", O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else {
            wasRefused = false
            return
        }
        Self.restrict(file)
        wasRefused = flock(file, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK
    }

    deinit {
        if file >= 0 { close(file) }
    }

    /// Takes the shared lock where it could not be had before. To be called every minute or so.
    func join() {
        if file >= 0 { flock(file, LOCK_SH | LOCK_NB) }
    }

    /// Runs a body while nobody else uses the folder; does nothing when somebody does.
    ///
    /// - Returns: whether the body was run.
    func alone(_ body: () -> Void) -> Bool {
        guard file >= 0 else { return false }
        let alone = flock(file, LOCK_EX | LOCK_NB) == 0
        if alone { body() }
        // A failed change of the lock may have lost it, so it is taken again either way.
        join()
        return alone
    }

    /// Older releases made the file readable for everybody, and who can read it can lock it.
    private static func restrict(_ file: Int32) {
        var facts = stat()
        guard fstat(file, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG, facts.st_uid == geteuid() else { return }
        fchmod(file, 0o600)
    }
}
