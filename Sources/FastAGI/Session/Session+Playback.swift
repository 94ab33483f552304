/// Every method throws what `send` throws, and `SessionError.rejected` and `.unexpectedReply` when the reply is none of those
/// known for the command. A failure that the command itself reports is part of its result.
extension Session {
    /// Plays a sound; one of the keys ends it.
    ///
    /// A sound that is missing brings `.failed` at once, and makes Asterisk's AGISTATUS a failure: check files first. The call
    /// must be up or have early media, for nothing is heard before that.
    ///
    /// - Parameters:
    ///   - file: a name below Asterisk's sounds, or a whole path; without extension, in Asterisk's choice of language.
    ///   - offset: where to begin, in samples of the file.
    public nonisolated(nonsending) func streamFile(
        _ file: String, escape: EscapeDigits = .none, offset: Int? = nil
    ) async throws(SessionError) -> PlayResult {
        try await play(.streamFile(file, escape: escape, offset: offset))
    }

    /// Plays a sound in which the caller can move with keys. Positions are in milliseconds.
    public nonisolated(nonsending) func controlStreamFile(
        _ playback: ControlledPlayback
    ) async throws(SessionError) -> PlayResult {
        try await play(.controlStreamFile(playback))
    }

    /// Plays a sound, then waits for one of the keys; other keys are lost. Nil is the channel's own time, 5 s as a rule.
    public nonisolated(nonsending) func getOption(
        _ file: String, escape: EscapeDigits, timeout: WaitLimit? = nil
    ) async throws(SessionError) -> PlayResult {
        try await play(.getOption(file: file, escape: escape, timeout: timeout))
    }

    /// Plays a sound and gathers keys until `#`, a pause or the most there may be.
    ///
    /// - Parameters:
    ///   - timeout: how long to wait for the first key and for each that follows; nil is Asterisk's own, 6 s and 2 s.
    ///   - mostDigits: 1 to 100.
    public nonisolated(nonsending) func getData(
        _ file: String, timeout: WaitLimit? = nil, mostDigits: Int? = nil
    ) async throws(SessionError) -> GetDataResult {
        try await read(.getData(file: file, timeout: timeout, mostDigits: mostDigits)) { GetDataResult($0) }
    }

    /// Waits for one key, any of the sixteen.
    public nonisolated(nonsending) func waitForDigit(_ timeout: WaitLimit) async throws(SessionError) -> KeyOutcome {
        try await read(.waitForDigit(timeout)) { KeyOutcome(result: $0.result) }
    }

    /// Speaks something with Asterisk's own recordings; one of the keys ends it.
    public nonisolated(nonsending) func say(
        _ utterance: Utterance, escape: EscapeDigits = .none
    ) async throws(SessionError) -> KeyOutcome {
        try await read(.say(utterance, escape: escape)) { KeyOutcome(result: $0.result) }
    }

    /// Records the caller.
    public nonisolated(nonsending) func recordFile(_ recording: Recording) async throws(SessionError) -> RecordResult {
        try await read(.recordFile(recording)) { RecordResult($0) }
    }

    /// Begins or ends music on hold, which plays while no command does.
    public nonisolated(nonsending) func setMusic(_ music: Setting.Music) async throws(SessionError) {
        _ = try await succeed(.set(.music(music)))
    }

    private nonisolated(nonsending) func play(_ command: Command) async throws(SessionError) -> PlayResult {
        try await read(command) { reply in
            KeyOutcome(result: reply.result).map { PlayResult(outcome: $0, endpos: reply.endpos) }
        }
    }
}
