#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Tells whether other processes use the folder of the sounds: each holds a shared lock on one file in it.
///
/// Nothing is pruned while somebody else is there, for what is removed might be in another one's index. `flock` goes
/// with the process, however it ends.
final class FolderLock: Sendable {
    private let file: Int32

    /// Takes the shared lock; a link in its place is not followed. Where the file system knows no locks, nobody else is seen and nothing is pruned.
    init(inside folder: String) {
        file = open(folder + "/.lock", O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
        if file >= 0 { flock(file, LOCK_SH) }
    }

    deinit {
        if file >= 0 { close(file) }
    }

    /// Runs a body while nobody else uses the folder; does nothing when somebody does.
    ///
    /// - Returns: whether the body was run.
    func alone(_ body: () -> Void) -> Bool {
        guard file >= 0 else { return false }
        let alone = flock(file, LOCK_EX | LOCK_NB) == 0
        if alone { body() }
        // A failed change of the lock may have lost it, so it is taken again either way.
        flock(file, LOCK_SH)
        return alone
    }
}
