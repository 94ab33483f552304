public import Reception

/// A web where nobody answers.
public struct RehearsedWeb: WebClient {
    /// An empty web.
    public init() {}

    /// Refused.
    public func send(_ request: WebRequest) async -> WebReply { .refused("there is no such service in this rehearsal") }
}
