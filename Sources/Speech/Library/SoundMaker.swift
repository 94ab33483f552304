internal import Dispatch
internal import Reception
internal import Synchronization

/// The two threads on which sounds are made: one for the speech engine, one for arithmetic and files.
///
/// While one sound is levelled and written the next one is spoken. Neither thread is of the cooperative pool, so a slow
/// engine or disk holds up nothing but sounds.
final class SoundMaker: Sendable {
    let composer: SoundComposer
    private let clock: any Clock<Duration>
    private let engine = DispatchQueue(label: "attendant.speech.engine")
    private let files = DispatchQueue(label: "attendant.speech.files")
    private let backlog: Backlog
    private let suspect = Mutex(false)
    private let counts = Mutex(SpeechStatistics())

    /// A maker of sounds.
    ///
    /// - Parameter clock: what deadlines are measured with.
    init(_ composer: SoundComposer, clock: any Clock<Duration>) {
        self.composer = composer
        backlog = Backlog(limit: composer.limits.unfinishedBytes)
        self.clock = clock
    }

    /// Whether the engine has been in one call for longer than anybody waits. It is asked nothing new until it returns:
    /// a process that hangs is killed after a while, a C call that hangs in this one can only be left behind.
    var isSuspect: Bool {
        suspect.withLock { $0 }
    }

    /// What was done so far.
    var statistics: SpeechStatistics {
        var counts = counts.withLock { $0 }
        counts.restarts = composer.synthesizer.restarts
        return counts
    }

    /// A sound was asked for that was there.
    func noteReady() { counts.withLock { $0.ready += 1 } }

    private func note<Failure>(_ made: Result<FinishedSound, Failure>, _ synthesis: Duration) {
        counts.withLock { counts in
            counts.synthesis += synthesis
            if case .success = made { counts.made += 1 } else { counts.failed += 1 }
        }
    }

    /// Makes a sound; `finish` runs on the thread for files. A flight that nobody wants any more when the engine comes to
    /// it is not made, and `finish` not called.
    func make(
        _ prompt: SpokenPrompt, for flight: Flight,
        finish: @escaping @Sendable (Result<FinishedSound, PromptError>) -> Void
    ) {
        engine.async { [self] in
            backlog.waitForRoom()
            guard flight.begin() else { return }
            let began = ContinuousClock.now
            let parts = Result { () throws(PromptError) in
                try composer.parts(of: prompt, isWanted: flight.isWanted)
            }
            let synthesis = ContinuousClock.now - began
            flight.stage = .finishing
            suspect.withLock { $0 = false }
            let bytes = ((try? parts.get()) ?? []).reduce(0) { $0 + $1.bytes }
            backlog.add(bytes)
            files.async { [self] in
                defer { backlog.remove(bytes) }
                let made = parts.flatMap { parts in Result { () throws(PromptError) in try composer.join(parts) } }
                note(made, synthesis)
                finish(made)
            }
        }
    }

    /// Waits for the end of a flight, but not for ever.
    ///
    /// - Throws: what the flight failed with; `.synthesis` when it took too long or the waiting task was cancelled.
    func wait(for flight: Flight, _ prompt: SpokenPrompt) async throws(PromptError) -> Flight.Made {
        let patience = composer.limits.patience(for: prompt)
        let outcome = await withTaskGroup(of: Flight.Outcome?.self) { [clock] group in
            group.addTask { await flight.outcome() }
            group.addTask {
                try? await clock.sleep(for: patience)
                return nil
            }
            let first = await group.next() ?? nil
            group.cancelAll()
            return first
        }
        if let outcome { return try outcome.get() }
        guard !Task.isCancelled else { throw .unwanted }
        if flight.stage == .speaking { suspect.withLock { $0 = true } }
        throw .synthesis("it took longer than \(patience)")
    }

    /// Runs something that blocks on the thread for files, without waiting for it.
    func inBackground(_ body: @escaping @Sendable () -> Void) {
        files.async(execute: body)
    }

    /// Runs something that blocks on the thread for files.
    func onFiles<Value: Sendable>(_ body: @escaping @Sendable () -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            files.async { continuation.resume(returning: body()) }
        }
    }

    /// The same for somebody with a caller on the line: nil when the disk has not answered within `patience`.
    func onFiles<Value: Sendable>(
        within patience: Duration, _ body: @escaping @Sendable () -> Value
    ) async -> Value? {
        let answer = FirstAnswer<Value?>()
        files.async { answer.give(body()) }
        let watch = Task { [clock] in
            try? await clock.sleep(for: patience)
            answer.give(nil)
        }
        defer { watch.cancel() }
        return await answer.value()
    }
}
