/// Asks web services. Implemented by the module Web over URLSession; by a list of replies in rehearsals.
public protocol WebClient: Sendable {
    /// Sends one request and waits for its reply, for the request's time limit at most.
    ///
    /// Nothing is an error: what goes wrong is a reply of its own kind. When the calling task is cancelled, a request
    /// under way is given up.
    func send(_ request: WebRequest) async -> WebReply
}

/// One HTTP request; everything in it is encoded already (menu-format §4.5).
public struct WebRequest: Sendable, Equatable {
    /// GET, POST, PUT, PATCH or DELETE.
    public let method: String
    /// The whole URL, percent-encoded.
    public let url: String
    /// Names and values, in order.
    public let headers: [Header]
    /// A JSON text; nil: no body.
    public let body: String?
    /// From the first byte sent to the last received.
    public let timeout: Duration

    /// One header.
    public struct Header: Sendable, Hashable {
        /// Its name.
        public let name: String
        /// Its value, free of control characters.
        public let value: String

        /// A header.
        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    /// The largest reply that is read.
    public static let longestReply = 64 * 1024

    /// A request.
    public init(method: String, url: String, headers: [Header] = [], body: String? = nil, timeout: Duration) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.timeout = timeout
    }
}

/// What came back.
public enum WebReply: Sendable, Equatable {
    /// The service answered, with whatever status; the body has at most `WebRequest.longestReply` bytes.
    case answered(status: Int, body: [UInt8])
    /// It did not answer in time.
    case timeout
    /// No connection, a broken one, or a URL that cannot be asked; in words for the log.
    case refused(String)
    /// The reply is larger than is read.
    case tooLarge(status: Int)
}
