#if canImport(Glibc)
    /// The buffer epoll_wait(2) fills: an array of `struct epoll_event`, which is packed to twelve bytes on x86 and has
    /// sixteen elsewhere (linux/eventpoll.h).
    struct EpollEvents {
        #if arch(x86_64) || arch(i386)
            private static let stride = 12
        #else
            private static let stride = 16
        #endif
        private static let dataOffset = stride - 8

        // Bits and numbers from linux/eventpoll.h; they are the same on every architecture.
        static let input: UInt32 = 0x1
        static let output: UInt32 = 0x4
        static let error: UInt32 = 0x8
        static let hangup: UInt32 = 0x10
        static let peerHangup: UInt32 = 0x2000
        static let exclusive: UInt32 = 1 << 28
        static let edge: UInt32 = 1 << 31

        let base: UnsafeMutableRawPointer
        let capacity: Int

        init(capacity: Int) {
            self.capacity = capacity
            base = .allocate(byteCount: capacity * Self.stride, alignment: 16)
        }

        func deallocate() { base.deallocate() }

        subscript(index: Int) -> (events: UInt32, token: LoopToken) {
            let entry = base + index * Self.stride
            let data = entry.loadUnaligned(fromByteOffset: Self.dataOffset, as: UInt64.self)
            return (entry.loadUnaligned(as: UInt32.self), LoopToken(packed: data))
        }

        /// Writes one entry, as epoll_ctl(2) takes it, and hands it to `body`.
        static func withEvent<Result>(
            _ events: UInt32, _ token: LoopToken, _ body: (UnsafeMutableRawPointer) -> Result
        ) -> Result {
            var entry: (UInt64, UInt64) = (0, 0)
            return withUnsafeMutablePointer(to: &entry) { pointer in
                let raw = UnsafeMutableRawPointer(pointer)
                raw.storeBytes(of: events, as: UInt32.self)
                raw.storeBytes(of: token.packed, toByteOffset: dataOffset, as: UInt64.self)
                return body(raw)
            }
        }
    }
#endif
