/// What can go wrong with a fake Asterisk. What a server does wrong is in reports and transcripts, not here, but for the
/// strict script, whose purpose it is.
public enum FakeAsteriskError: Error, Equatable, Sendable {
    /// A caller's act that cannot be read.
    case unreadableAct(String)
    /// A line of a strict script that is neither a command, a reply nor a hang-up.
    case unreadableLine(number: Int, text: String)
    /// No connection to the server.
    case cannotConnect(host: String, port: UInt16, reason: String)
    /// The server sent a command that the strict script does not expect, or too early.
    case unexpectedCommand(got: String, expected: String?, transcript: String)
    /// The server ended while lines of the strict script were still to come.
    case unusedLines([String], transcript: String)
    /// The server said nothing for as long as it was given.
    case silentServer(after: Duration, transcript: String)
}

extension FakeAsteriskError: CustomStringConvertible {
    /// What, where, and what was expected; those of the strict script end with the transcript.
    public var description: String {
        switch self {
        case .unreadableAct(let text):
            "\"\(text)\": expected keys, wait N, silence, speak N, or hang up, as in \"1, wait 2, 07700900002#, hang up\""
        case .unreadableLine(let number, let text):
            "line \(number): \"\(text)\": expected \"> COMMAND\", \"< REPLY\" or \"! hang up\""
        case .cannotConnect(let host, let port, let reason): "no connection to \(host):\(port): \(reason)"
        case .unexpectedCommand(let got, let expected, let transcript):
            "unexpected command: \(got)\nexpected: \(expected ?? "the end of the session")\n\(transcript)"
        case .unusedLines(let lines, let transcript):
            "the server ended before: \(lines.joined(separator: " | "))\n\(transcript)"
        case .silentServer(let time, let transcript):
            "the server sent nothing for \(time.inSeconds) s\n\(transcript)"
        }
    }
}
