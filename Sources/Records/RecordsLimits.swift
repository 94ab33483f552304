/// The limits of the records, each with its reason.
public struct RecordsLimits: Sendable, Hashable {
    /// A promise that is not on disk after so long is given up: the caller hears silence meanwhile. Default 3 s.
    public var commitDeadline: Duration = .seconds(3)
    /// So long SQLite waits for another process's lock. Shorter than the deadline, so that a lock is told in SQLite's
    /// words. Default 2 s.
    public var busyTimeout: Duration = .seconds(2)
    /// So long queued rows may gather before they are written together; a crash loses them. Default 0.1 s.
    public var gathering: Duration = .milliseconds(100)
    /// So long after a failed write of queued rows it is tried again, when no promise tries it before. Default 1 s.
    public var retryDelay: Duration = .seconds(1)
    /// So many promises go into one transaction. Default 512.
    public var promisesInTransaction = 512
    /// So many queued rows go into one transaction; promises that come meanwhile wait for them. Default 512.
    public var queuedInTransaction = 512
    /// So many rows may be queued; then the oldest steps are dropped. Default 20,000, some 10 MB.
    public var queued = 20_000
    /// A file of so many bytes at most is read through when a server opens it, so that damage is found before the first
    /// call; a larger one would keep callers waiting. Default 256 MiB, about a second.
    public var checkedBytes = 256 << 20
    /// `earlierCalls` knows the calls of so many hours: a local day, and a zone's difference. Default 36 h.
    public var recentWindow: Duration = .seconds(36 * 3600)
    /// `earlierCalls` knows at most so many calls. Default 200,000, some 30 MB.
    public var recentCalls = 200_000

    /// So many requests of one number are taken in 24 hours, and so often one of them tells staff again when it is
    /// repeated; a number that asks more often is somebody's joke on its owner. Default 20.
    public var callbacksPerNumber = 20
    /// So many requests are taken in an hour, of all callers together: a flood must not fill the disk, nor the mailboxes.
    /// Default 10,000.
    public var callbacksPerHour = 10_000

    /// The defaults.
    public init() {}
}
