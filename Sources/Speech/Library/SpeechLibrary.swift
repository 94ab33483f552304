public import MenuFile
public import Reception
internal import Synchronization

/// Prompts become sound files that Asterisk plays: spoken, levelled, kept, and found again.
///
/// A sound that exists is found in memory. One that does not is made on a thread of its own; several callers of one
/// sound share the work. Sounds lie in one folder under names made of everything that decides how they sound, so a
/// changed voice never plays an old file, and any number of processes may use the folder at once.
public final class SpeechLibrary: PromptLibrary {
    let maker: SoundMaker
    let index: SoundIndex
    let folder: SoundFolder
    let limits: SpeechLimits
    let identities = Mutex<[String: String]>([:])
    private let privateSounds: PrivateSounds
    private let lock: FolderLock
    private let identity: String
    private let defaults: @Sendable (String) -> VoiceSettings

    /// Opens a folder of sounds and reads what is in it. Blocks: about 20 µs for each sound there.
    ///
    /// - Parameters:
    ///   - sounds: the absolute path of the folder; made when missing.
    ///   - menus: the folder of the menus, outside which no recording is read; nil: there are no recordings.
    ///   - defaults: the voice settings of a language; what they leave out is the module's own default.
    ///   - synthesizer: the speech engine.
    ///   - clock: what deadlines are measured with.
    /// - Throws: `SpeechError` when the folder cannot be used.
    public init(
        sounds: String, menus: String? = nil, limits: SpeechLimits = SpeechLimits(),
        defaults: @escaping @Sendable (String) -> VoiceSettings, synthesizer: any Synthesizer,
        clock: any Clock<Duration> = ContinuousClock()
    ) throws(SpeechError) {
        let recordings = menus.map { RecordingFolder(path: $0, limit: limits.recordingBytes) }
        let composer = SoundComposer(synthesizer: synthesizer, recordings: recordings, limits: limits)
        maker = SoundMaker(composer, clock: clock)
        folder = try SoundFolder(path: sounds)
        privateSounds = try PrivateSounds(inside: folder.path, lifetime: limits.sensitiveLifetime)
        lock = FolderLock(inside: folder.path)
        index = SoundIndex(folder.scan(), limits: limits)
        identity = [SoundComposer.rules, synthesizer.identity, Resampler.identity].joined(separator: "; ")
        self.limits = limits
        self.defaults = defaults
        sweep()
    }

    /// How many sounds are in the cache, and their bytes.
    public var size: (sounds: Int, bytes: Int) { (index.count, index.bytes) }

    /// What was done since it was opened.
    public var statistics: SpeechStatistics { maker.statistics }

    /// Whether the speech engine has not come back from a call for longer than anybody waits.
    public var isEngineSuspect: Bool { maker.isSuspect }

    /// Whether another process kept the folder's lock to itself when it was opened: nothing is pruned until it lets go.
    public var isLockedByAnother: Bool { lock.wasRefused }

    /// Removes the sounds of sensitive prompts, which nobody plays any more: the server has ended.
    public func forgetPrivate() { privateSounds.clear() }

    /// The sound of a prompt that is there already. Looks into memory only, for it is asked between two commands: that
    /// somebody has removed its files shows when it is played, and `sound(of:)` makes it again.
    public func ready(_ prompt: Prompt) -> Sound? {
        guard !prompt.isSensitive, let key = key(of: spoken(prompt)), let entry = index.use(key) else { return nil }
        maker.noteReady()
        return Sound(
            path: folder.path(of: key), length: AudioFormat.time(narrowCount: entry.narrowCount), text: prompt.text)
    }

    /// Whether the files of a sound that could not be played have gone: somebody has removed them or their folder.
    ///
    /// Many callers may find that out at the same time: a sound that is not known any more, or was made within the time
    /// that a caller waits for one, went for somebody else, and is worth another try. False when the disk does not say
    /// so within `SpeechLimits.patience`.
    public func hasLost(_ prompt: Prompt) async -> Bool {
        guard !prompt.isSensitive, let key = key(of: spoken(prompt)) else { return false }
        guard let entry = index.use(key) else { return true }
        return await maker.onFiles(within: limits.patience) { [folder, limits] in
            !folder.holds(key, entry) || Duration.nanoseconds(FileSystem.now() - entry.modified) < limits.patience
        } ?? false
    }

    /// The sound of a prompt, made now if need be.
    ///
    /// - Throws: `PromptError`. A caller who is cancelled, or has waited for too long, gets `.synthesis`; the sound is made
    ///   all the same if somebody else waits for it or the engine has begun its last piece. Else it is given up.
    public func sound(of prompt: Prompt) async throws(PromptError) -> Sound {
        try await sound(of: prompt, isKept: false)
    }

