#if canImport(Glibc)
    import Glibc

    /// System calls of Linux that the C library has and Swift's view of it lacks, because `<sys/epoll.h>`,
    /// `<sys/eventfd.h>` and the GNU part of `<sys/socket.h>` are not in its module. They are looked up by name, once.
    struct LinuxCalls: Sendable {
        typealias Accept4 =
            @convention(c) (Int32, UnsafeMutablePointer<sockaddr>?, UnsafeMutablePointer<socklen_t>?, Int32) -> Int32
        typealias EpollCreate = @convention(c) (Int32) -> Int32
        typealias EpollControl = @convention(c) (Int32, Int32, Int32, UnsafeMutableRawPointer?) -> Int32
        typealias EpollWait = @convention(c) (Int32, UnsafeMutableRawPointer, Int32, Int32) -> Int32
        typealias EventDescriptor = @convention(c) (UInt32, Int32) -> Int32

        let accept4: Accept4
        let epollCreate: EpollCreate
        let epollControl: EpollControl
        let epollWait: EpollWait
        let eventDescriptor: EventDescriptor

        /// Nil where the C library lacks one of them; then everything goes through Dispatch and POSIX.
        static let shared = LinuxCalls()

        private init?() {
            guard let accept4 = Self.find("accept4", Accept4.self),
                let epollCreate = Self.find("epoll_create1", EpollCreate.self),
                let epollControl = Self.find("epoll_ctl", EpollControl.self),
                let epollWait = Self.find("epoll_wait", EpollWait.self),
                let eventDescriptor = Self.find("eventfd", EventDescriptor.self)
            else { return nil }
            self.accept4 = accept4
            self.epollCreate = epollCreate
            self.epollControl = epollControl
            self.epollWait = epollWait
            self.eventDescriptor = eventDescriptor
        }

        private static func find<Function>(_ name: String, _ type: Function.Type) -> Function? {
            dlsym(nil, name).map { unsafeBitCast($0, to: type) }
        }
    }
#endif
