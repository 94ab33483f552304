internal import Synchronization

/// eSpeak NG in a process of its own, which is started anew when it crashes and killed when it hangs: that costs one
/// prompt and no call.
///
/// A call blocks its thread, as `Synthesizer` says, but never longer than the answer's time. The process ends with its
/// standard input, and so with us, however we end.
public final class ESpeakProcess: Synthesizer {
    /// As the engine in the process tells it.
    public let identity: String
    /// As the engine in the process tells it.
    public let sampleRate: Int

    /// How long is waited.
    public struct Times: Sendable {
        /// For an answer, besides `character`. Ten seconds of speech take about 20 ms.
        public var answer: Duration = .seconds(5)
        /// What is added for each character of a text.
        public var character: Duration = .milliseconds(1)
        /// For the engine's start.
        public var start: Duration = .seconds(10)

        /// The defaults.
        public init() {}
    }

    /// What became of a process.
    public struct Fault: Sendable, Equatable {
        /// Why it was given up, and how it ended.
        public let reason: String
        /// The voice it spoke with; nil: it did not speak.
        public let voice: String?
    }

    /// What an engine answers: samples, or why there are none.
    private typealias Answer = Result<[Int16], SynthesisError>

    private struct State {
        var child: WorkerChild?
        var pace = WorkerPace()
        var deadly = DeadlyTexts()
    }

    private let words: [String]
    private let name: String
    private let times: Times
    private let now: @Sendable () -> ContinuousClock.Instant
    private let onFault: @Sendable (Fault) -> Void
    /// Held while a text is spoken.
    private let state: Mutex<State>
    private let deaths = Atomic(0)

    /// Starts a process and waits until its engine is ready. Blocks.
    ///
    /// - Parameters:
    ///   - words: the path of the program and its arguments; it calls `SpeechWorker.run()`.
    ///   - name: what it is called in lists of processes.
    ///   - now: what the pauses between starts are measured with.
    ///   - onFault: told of each process that was lost, on the thread of a call.
    /// - Throws: `SynthesisError`: `notStarted`, or what the engine says.
    public init(
        _ words: [String], name: String, times: Times = Times(),
        now: @escaping @Sendable () -> ContinuousClock.Instant = { .now },
        onFault: @escaping @Sendable (Fault) -> Void = { _ in }
    ) throws(SynthesisError) {
        (self.words, self.name, self.times, self.now, self.onFault) = (words, name, times, now, onFault)
        let (child, ready) = try Self.start(words, name, times)
        (identity, sampleRate) = (ready.identity, ready.sampleRate)
        state = Mutex(State(child: child))
    }

    /// How often a process was lost and had to be started anew.
    public var restarts: Int { deaths.load(ordering: .relaxed) }

    /// The process's number; nil while there is none. Waits for a text that is being spoken.
    var process: Int32? { state.withLock { $0.child?.process } }

    /// Whether the process waits for a text, as far as can be seen from outside.
    var isIdle: Bool { state.withLock { $0.child?.isIdle ?? false } }

    /// Kills the process, for tests.
    func kill() { state.withLock { _ = $0.child?.end() } }

    /// Speaks a text. See `Synthesizer`.
    ///
    /// A process that ends is tried once more with the same text: it may have been killed for a reason of its own.
    public func samples(for text: String, voice: SpokenVoice, limit: Int) throws(SynthesisError) -> [Int16] {
        let limit = min(limit, WorkerFrame.sampleBytes / 2)
        let request = WorkerRequest(text: text, voice: voice, limit: limit)
        guard let frame = request.frame else {
            throw .lost("takes \(WorkerFrame.requestBytes) bytes with the voice, not \(text.utf8.count)")
        }
        let deadline = WorkerChild.Deadline(times.answer + times.character * text.unicodeScalars.count)
        return try state.withLock { state throws(SynthesisError) in
            guard !state.deadly.contains(request.key, at: now()) else {
                throw .lost("was ended by this text a short while ago")
            }
            var answer = try attempt(frame, voice, limit, deadline, &state)
            if case .failure(.ended) = answer { answer = try attempt(frame, voice, limit, deadline, &state) }
            switch answer {
            case .success(let answer): return try answer.get()
            case .failure(let failure):
                // One that ended was tried twice.
                state.deadly.add(request.key, times: failure == .ended ? 2 : 1, at: now())
                throw .lost("\(failure)")
            }
        }
    }

    private func attempt(
        _ frame: WorkerFrame, _ voice: SpokenVoice, _ limit: Int, _ deadline: WorkerChild.Deadline,
        _ state: inout State
    ) throws(SynthesisError) -> Result<Answer, WorkerFailure> {
        let child = try live(&state)
        do throws(WorkerFailure) {
            let answer = try Self.ask(child, frame, limit: limit, deadline)
            state.pace.noteAnswer()
            return .success(answer)
        } catch {
            give(up: &state, "\(error)", voice)
            return .failure(error)
        }
    }

    /// The process, started if there is none, or none that lives.
    private func live(_ state: inout State) throws(SynthesisError) -> WorkerChild {
        if let child = state.child {
            if child.isIdle { return child }
            give(up: &state, "ended, or spoke unasked, between two texts", nil)
        }
        if let wait = state.pace.wait(at: now()) { throw .lost("died again and again; the next start is in \(wait)") }
        do throws(SynthesisError) {
            let (child, ready) = try Self.start(words, name, times)
            guard ready.sampleRate == sampleRate else { throw .notStarted("it has another sample rate now") }
            // Another identity is a package that was replaced under us; an engine inside this process would read its new
            // files just so. The next start of the server makes all sounds anew.
            state.child = child
            return child
        } catch {
            state.pace.noteDeath(at: now())
            onFault(Fault(reason: error.description, voice: nil))
            throw error
        }
    }

    private func give(up state: inout State, _ reason: String, _ voice: SpokenVoice?) {
        let ending = state.child?.end() ?? ""
        state.child = nil
        state.pace.noteDeath(at: now())
        deaths.add(1, ordering: .relaxed)
        onFault(Fault(reason: "\(reason) (\(ending))", voice: voice?.name))
    }

    private static func ask(
        _ child: WorkerChild, _ frame: WorkerFrame, limit: Int, _ deadline: WorkerChild.Deadline
    ) throws(WorkerFailure) -> Answer {
        try child.send(frame, deadline)
        let answer = try child.receive(longest: max(0, limit) * 2, deadline)
        if let samples = answer.samples, samples.count <= limit { return .success(samples) }
        if let error = answer.error { return .failure(error) }
        throw .malformed("no answer")
    }

    private static func start(
        _ words: [String], _ name: String, _ times: Times
    ) throws(SynthesisError) -> (WorkerChild, WorkerReady) {
        let (child, frame): (WorkerChild, WorkerFrame)
        do throws(WorkerFailure) {
            child = try WorkerChild(words, as: name)
            frame = try child.receive(WorkerChild.Deadline(times.start))
        } catch {
            throw .notStarted("its process \(error == .ended ? "ended at once" : error.description)")
        }
        if let ready = WorkerReady(frame) { return (child, ready) }
        throw frame.error ?? .notStarted("its process sent no greeting")
    }
}
