import Reception

/// Stands in until the module Web is there.
struct NoWeb: WebClient {
    func send(_ request: WebRequest) async -> WebReply { .refused("no web client") }
}
