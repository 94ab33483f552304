import Synchronization
import Testing

@testable import Sockets

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A small generator whose numbers are the same in every run.
struct SplitMix {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var value = state
        value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
        value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
        return value ^ (value >> 31)
    }
}

/// Writes an address in the system's form and reads it back.
func roundTrip(_ address: SocketAddress) -> SocketAddress? {
    address.withSockaddr { pointer, length in
        var storage = sockaddr_storage()
        memcpy(&storage, pointer, Int(length))
        return SocketAddress(storage)
    }
}

/// A value that is set once, by whomever, and for which any number of tasks wait.
final class Event<Value: Sendable>: Sendable {
    private struct State {
        var value: Value?
        var waiters: [CheckedContinuation<Value, Never>] = []
    }

    private let state = Mutex(State())

    func set(_ value: Value) {
        let waiters = state.withLock { state in
            guard state.value == nil else { return [CheckedContinuation<Value, Never>]() }
            state.value = value
            defer { state.waiters = [] }
            return state.waiters
        }
        for waiter in waiters { waiter.resume(returning: value) }
    }

    var value: Value {
        get async {
            await withCheckedContinuation { waiter in
                let value = state.withLock { state in
                    if state.value == nil { state.waiters.append(waiter) }
                    return state.value
                }
                if let value { waiter.resume(returning: value) }
            }
        }
    }
}

/// Counts, and tells when the count is reached.
final class Tally: Sendable {
    private let count = Mutex(0)
    private let goal: Int
    let reached = Event<Bool>()

    init(_ goal: Int) { self.goal = goal }

    func add() {
        let isReached = count.withLock { count in
            count += 1
            return count == goal
        }
        if isReached { reached.set(true) }
    }
}

extension Connection {
    func send(_ text: String) async throws {
        try await send(Array(text.utf8))
    }

    /// Receives until `count` bytes have come or the peer has ended.
    func receive(_ count: Int) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < count {
            let chunk = try await receive()
            if chunk.isEmpty { break }
            bytes += chunk
        }
        return bytes
    }

    /// Receives until the peer has ended.
    func receiveAll() async throws -> [UInt8] {
        try await receive(.max)
    }

    /// Whether the peer's end or its breaking off shows when one waits for bytes.
    func isEndedByPeer() async -> Bool {
        do throws(SocketError) {
            return try await receive().isEmpty
        } catch {
            return error == .reset
        }
    }
}

/// Runs `body` against a server on the loopback and stops it afterwards.
func withServer(
    _ readiness: ReadinessKind = .standard, loops: Int = 2, endpoint: String = "127.0.0.1:0",
    limits: SocketLimits = SocketLimits(), clock: LoopClock = LoopClock(),
    allows: @escaping @Sendable (SocketAddress) -> Bool = { _ in true },
    onRefusal: @escaping @Sendable (Refusal) -> Void = { _ in },
    accept: @escaping AcceptSource.Accept = { Posix.accept($0, peer: &$1) },
    handler: @escaping @Sendable (Connection) async -> Void,
    body: (Server, EventLoopGroup) async throws -> Void
) async throws {
    let group = try EventLoopGroup(count: loops, clock: clock, readiness: readiness)
    let server = Server(
        try Listener.bind(Endpoint(endpoint), limits: limits), group: group, limits: limits, clock: .continuous,
        admission: Admission(limits: limits, allows: allows, onRefusal: onRefusal), accept: accept)
    async let serving: Void = server.serve(handler: handler)
    do {
        try await body(server, group)
    } catch {
        server.stop(within: .zero)
        throw error
    }
    server.stop(within: .zero)
    try await serving
}

extension SocketLimits {
    /// The defaults, with a write deadline that is not reached on a busy machine either.
    static let patient: SocketLimits = {
        var limits = SocketLimits()
        limits.writeDeadline = .seconds(300)
        return limits
    }()
}

/// Runs `body` with both ends of one connection: the server's and the client's.
func withPair(
    _ readiness: ReadinessKind = .standard, limits: SocketLimits = .patient, clock: LoopClock = LoopClock(),
    body: (Connection, Connection) async throws -> Void
) async throws {
    let accepted = Event<Connection>()
    let done = Event<Bool>()
    try await withServer(readiness, limits: limits, clock: clock) { connection in
        accepted.set(connection)
        _ = await done.value
    } body: { server, group in
        let client = try await Connection.connect(
            to: server.listener.addresses[0], on: group.next(), timeout: limits.writeDeadline, limits: limits)
        defer {
            client.close()
            done.set(true)
        }
        let server = await accepted.value
        // Lets the kernel keep little, so that a sender soon has to wait for its peer.
        for connection in [server, client] { connection.shrinkBuffers() }
        try await body(server, client)
    }
}

/// The number of descriptors of this process that are sockets connected to or listening on a port.
func descriptors(withPort port: UInt16) -> Int {
    (0..<4096).count { descriptor in Posix.localAddress(Int32(descriptor))?.port == port }
}

extension EventLoopGroup {
    /// Returns when everything handed to the loops before has run.
    func settle() async {
        for loop in loops { await loop.barrier() }
    }
}

extension EventLoop {
    /// Looks at the deadlines by the loop's own clock, as its timer would, and returns when that is done.
    func checkDeadlines() async {
        await withCheckedContinuation { (done: CheckedContinuation<Void, Never>) in
            execute {
                self.expire()
                done.resume()
            }
        }
    }

    /// Returns when everything handed to the loop before has run: a task that prefers the loop has then got as far as
    /// its first wait.
    func barrier() async {
        await withCheckedContinuation { (done: CheckedContinuation<Void, Never>) in
            execute { done.resume() }
        }
    }

    /// How many sockets the loop watches.
    var registered: Int {
        get async {
            await withCheckedContinuation { (done: CheckedContinuation<Int, Never>) in
                execute { done.resume(returning: self.table.count) }
            }
        }
    }
}
