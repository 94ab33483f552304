/// Every method throws what `send` throws, and `SessionError.rejected` and `.unexpectedReply` when the reply is none of those
/// known for the command. A failure that the command itself reports is part of its result.
extension Session {
    /// Answers the call; true when it is up, false when it could not be answered.
    @discardableResult
    public nonisolated(nonsending) func answer() async throws(SessionError) -> Bool {
        try await number(.answer) >= 0
    }

    /// Hangs up this channel, or the one named; false when there is no such channel.
    @discardableResult
    public nonisolated(nonsending) func hangUp(channel: String? = nil) async throws(SessionError) -> Bool {
        try await number(.hangup(channel: channel)) == 1
    }

    /// The state of this channel, or of the one named; nil when there is no such channel.
    ///
    /// After a -1 that may mean two things it tells which: a caller who has gone makes it throw `.hungUp`.
    public nonisolated(nonsending) func channelStatus(of channel: String? = nil) async throws(SessionError)
        -> ChannelStatus?
    {
        let command = Command.channelStatus(channel: channel)
        let number = try await number(command)
        if number == -1 { return nil }
        guard let status = ChannelStatus(rawValue: number) else { throw .unexpectedReply(verb: command.verb) }
        return status
    }

    /// Ends the call after a time, nil takes it back.
    public nonisolated(nonsending) func setAutoHangup(_ time: Duration?) async throws(SessionError) {
        _ = try await succeed(.set(.autoHangup(time)))
    }

    /// Sets the name and number that whoever is called next gets to see.
    public nonisolated(nonsending) func setCallerID(_ callerID: CallerID) async throws(SessionError) {
        _ = try await succeed(.set(.callerID(callerID)))
    }

    /// Sets how a telephone for the deaf is served; false when the channel cannot.
    public nonisolated(nonsending) func setTDDMode(_ mode: TDDMode) async throws(SessionError) -> Bool {
        try await number(.tddMode(mode)) == 1
    }

    /// Sends a text, where the channel carries texts; false when it failed.
    public nonisolated(nonsending) func sendText(_ text: String) async throws(SessionError) -> Bool {
        try await number(.sendText(text)) == 0
    }

    /// Sends an image, where the channel carries images; false when it failed. Asterisk says true, too, where it cannot.
    public nonisolated(nonsending) func sendImage(_ file: String) async throws(SessionError) -> Bool {
        try await number(.sendImage(file: file)) == 0
    }

    /// Waits for a text, where the channel carries texts; nil when none came.
    public nonisolated(nonsending) func receiveText(timeout: WaitLimit) async throws(SessionError) -> String? {
        try await value(.receiveText(timeout: timeout))
    }

    /// Waits for one character, where the channel carries texts.
    public nonisolated(nonsending) func receiveChar(timeout: WaitLimit) async throws(SessionError) -> ReceiveCharResult
    {
        try await read(.receiveChar(timeout: timeout)) { ReceiveCharResult($0) }
    }

    /// Asks whether Asterisk still listens; works after a hang-up, too.
    public nonisolated(nonsending) func noop() async throws(SessionError) {
        _ = try await succeed(.noop())
    }

    /// Writes a line on Asterisk's console; works after a hang-up, too.
    public nonisolated(nonsending) func verbose(_ message: String, level: Int = 1) async throws(SessionError) {
        _ = try await succeed(.verbose(message, level: level))
    }
}