    /// The same.
    ///
    /// - Parameter isKept: the sound is made even if the one who asks has no patience for it: a menu needs it.
    func sound(of prompt: Prompt, isKept: Bool) async throws(PromptError) -> Sound {
        let spoken = spoken(prompt)
        guard await refresh(spoken.recordings, within: limits.patience) != nil else { throw Self.silentDisk }
        if prompt.isSensitive { return try await sensitiveSound(of: spoken, text: prompt.text, isKept) }
        guard let key = key(of: spoken) else { throw .recording("its identity is not known") }
        if let entry = index.use(key), try await !isThere(key, entry, isKept) { index.forget(key) }
        switch index.request(key) {
        case .ready(let entry):
            maker.noteReady()
            let length = AudioFormat.time(narrowCount: entry.narrowCount)
            return Sound(path: folder.path(of: key), length: length, text: prompt.text)
        case .underWay(let flight):
            return try await wait(for: flight, spoken, text: prompt.text, isKept)
        case .start(let flight):
            start(flight, key, spoken, text: prompt.text)
            return try await wait(for: flight, spoken, text: prompt.text, isKept)
        case .full:
            throw full
        }
    }

    /// Whether a sound's files are there. With a caller on the line this runs between two commands of a call, on a thread
    /// of many: there the disk is asked elsewhere, and not waited for for ever.
    private func isThere(
        _ key: SoundKey, _ entry: SoundFolder.Entry, _ isKept: Bool
    ) async throws(PromptError) -> Bool {
        if isKept { return folder.holds(key, entry) }
        let answer = await maker.onFiles(within: limits.patience) { [folder] in folder.holds(key, entry) }
        guard let answer else { throw Self.silentDisk }
        return answer
    }

    private static let silentDisk = PromptError.storage("the disk does not answer")

    private var full: PromptError { .synthesis("\(limits.waiting) sounds are being made already") }

    /// Removes what has outlived its time: sensitive sounds, unfinished files. Forgets sounds whose files somebody else
    /// has removed, so that they are made again. To be called every minute or so.
    public func tidy() async {
        await maker.onFiles { [self] in
            lock.join()
            sweep()
            for (key, entry) in index.entries where !folder.holds(key, entry) { index.forget(key) }
        }
    }

    /// Removes the sound of a sensitive prompt before its time: the call has ended. Any other sound stays.
    public func discard(_ sound: Sound) {
        guard privateSounds.owns(sound.path) else { return }
        maker.inBackground { [privateSounds] in privateSounds.remove(sound.path) }
    }

    func spoken(_ prompt: Prompt) -> SpokenPrompt {
        SpokenPrompt(prompt, defaults: defaults)
    }

    /// The name of a prompt's sound; nil when a recording in it has not been looked at yet.
    func key(of prompt: SpokenPrompt) -> SoundKey? {
        prompt.key(of: identity) { path in identities.withLock { $0[path] } }
    }

    private func start(_ flight: Flight, _ key: SoundKey, _ prompt: SpokenPrompt, text: String) {
        guard !maker.isSuspect else {
            index.land(flight)
            flight.land(.failure(Self.suspectEngine))
            return
        }
        maker.make(prompt, for: flight) { [self] made in
            let outcome = made.flatMap { sound in publish(sound, text: text, as: key) }
            index.land(flight, with: try? outcome.get())
            flight.land(
                outcome.map { entry in
                    let length = AudioFormat.time(narrowCount: entry.narrowCount)
                    return Flight.Made(path: folder.path(of: key), length: length)
                })
            prune()
        }
    }

    private func publish(_ sound: FinishedSound, text: String, as key: SoundKey) -> Result<
        SoundFolder.Entry, PromptError
    > {
        Result { () throws(FileSystem.Failure) in try folder.publish(sound, text: text, as: key) }
            .mapError { .storage($0.description) }
    }

    private func sensitiveSound(
        of prompt: SpokenPrompt, text: String, _ isKept: Bool
    ) async throws(PromptError) -> Sound {
        guard !maker.isSuspect else { throw Self.suspectEngine }
        guard let flight = index.requestApart() else { throw full }
        maker.make(prompt, for: flight) { [self] made in
            index.land(flight)
            privateSounds.sweep(now: FileSystem.now())
            flight.land(
                made.flatMap { sound in
                    Result { () throws(FileSystem.Failure) in try privateSounds.publish(sound) }
                        .mapError { .storage($0.description) }
                        .map { Flight.Made(path: $0, length: sound.length) }
                })
        }
        return try await wait(for: flight, prompt, text: text, isKept)
    }

    private func wait(
        for flight: Flight, _ prompt: SpokenPrompt, text: String, _ isKept: Bool
    ) async throws(PromptError) -> Sound {
        do throws(PromptError) {
            let made = try await maker.wait(for: flight, prompt)
            return Sound(path: made.path, length: made.length, text: text)
        } catch {
            if !isKept || Task.isCancelled, flight.leave() { index.land(flight) }
            throw error
        }
    }

    private static let suspectEngine = PromptError.synthesis("the speech engine does not answer")

    private func sweep() {
        let now = FileSystem.now()
        privateSounds.sweep(now: now)
        folder.sweep(olderThan: .seconds(3600), now: now)
    }

    /// On the thread for files, as publishing is: a sound that is being removed is never being written.
    private func prune() {
        guard index.isOver else { return }
        _ = lock.alone { for key in index.prune() { folder.remove(key) } }
    }
}
