import Dispatch
import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The loops of a program, one for each core. Connections are spread over them and stay where they are.
public final class EventLoopGroup: Sendable {
    /// The loops; never empty.
    public let loops: [EventLoop]
    private let turn = Atomic<Int>(0)

    /// Makes `count` loops, at least one; as many as this machine has cores when it is not given.
    ///
    /// - Throws: ``SocketError/noDescriptor(code:)`` when the process has no descriptor left; a loop takes two.
    public convenience init(count: Int? = nil) throws(SocketError) {
        try self.init(count: count ?? Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))), clock: LoopClock())
    }

    init(count: Int, clock: LoopClock, readiness: ReadinessKind = .standard) throws(SocketError) {
        var loops: [EventLoop] = []
        for number in 0..<max(1, count) {
            loops.append(try EventLoop(number: number, clock: clock, readiness: readiness))
        }
        self.loops = loops
    }

    /// The next loop in turn.
    public func next() -> EventLoop {
        let (number, _) = turn.wrappingAdd(1, ordering: .relaxed)
        return loops[Int(UInt(bitPattern: number) % UInt(loops.count))]
    }
}
