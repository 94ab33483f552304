/// A speech recogniser that Asterisk has loaded.
///
/// Every method throws what `send` throws, and `SessionError.rejected` and `.unexpectedReply` when the reply is none of those
/// known for the command.
extension Session {
    /// Creates, changes or ends the recogniser, and loads or switches its grammars; false when that failed. For listening use
    /// `recognizeSpeech`.
    public nonisolated(nonsending) func speech(_ operation: SpeechOperation) async throws(SessionError) -> Bool {
        try await number(.speech(operation)) == 1
    }

    /// Plays a prompt and listens to the caller.
    public nonisolated(nonsending) func recognizeSpeech(
        prompt: String, timeout: WaitLimit, offset: Int? = nil
    ) async throws(SessionError) -> SpeechResult {
        let command = Command.speech(.recognize(prompt: prompt, timeout: timeout, offset: offset))
        return try await read(command) { SpeechResult($0) }
    }
}
