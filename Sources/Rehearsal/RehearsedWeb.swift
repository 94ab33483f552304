public import Reception
import Synchronization

/// A web made of rules: the first one that matches a request answers it, and a request that none matches is refused.
///
/// What a service takes passes on the virtual clock. A rule answers as often as it is asked (menu-format, part 10).
public final class RehearsedWeb: WebClient {
    private let rules: [Rule]
    private let sleep: @Sendable (Duration) async -> Void
    private let sent = Mutex<[WebRequest]>([])

    /// How one service answers.
    public struct Rule: Sendable, Hashable {
        /// "METHOD url", in which `*` stands for any text.
        public let pattern: String
        /// What it answers, JSON or not.
        public let body: String
        /// The HTTP status.
        public let status: Int
        /// How long it takes.
        public let takes: Duration

        /// A rule.
        public init(_ pattern: String, body: String = "", status: Int = 200, takes: Duration = .milliseconds(200)) {
            self.pattern = pattern
            self.body = body
            self.status = status
            self.takes = takes
        }
    }

    /// A web; an empty one refuses everything. Without a clock nothing in it takes any time.
    public convenience init(rules: [Rule] = [], clock: VirtualClock? = nil) {
        self.init(rules: rules) { time in await clock?.sleep(for: time) }
    }

    /// A web whose services take the time that `sleep` lets pass.
    public init(rules: [Rule], sleep: @escaping @Sendable (Duration) async -> Void) {
        self.rules = rules
        self.sleep = sleep
    }

    /// What was sent so far, refused requests included, in order.
    public var requests: [WebRequest] { sent.withLock { $0 } }

    /// Answers as the first rule that matches says, or not within the request's time.
    public func send(_ request: WebRequest) async -> WebReply {
        sent.withLock { $0.append(request) }
        guard let rule = rules.first(where: { Self.matches($0.pattern, request) }) else {
            return .refused("there is no such service in this rehearsal")
        }
        await sleep(min(rule.takes, request.timeout))
        guard rule.takes <= request.timeout else { return .timeout }
        let body = Array(rule.body.utf8)
        guard body.count <= WebRequest.longestReply else { return .tooLarge(status: rule.status) }
        return .answered(status: rule.status, body: body)
    }

    /// Whether a pattern such as "GET */visits/*" is one of a request, from its first to its last character.
    public static func matches(_ pattern: String, _ request: WebRequest) -> Bool {
        let parts = pattern.split(separator: "*", omittingEmptySubsequences: false)
        var rest = Substring("\(request.method) \(request.url)")
        guard let first = parts.first, let last = parts.last, rest.hasPrefix(first) else { return false }
        guard parts.count > 1 else { return rest == first }
        rest = rest.dropFirst(first.count)
        for part in parts.dropFirst().dropLast() where !part.isEmpty {
            guard let found = rest.firstRange(of: part) else { return false }
            rest = rest[found.upperBound...]
        }
        return rest.hasSuffix(last)
    }
}
