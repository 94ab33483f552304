#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What changes in the life of a connection; always under the connection's lock, and so are all system calls on the
/// descriptor, so that none can reach a descriptor that has been closed and given to another.
struct ConnectionState {
    /// A task that waits for bytes, or (`taking` is false) for the notice that there are some.
    struct Receiver {
        let suspension: Suspension<Input>
        let operation: UInt64
        let deadline: LoopTime?
        let taking: Bool

        func isLate(_ now: LoopTime) -> Bool { deadline.map { $0 <= now } ?? false }
    }

    /// A task that waits to send the rest of its bytes, or for the connection to be made.
    struct Sender {
        let suspension: Suspension<SocketError?>
        let operation: UInt64
        let deadline: LoopTime
        let bytes: [UInt8]
        var sent: Int
    }

    /// −1 once closed on this side.
    var descriptor: Int32
    var token = LoopToken.none
    /// What has arrived and nobody has received.
    var backlog: [UInt8] = []
    /// Set when nothing more will arrive: ``Input/endOfFile`` or ``Input/failed(_:)``.
    var ended: Input?
    /// Whether reading has stopped because the backlog is full.
    var isPaused = false
    var isConnecting = false
    var receiver: Receiver?
    var sender: Sender?
    /// When the loop will look at the deadlines; nil when it will not.
    var look: LoopTime?
    /// Numbers the waits, so that a cancellation that comes late does not hit the next one.
    var operations: UInt64 = 0

    init(descriptor: Int32) {
        self.descriptor = descriptor
    }

    var isOpen: Bool { descriptor >= 0 }

    /// Whether a receiver need not wait.
    var hasInput: Bool { !backlog.isEmpty || ended != nil || !isOpen }

    /// What a receiver can have at once; nil when it must wait.
    mutating func takeInput(taking: Bool) -> Input? {
        guard isOpen else { return .failed(.closed) }
        guard backlog.isEmpty else {
            guard taking else { return .bytes([]) }
            defer { backlog = [] }
            return .bytes(backlog)
        }
        return ended
    }

    mutating func close(_ error: SocketError, _ wakeup: inout Wakeup) -> (Int32, LoopToken) {
        defer {
            descriptor = -1
            backlog = []
        }
        guard isOpen else { return (-1, .none) }
        if let receiver = receiver.take() { wakeup.receive(receiver.suspension, .failed(error)) }
        if let sender = sender.take() { wakeup.send(sender.suspension, error) }
        return (descriptor, token)
    }

    /// Reads until the socket is empty, the backlog is full, or the end shows.
    mutating func read(_ buffer: UnsafeMutableRawBufferPointer, limit: Int, toTheEnd: Bool, _ wakeup: inout Wakeup) {
        isPaused = false
        while ended == nil {
            let room = receiver?.taking == true ? buffer.count : min(buffer.count, limit - backlog.count)
            guard room > 0 else {
                isPaused = true
                return
            }
            let count = Posix.read(descriptor, into: .init(rebasing: buffer[..<room]))
            guard count > 0 else {
                if count != -Int(EAGAIN) { end(count == 0 ? .endOfFile : .failed(.reset), &wakeup) }
                return
            }
            deliver(buffer[..<count], &wakeup)
            // A short read has emptied the socket; an end that came before it would have been told with it.
            if count < room, !toTheEnd { return }
        }
    }

    private mutating func deliver(_ chunk: Slice<UnsafeMutableRawBufferPointer>, _ wakeup: inout Wakeup) {
        guard let receiver = receiver.take() else {
            backlog.append(contentsOf: chunk)
            return
        }
        if receiver.taking {
            wakeup.receive(receiver.suspension, .bytes(Array(chunk)))
        } else {
            backlog.append(contentsOf: chunk)
            wakeup.receive(receiver.suspension, .bytes([]))
        }
    }

    private mutating func end(_ input: Input, _ wakeup: inout Wakeup) {
        ended = input
        if let receiver = receiver.take() { wakeup.receive(receiver.suspension, input) }
        if case .failed(let error) = input, let sender = sender.take() { wakeup.send(sender.suspension, error) }
    }

    mutating func nextOperation() -> UInt64 {
        operations += 1
        return operations
    }

    /// Whether the loop must be told of a deadline: not when it looks earlier anyway. Deadlines mostly are never
    /// reached, so most of them cost nothing but this comparison.
    mutating func needsLook(at deadline: LoopTime?) -> Bool {
        guard let deadline else { return false }
        if let look, look <= deadline { return false }
        look = deadline
        return true
    }
}
