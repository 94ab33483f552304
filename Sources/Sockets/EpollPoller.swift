#if canImport(Glibc)
    import Dispatch
    import Glibc

    /// Gathers the readiness of all sockets of a loop in one epoll descriptor, which one Dispatch source watches.
    ///
    /// A Dispatch source for each socket costs a wake-up of Dispatch's manager thread, two calls of epoll_ctl and a
    /// change of threads for each chunk received; this costs that once for all that is ready at a time, and one call of
    /// epoll_ctl in the life of a connection.
    final class EpollPoller: Poller {
        private let calls: LinuxCalls
        private let epoll: Int32
        private let event: Int32
        private let source: any DispatchSourceRead
        private let events = EpollEvents(capacity: 512)
        let interrupter: LoopInterrupter?

        /// - Throws: ``SocketError/noDescriptor(code:)``; it takes two.
        init(_ calls: LinuxCalls, queue: DispatchQueue) throws(SocketError) {
            self.calls = calls
            epoll = calls.epollCreate(O_CLOEXEC)
            guard epoll >= 0 else { throw .noDescriptor(code: errno) }
            event = calls.eventDescriptor(0, O_CLOEXEC | O_NONBLOCK)
            guard event >= 0 else {
                let code = errno
                Posix.close(epoll)
                throw .noDescriptor(code: code)
            }
            interrupter = LoopInterrupter(descriptor: event)
            source = DispatchSource.makeReadSource(fileDescriptor: epoll, queue: queue)
            let descriptors = (epoll, event)
            source.setCancelHandler {
                Posix.close(descriptors.0)
                Posix.close(descriptors.1)
            }
            control(.add, event, .none, EpollEvents.input)
        }

        deinit {
            source.cancel()
            events.deallocate()
        }

        func start(_ loop: EventLoop) {
            source.setEventHandler { [weak loop] in loop?.turn() }
            source.resume()
        }

        private static let reading = EpollEvents.input | EpollEvents.peerHangup | EpollEvents.edge

        func watch(_ descriptor: Int32, _ token: LoopToken, writing: Bool) {
            control(.add, descriptor, token, writing ? Self.reading | EpollEvents.output : Self.reading)
        }

        func watchListener(_ descriptor: Int32, _ token: LoopToken) {
            // One waiting loop is woken for a new connection, not all of them.
            control(.add, descriptor, token, EpollEvents.input | EpollEvents.exclusive)
        }

        func watchWriting(_ descriptor: Int32, _ token: LoopToken) {
            control(.modify, descriptor, token, Self.reading | EpollEvents.output)
        }

        func pauseReading(_ descriptor: Int32) {}

        func resumeReading(_ descriptor: Int32) {}

        func unwatch(_ descriptor: Int32) {
            control(.remove, descriptor, .none, 0)
        }

        func close(_ descriptor: Int32) {
            // The last close takes a socket out of every epoll set (epoll(7), question 6).
            Posix.close(descriptor)
        }

        func poll(milliseconds: Int32) -> Int {
            max(0, Int(calls.epollWait(epoll, events.base, Int32(events.capacity), milliseconds)))
        }

        func notice(_ index: Int) -> (LoopToken, Readiness) {
            let (bits, token) = events[index]
            guard token != .none else {
                var counter: UInt64 = 0
                withUnsafeMutableBytes(of: &counter) { _ = Posix.get(event, $0) }
                return (token, [])
            }
            var readiness: Readiness = []
            if bits & EpollEvents.input != 0 { readiness.insert(.readable) }
            if bits & EpollEvents.output != 0 { readiness.insert(.writable) }
            if bits & (EpollEvents.peerHangup | EpollEvents.hangup | EpollEvents.error) != 0 {
                readiness.insert(.ended)
            }
            return (token, readiness)
        }

        /// The operations of epoll_ctl(2).
        private enum Operation: Int32 {
            case add = 1
            case remove = 2
            case modify = 3
        }

        private func control(_ operation: Operation, _ descriptor: Int32, _ token: LoopToken, _ events: UInt32) {
            EpollEvents.withEvent(events, token) { event in
                _ = calls.epollControl(epoll, operation.rawValue, descriptor, event)
            }
        }
    }
#endif
