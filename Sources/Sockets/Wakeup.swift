/// The tasks to resume once the connection's lock is no longer held.
struct Wakeup {
    private var receiver: (Suspension<Input>, Input)?
    private var sender: (Suspension<SocketError?>, SocketError?)?

    mutating func receive(_ suspension: Suspension<Input>, _ input: Input) {
        receiver = (suspension, input)
    }

    /// `error` is nil when all has been sent.
    mutating func send(_ suspension: Suspension<SocketError?>, _ error: SocketError?) {
        sender = (suspension, error)
    }

    func resume() {
        if let (suspension, input) = receiver { suspension.resume(returning: input) }
        if let (suspension, error) = sender { suspension.resume(returning: error) }
    }
}
