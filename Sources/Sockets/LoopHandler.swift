/// What a loop calls when a descriptor is ready or a deadline has passed. Both are called on the loop.
protocol LoopHandler: AnyObject, Sendable {
    func ready(_ readiness: Readiness, on loop: EventLoop)

    /// Called with the loop's time when the deadline last given to ``EventLoop/arm(_:at:)`` has passed.
    /// Returns the next one, nil for none.
    func deadlinePassed(_ now: LoopTime, on loop: EventLoop) -> LoopTime?
}
