import Logging
import MenuFile

/// Prompts: one prompt is one sound is one command, and nothing slow stands between two commands (DESIGN rule 1).
extension CallWalk {
    /// Says a text of the file; a 0 pressed in it leads to the operator, unless it may begin an entry.
    ///
    /// - Returns: false when there is no sound of it.
    func tell(_ text: Text, of step: Step, interruptible: Bool) async throws(WalkStop) -> Bool {
        let isHeard = try await speak(builder.prompt(text), interruptible: interruptible)
        if !collectFollows(step) { try heedZero() }
        return isHeard
    }

    /// Plays a prompt. Keys go into the buffer; the first one ends an interruptible prompt, and keys typed ahead pass
    /// over it.
    ///
    /// - Returns: false when there is no sound of it.
    @discardableResult
    func speak(_ prompt: Prompt, interruptible: Bool) async throws(WalkStop) -> Bool {
        guard !prompt.pieces.isEmpty else { return true }
        guard buffer.isEmpty || !interruptible else { return true }
        guard let sound = try await sound(of: prompt) else { return false }
        return try await play(sound, interruptible: interruptible, of: prompt)
    }

    /// Plays a sound as `speak` does.
    ///
    /// - Parameter prompt: what it says; a sound that Asterisk cannot play is made of it once more, for somebody may have
    ///   removed its files. Nil: it is not made again.
    @discardableResult
    func play(_ sound: Sound, interruptible: Bool, of prompt: Prompt? = nil) async throws(WalkStop) -> Bool {
        if interruptible && !buffer.isEmpty { return true }
        let began = services.clock.uptime
        defer { notePrompt(sound, since: began) }
        var offset = Duration.zero
        for _ in 0..<Self.mostKeysInPrompt {
            if interruptible && !buffer.isEmpty { return true }
            let from = offset
            guard let playback = try await playback(of: sound, from: from, prompt) else { return false }
            guard let key = playback.key else { return true }
            try take(key)
            offset = playback.position
        }
        return true
    }

    private func playback(
        of sound: Sound, from offset: Duration, _ prompt: Prompt?
    ) async throws(WalkStop) -> Playback? {
        let library = services.prompts
        return try await command({ phone throws(PhoneError) in try await phone.play(sound, from: offset) }) {
            (what) async throws(WalkStop) -> Playback? in
            guard let prompt, await library.hasLost(prompt), let again = try await self.made(prompt) else {
                try self.fault(what)
                return nil
            }
            return try await self.command { phone throws(PhoneError) in try await phone.play(again, from: offset) }
        }
    }

    /// Nobody presses more keys in one prompt; a channel that tells of a key at once whenever something plays would keep
    /// the call for ever.
    private static let mostKeysInPrompt = 100

    /// The sound of a prompt, made while the line listens; nil when nothing can be spoken.
    func sound(of prompt: Prompt) async throws(WalkStop) -> Sound? {
        if let sound = services.prompts.ready(prompt) { return sound.of(prompt) }
        return try await made(prompt)
    }

    /// The sound of a prompt whose files are looked for, and made when they are not there.
    private func made(_ prompt: Prompt) async throws(WalkStop) -> Sound? {
        let library = services.prompts
        let making = { @Sendable () async -> Result<Sound, PromptError> in
            do throws(PromptError) {
                return .success(try await library.sound(of: prompt))
            } catch {
                return .failure(error)
            }
        }
        // A sound for somebody who has gone would keep the voice from those who are there.
        let (made, stop) = await alongside(making, isGivenUp: true) { flag in await self.listen(filling: flag) }
        if let stop { throw stop }
        switch made {
        case .success(let sound): return sound.of(prompt)
        case .failure(let error):
            logger.error("prompt has no sound", metadata: ["why": "\(error)"])
            return nil
        case nil: return nil
        }
    }

    /// Work of ours that takes longer is not waited for in silence: nobody shall take the line for dead.
    static let longestSilence = Duration.milliseconds(1_500)

    /// "One moment, please." Only where its sound is there: what keeps the caller waiting may be the making of sounds.
    private func fillSilence() async throws(WalkStop) {
        let prompt = builder.phrase(.oneMoment)
        guard let sound = services.prompts.ready(prompt)?.of(prompt) else { return }
        try await play(sound, interruptible: true)
    }

    /// Runs slow work while the line listens: keys pressed meanwhile are kept, and a filler is heard before the silence
    /// gets long. The work always ends before this returns: its value counts even when the caller hangs up meanwhile.
    func listenedOut<Value: Sendable>(
        while work: @escaping @Sendable () async -> Value
    ) async -> (Value, WalkStop?) {
        let finished = WorkFlag()
        async let value = finished.raise(after: work)
        let stop = await listen(filling: finished)
        return (await value, stop)
    }

    /// Listens until the flag is raised or the line stops, with a filler for long silences; why it stopped, if it did.
    private func listen(filling flag: WorkFlag) async -> WalkStop? {
        var silentSince = services.clock.uptime
        while !flag.isRaised {
            do throws(WalkStop) {
                if services.clock.uptime - silentSince >= Self.longestSilence {
                    try await fillSilence()
                    silentSince = services.clock.uptime
                } else {
                    try await listenOnce()
                }
            } catch {
                return error
            }
        }
        return nil
    }
}
