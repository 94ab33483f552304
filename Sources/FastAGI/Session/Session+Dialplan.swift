/// Every method throws what `send` throws, and `SessionError.rejected` and `.unexpectedReply` when the reply is none of those
/// known for the command. A failure that the command itself reports is part of its result.
extension Session {
    /// A channel variable or dialplan function; nil when it is not set. Works after a hang-up, too.
    ///
    /// A function's value is cut at 1,023 bytes, use `fullVariable` for long ones. A value that holds a newline behind a `)`
    /// cannot be told from two replies and ends the session: wrap it in `${URIENCODE(…)}` or `${BASE64_ENCODE(…)}`.
    public nonisolated(nonsending) func variable(_ name: String) async throws(SessionError) -> String? {
        try await value(.getVariable(name: name))
    }

    /// A text with `${…}` in it, worked out on this channel or on the one named; nil when there is no such channel. What is
    /// not set is empty. It runs dialplan functions, so never put a stranger's text in it. Works after a hang-up, too.
    public nonisolated(nonsending) func fullVariable(
        _ expression: String, channel: String? = nil
    ) async throws(SessionError) -> String? {
        try await value(.getFullVariable(expression: expression, channel: channel))
    }

    /// Sets a channel variable, or a dialplan function that can be written. Works after a hang-up, too.
    public nonisolated(nonsending) func setVariable(_ name: String, _ value: String) async throws(SessionError) {
        _ = try await succeed(.set(.variable(name: name, value: value)))
    }

    /// Runs a dialplan application and gives back its own number; -2 is an application that does not exist.
    ///
    /// -1 is no hang-up by itself: `Dial` gives it after a talk that the other side ended, with the caller still there.
    ///
    /// - Parameter options: one text, its parts separated by commas; `${…}` in it is not worked out.
    public nonisolated(nonsending) func exec(
        _ application: String, _ options: String = ""
    ) async throws(SessionError) -> Int {
        try await number(.exec(application: application, options: options))
    }

    /// Runs a dialplan subroutine and waits for its end.
    public nonisolated(nonsending) func gosub(
        context: String, extension name: String, priority: DialplanPriority, arguments: String? = nil
    ) async throws(SessionError) -> GosubResult {
        let command = Command.gosub(context: context, extension: name, priority: priority, arguments: arguments)
        return try await read(command) { GosubResult($0) }
    }

    /// Says where the dialplan goes on after the session has closed. Without a priority it would be the old one plus 1.
    ///
    /// - Throws: `SessionError.rejected` with `.badSyntax` when the priority is a label that is not there.
    public nonisolated(nonsending) func goOn(
        context: String? = nil, extension name: String? = nil, priority: DialplanPriority = .number(1)
    ) async throws(SessionError) {
        if let context { _ = try await succeed(.set(.context(context))) }
        if let name { _ = try await succeed(.set(.extension(name))) }
        _ = try await succeed(.set(.priority(priority)))
    }
}
