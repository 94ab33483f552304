/// Tells a loop which descriptors are ready. Called on the loop only.
///
/// Notices are edges: after one, a reader reads until nothing is left (or asks again by itself), because no second
/// notice comes for the same bytes. A poller may tell more often than needed, never less.
protocol Poller: AnyObject {
    /// Begins to serve the loop, which it must not keep alive.
    func start(_ loop: EventLoop)

    /// Watches a connection for bytes to read, and when `writing` also for room to write.
    func watch(_ descriptor: Int32, _ token: LoopToken, writing: Bool)

    /// Watches a listening socket; here the notice is repeated as long as connections wait.
    func watchListener(_ descriptor: Int32, _ token: LoopToken)

    /// Asks for one notice when the connection, already watched, has room to write.
    func watchWriting(_ descriptor: Int32, _ token: LoopToken)

    /// Asks for no more notices of bytes to read, because nobody would read them or nothing more will come.
    func pauseReading(_ descriptor: Int32)

    /// Takes ``pauseReading(_:)`` back. What came in between need not be told: the reader looks by itself.
    func resumeReading(_ descriptor: Int32)

    /// Ends the watch and leaves the descriptor open.
    func unwatch(_ descriptor: Int32)

    /// Ends the watch and closes the descriptor as soon as nothing of the poller's uses it any more.
    func close(_ descriptor: Int32)

    /// Asks the kernel what is ready, waiting up to `milliseconds`, and returns how many notices there are.
    func poll(milliseconds: Int32) -> Int

    /// One of the notices of the last ``poll(milliseconds:)``.
    func notice(_ index: Int) -> (LoopToken, Readiness)

    /// Ends a wait in ``poll(milliseconds:)`` from any thread.
    var interrupter: LoopInterrupter? { get }
}
