extension CallTest {
    /// What a call meets outside the menu.
    public struct World: Sendable, Hashable {
        /// When the call arrives, in the menu's zone; nil: it does not matter.
        public var at: LocalDateTime?
        /// The caller's number as written; nil: withheld.
        public var from: String?
        /// The caller's name as the network gives it.
        public var caller: String?
        /// The dialled number.
        public var called: String?
        /// The channel's language.
        public var language: String?
        /// The query items of the AGI URL.
        public var arguments: [String: String] = [:]
        /// The notices of the file that are switched on.
        public var notices: [String] = []
        /// Schedules that are switched by hand: true is open.
        public var switches: [String: Bool] = [:]
        /// Earlier calls of that number on the same day.
        public var callsToday = 0
        /// What `share` compares with, 0 to 99; nil: by the hash of the call.
        public var dice: Int?
        /// How telephones behave, by person, number or dial string as written.
        public var people: [String: Telephone] = [:]
        /// Asterisk's queues.
        public var queues: [String: Queue] = [:]
        /// What web services reply; the first rule that fits counts.
        public var web: [WebRule] = []
        /// The place of the caller's open request on each callback list that has one.
        public var listed: [String: Int] = [:]
        /// Channel variables.
        public var channel: [String: String] = [:]
        /// Nothing can be written down.
        public var recordsBroken = false
    }

    /// How a telephone behaves.
    public enum Telephone: Sendable, Hashable {
        /// Somebody answers after so long.
        case answers(after: Duration)
        /// It is busy.
        case busy
        /// It is not there.
        case offline
        /// Nobody answers.
        case noAnswer

        /// When somebody answers who is only said to answer.
        public static let usual = Telephone.answers(after: .seconds(3))
    }

    /// How a queue behaves.
    public enum Queue: Sendable, Hashable {
        /// So many wait in it; somebody answers after so long, nil: nobody does.
        case serves(waiting: Int, answersAfter: Duration?)
        /// It takes no more callers.
        case full
        /// Nobody is there to take calls.
        case empty
    }

    /// What a web service replies.
    public struct WebRule: Sendable, Hashable {
        /// Which requests: "GET */visits/*".
        public let pattern: RequestPattern
        /// The reply's body.
        public let body: String
        /// The reply's status.
        public let status: Int
        /// How long it takes.
        public let takes: Duration
    }
}

/// Which requests are meant: a method and a URL in which `*` stands for anything.
public struct RequestPattern: Sendable, Hashable, CustomStringConvertible {
    /// "GET".
    public let method: String
    /// "*/visits/*".
    public let url: String

    /// "GET */visits/*".
    public var description: String { "\(method) \(url)" }

    /// Reads "GET */visits/*"; nil when it is no method and URL.
    public init?(_ text: String) {
        let words = text.split(separator: " ", omittingEmptySubsequences: false)
        guard words.count == 2, !words[1].isEmpty, Self.methods.contains(String(words[0])) else { return nil }
        method = String(words[0])
        url = String(words[1])
    }

    /// The methods of `request`.
    static let methods = ["GET", "POST", "PUT", "PATCH", "DELETE"]

    /// Whether a request is meant.
    public func matches(method: String, url: String) -> Bool {
        method == self.method && Self.fits(Array(url.utf8)[...], Array(self.url.utf8)[...])
    }

    /// A `*` takes as little as it can; one that took too little is tried again, the last one only, which is enough.
    private static func fits(_ text: ArraySlice<UInt8>, _ pattern: ArraySlice<UInt8>) -> Bool {
        var (text, pattern) = (text, pattern)
        var retry: (text: ArraySlice<UInt8>, pattern: ArraySlice<UInt8>)?
        while true {
            if pattern.first == star {
                pattern.removeFirst()
                retry = (text, pattern)
            } else if let byte = text.first, byte == pattern.first {
                text.removeFirst()
                pattern.removeFirst()
            } else if text.isEmpty, pattern.isEmpty {
                return true
            } else {
                guard var last = retry, !last.text.isEmpty else { return false }
                last.text.removeFirst()
                retry = last
                (text, pattern) = last
            }
        }
    }

    private static let star = UInt8(ascii: "*")
}
