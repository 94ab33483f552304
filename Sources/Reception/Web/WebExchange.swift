import MenuFile

/// One `request` with its further tries and the reading of its reply: all that happens away from the line.
struct WebExchange: Sendable {
    let client: any WebClient
    let request: WebRequest
    /// How often it is tried at most.
    let tries: Int
    let keep: [RequestVerb.Kept]

    /// What came of it.
    struct Result: Sendable, Equatable {
        /// `{request.status}`: the HTTP status, "timeout", "refused" or "invalid".
        let status: String
        /// What is kept, by variable; nil: the step is not done.
        let values: [String: String]?
    }

    /// Replies come from outside: they may nest no deeper than this.
    static let limits = JSONLimits(bytes: WebRequest.longestReply, depth: 32)

    func run() async -> Result {
        var result = Result(status: "refused", values: nil)
        for _ in 0..<max(1, tries) {
            let reply = await client.send(request)
            result = read(reply)
            guard Self.mayPass(reply), !Task.isCancelled else { break }
        }
        return result
    }

    /// Whether another try may go better: the service was not reached, or says that the fault is its own.
    private static func mayPass(_ reply: WebReply) -> Bool {
        switch reply {
        case .timeout, .refused: true
        case .answered(let status, _), .tooLarge(let status): status >= 500
        }
    }

    private func read(_ reply: WebReply) -> Result {
        switch reply {
        case .timeout: Result(status: "timeout", values: nil)
        case .refused: Result(status: "refused", values: nil)
        case .answered(let status, let body): read(status, body)
        case .tooLarge(let status): read(status, nil)
        }
    }

    /// A reply of which nothing is kept is not looked at; of the others every path must be there (part 10).
    private func read(_ status: Int, _ body: [UInt8]?) -> Result {
        guard (200..<300).contains(status) else { return Result(status: String(status), values: nil) }
        guard !keep.isEmpty else { return Result(status: String(status), values: [:]) }
        guard let body, let document = try? JSONDocument.parse(body, limits: Self.limits) else {
            return Result(status: "invalid", values: nil)
        }
        var values: [String: String] = [:]
        for kept in keep {
            guard let value = ReplyPath(kept.source)?.value(in: document.root) else {
                return Result(status: "invalid", values: nil)
            }
            values[kept.variable] = value
        }
        return Result(status: String(status), values: values)
    }
}
