import Dispatch

/// One Dispatch source for each socket. It needs nothing but Dispatch, and so serves every system.
final class DispatchPoller: Poller {
    /// The sources of one descriptor, and what is left to do before it may be closed: Dispatch wants every source on
    /// it cancelled first.
    private final class Watch {
        let token: LoopToken
        var reading: (any DispatchSourceRead)?
        var writing: (any DispatchSourceWrite)?
        var paused = false

        init(_ token: LoopToken) { self.token = token }
    }

    private let queue: DispatchQueue
    private weak var loop: EventLoop?
    private var watches: [Int32: Watch] = [:]
    let interrupter: LoopInterrupter? = nil

    init(queue: DispatchQueue) {
        self.queue = queue
    }

    func start(_ loop: EventLoop) {
        self.loop = loop
    }

    func watch(_ descriptor: Int32, _ token: LoopToken, writing: Bool) {
        watchListener(descriptor, token)
        if writing { watchWriting(descriptor, token) }
    }

    func watchListener(_ descriptor: Int32, _ token: LoopToken) {
        let watch = Watch(token)
        watches[descriptor] = watch
        let source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: queue)
        // Each time to the end: of a socket that both sides have ended (EPOLLHUP), Dispatch tells once and never again,
        // and does not say that it was the last time.
        source.setEventHandler { [weak loop] in loop?.signal(token, [.readable, .ended]) }
        source.resume()
        watch.reading = source
    }

    func watchWriting(_ descriptor: Int32, _ token: LoopToken) {
        guard let watch = watches[descriptor], watch.writing == nil else { return }
        let source = DispatchSource.makeWriteSource(fileDescriptor: descriptor, queue: queue)
        source.setEventHandler { [weak self] in
            guard let self, let watch = watches[descriptor], watch.token == token else { return }
            watch.writing?.cancel()
            watch.writing = nil
            loop?.signal(token, .writable)
        }
        source.resume()
        watch.writing = source
    }

    func pauseReading(_ descriptor: Int32) {
        guard let watch = watches[descriptor], !watch.paused else { return }
        watch.paused = true
        watch.reading?.suspend()
    }

    func resumeReading(_ descriptor: Int32) {
        guard let watch = watches[descriptor], watch.paused else { return }
        watch.paused = false
        watch.reading?.resume()
    }

    func unwatch(_ descriptor: Int32) {
        end(descriptor) {}
    }

    func close(_ descriptor: Int32) {
        end(descriptor) { Posix.close(descriptor) }
    }

    func poll(milliseconds: Int32) -> Int { 0 }

    func notice(_ index: Int) -> (LoopToken, Readiness) { (.none, []) }

    /// Cancels the sources, of which none may be suspended, and calls `done` when Dispatch has let go of them all.
    private func end(_ descriptor: Int32, _ done: @escaping @Sendable () -> Void) {
        guard let watch = watches.removeValue(forKey: descriptor) else {
            done()
            return
        }
        let group = DispatchGroup()
        for source in [watch.reading as (any DispatchSourceProtocol)?, watch.writing].compactMap(\.self) {
            group.enter()
            source.setCancelHandler { group.leave() }
            source.cancel()
        }
        if watch.paused { watch.reading?.resume() }
        group.notify(queue: queue, execute: done)
    }
}
