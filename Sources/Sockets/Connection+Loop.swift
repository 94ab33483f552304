import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What the loop does with a connection. All of it runs on the loop.
extension Connection: LoopHandler {
    func ready(_ readiness: Readiness, on loop: EventLoop) {
        var wakeup = Wakeup()
        state.withLock { state in
            guard state.isOpen else { return }
            if state.isConnecting { state.finishConnecting(&wakeup) }
            if !readiness.isDisjoint(with: [.writable, .ended]) { state.write(&wakeup) }
            if !readiness.isDisjoint(with: [.readable, .ended]) {
                let toTheEnd = readiness.contains(.ended)
                state.read(loop.buffer, limit: backlogBytes, toTheEnd: toTheEnd, &wakeup)
                if state.isPaused || state.ended != nil { loop.poller.pauseReading(state.descriptor) }
            }
            if state.sender != nil { loop.poller.watchWriting(state.descriptor, state.token) }
        }
        wakeup.resume()
    }

    func deadlinePassed(_ now: LoopTime, on loop: EventLoop) -> LoopTime? {
        let (late, stuck, next) = state.withLock { state in
            state.look = nil
            let late = state.receiver.map { $0.isLate(now) } == true ? state.receiver.take() : nil
            let stuck = state.sender.map { $0.deadline <= now } == true
            let next = [state.receiver?.deadline, state.sender?.deadline].compactMap(\.self).min()
            state.look = stuck ? nil : next
            return (late, stuck, next)
        }
        late?.suspension.resume(returning: .failed(.receiveTimedOut))
        if stuck { end(.sendTimedOut) }
        return stuck ? nil : next
    }

    /// Reads on after the backlog was full and has been fetched.
    func resumeReading() {
        let descriptor = state.withLock { $0.isPaused ? $0.descriptor : -1 }
        guard descriptor >= 0 else { return }
        loop.poller.resumeReading(descriptor)
        ready([.readable, .ended], on: loop)
    }

    func watchWriting() {
        state.withLock { state in
            if state.isOpen, state.sender != nil { loop.poller.watchWriting(state.descriptor, state.token) }
        }
    }

    /// Has the loop look at the deadlines at `due`. From anywhere.
    func arm(_ due: LoopTime) {
        let token = state.withLock { $0.token }
        if loop.isCurrent {
            loop.arm(token, at: due)
        } else {
            loop.execute { [loop] in loop.arm(token, at: due) }
        }
    }
}
