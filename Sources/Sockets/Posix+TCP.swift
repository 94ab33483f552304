#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension Posix {
    /// The options every connection has. On Linux an accepted socket inherits them from the listening one, so that
    /// they cost nothing per connection.
    static func setConnectionOptions(_ descriptor: Int32, _ keepAlive: KeepAlive?) {
        let tcp = Int32(IPPROTO_TCP)
        setOption(descriptor, tcp, TCP_NODELAY, 1)
        guard let keepAlive else { return }
        setOption(descriptor, SOL_SOCKET, SO_KEEPALIVE, 1)
        #if canImport(Glibc)
            setOption(descriptor, tcp, TCP_KEEPIDLE, seconds(keepAlive.idle))
        #else
            setOption(descriptor, tcp, TCP_KEEPALIVE, seconds(keepAlive.idle))
        #endif
        setOption(descriptor, tcp, TCP_KEEPINTVL, seconds(keepAlive.interval))
        setOption(descriptor, tcp, TCP_KEEPCNT, Int32(clamping: max(1, keepAlive.probes)))
        // Nothing is probed while bytes of ours are unanswered; those the kernel would repeat for a quarter of an hour.
        #if canImport(Glibc)
            setOption(descriptor, tcp, TCP_USER_TIMEOUT, milliseconds(keepAlive))
        #endif
    }

    /// The whole time after which a silent peer is gone, in milliseconds.
    private static func milliseconds(_ keepAlive: KeepAlive) -> Int32 {
        let probes = Int64(min(127, max(1, keepAlive.probes)))
        return Int32(clamping: (Int64(seconds(keepAlive.idle)) + probes * Int64(seconds(keepAlive.interval))) * 1_000)
    }

    /// Whole seconds, at least one: 0 would be refused by the kernel. 32,767 is its largest value.
    private static func seconds(_ duration: Duration) -> Int32 {
        Int32(min(32_767, max(1, duration.components.seconds)))
    }
}
