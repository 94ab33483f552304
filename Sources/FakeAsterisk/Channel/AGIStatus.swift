/// AGISTATUS: what the dialplan is told about the session.
public enum AGIStatus: String, Sendable, Hashable, Codable, CaseIterable {
    /// The server has closed, and nothing went wrong.
    case success = "SUCCESS"
    /// The server could not be reached, or a command failed on a live channel.
    case failure = "FAILURE"
    /// The call was hung up, by whichever side.
    case hangup = "HANGUP"
}
