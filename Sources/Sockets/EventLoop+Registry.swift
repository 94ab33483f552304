import Dispatch
import Synchronization

extension EventLoop {
    /// Gives a handler its token. On the loop only, like everything here.
    func register(_ handler: any LoopHandler) -> LoopToken {
        assert(isCurrent)
        return table.insert(handler)
    }

    /// Takes a token back.
    func unregister(_ token: LoopToken) {
        assert(isCurrent)
        if table.remove(token) { wheel.remove(token.slot) }
    }

    /// Forgets a handler, if it has been registered, and closes its descriptor. Descriptors are closed here only, so
    /// that what runs on the loop may use one without fear that it becomes another's meanwhile.
    func retire(_ token: LoopToken, closing descriptor: Int32) {
        assert(isCurrent)
        unregister(token)
        poller.close(descriptor)
    }

    /// Sets the handler's deadline in place of the one it has.
    func arm(_ token: LoopToken, at due: LoopTime) {
        assert(isCurrent)
        guard table.handler(of: token) != nil else { return }
        wheel.schedule(token.slot, at: due)
        setTimer(for: due)
    }

    func timerFired() {
        owner.store(Self.thisThread, ordering: .relaxed)
        armed = nil
        expire()
        turn()
    }

    /// Tells every handler whose deadline has passed.
    func expire() {
        assert(isCurrent)
        let now = clock.now
        for slot in wheel.expire(now) {
            guard let token = table.token(at: slot), let handler = table.handler(of: token) else { continue }
            if let next = handler.deadlinePassed(now, on: self), table.handler(of: token) != nil {
                wheel.schedule(slot, at: next)
            }
        }
        if let next = wheel.nextLook { setTimer(for: next) }
    }

    private func setTimer(for due: LoopTime) {
        if let armed, armed <= due { return }
        armed = due
        let wait = max(0, due.nanoseconds - clock.now.nanoseconds)
        timer.schedule(deadline: .now() + .nanoseconds(Int(wait)), leeway: .milliseconds(5))
    }
}
