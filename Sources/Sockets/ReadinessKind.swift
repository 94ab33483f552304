import Dispatch

/// By which of its two pollers a loop learns what is ready.
enum ReadinessKind: Sendable, CaseIterable {
    #if canImport(Glibc)
        /// One Dispatch source for the loop, over an epoll descriptor that gathers its sockets.
        case gathered
    #endif
    /// One Dispatch source for each socket: everywhere, and dearer.
    case perSocket

    /// The cheapest this system has.
    static var standard: ReadinessKind {
        #if canImport(Glibc)
            .gathered
        #else
            .perSocket
        #endif
    }

    func poller(on queue: DispatchQueue) throws(SocketError) -> any Poller {
        switch self {
        #if canImport(Glibc)
            case .gathered:
                if let calls = LinuxCalls.shared { return try EpollPoller(calls, queue: queue) }
                return DispatchPoller(queue: queue)
        #endif
        case .perSocket: return DispatchPoller(queue: queue)
        }
    }
}
