import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// How many descriptors the process may open (getrlimit(2), `RLIMIT_NOFILE`): the soft limit that holds, and the hard
/// one up to which a process may raise it.
public enum DescriptorLimit {
    /// Descriptors between the two that nobody gets in the course of things: they serve to turn callers away when
    /// there is none left.
    static let spare: rlim_t = 32
    /// What is asked for: three times the connections that a server takes unless it is told otherwise, and not so many
    /// that a program which walks through all that could be open, before it starts another, takes long.
    static let enough: rlim_t = 65_536

    /// Only one at a time changes the limit, or what one put back would be what another had raised.
    private static let changing = Mutex(())

    /// Raises the soft limit to what a server of many calls needs, and keeps a few descriptors below the hard limit
    /// apart. What cannot be changed stays as it is; that is no error, the server only holds fewer calls.
    public static func prepare() {
        changing.withLock { _ in
            guard var limit = read() else { return }
            let most = limit.rlim_max > spare * 2 ? limit.rlim_max - spare : limit.rlim_max
            limit.rlim_cur = min(max(limit.rlim_cur, enough), most)
            write(limit)
        }
    }

    /// What `body` returns with ``spare`` more descriptors; nil, and `body` not called, where the hard limit does not
    /// let there be more.
    static func withSpare<Result>(_ body: () -> Result) -> Result? {
        changing.withLock { _ in
            guard let limit = read(), limit.rlim_cur < limit.rlim_max else { return nil }
            var raised = limit
            // Not by addition: an unlimited value is the greatest there is.
            raised.rlim_cur = limit.rlim_max - limit.rlim_cur > spare ? limit.rlim_cur + spare : limit.rlim_max
            guard write(raised) else { return nil }
            defer { write(limit) }
            return body()
        }
    }

    private static func read() -> rlimit? {
        var limit = rlimit()
        return getrlimit(resource, &limit) == 0 ? limit : nil
    }

    @discardableResult
    private static func write(_ limit: rlimit) -> Bool {
        var limit = limit
        return setrlimit(resource, &limit) == 0
    }

    #if canImport(Glibc)
        private static let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    #else
        private static let resource = RLIMIT_NOFILE
    #endif
}
