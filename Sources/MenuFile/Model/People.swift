/// Who is rung (§3, Target).
public enum Target: Sendable, Hashable {
    /// A person of `people`.
    case person(String)
    /// An inside number, digits only, at most six, as normalised from the file.
    case inside(String)
    /// An outside number as normalised from the file: digits with or without a leading +.
    case outside(String)
    /// A literal Asterisk dial string, with a "/".
    case dialString(String)
    /// Exactly `{variable}`: the value holds 0-9*#+ and at most 15 characters, else the step is not done.
    case variable(String)
}

/// One entry of `people`.
public struct Person: Sendable {
    /// The key in `people`.
    public let id: String
    /// `ring`: the targets; none of them is another person.
    public let targets: [Target]
    /// `name` as spoken and shown.
    public let name: Text?
    /// `email`: addresses.
    public let email: [String]
    /// `mailbox`: "201@default" of Asterisk's VoiceMail.
    public let mailbox: String?
    /// `device`: whose state is asked before ringing, "PJSIP/201".
    public let device: String?
}

/// `dial`: dial strings with `{number}` in them; nil: the server's.
public struct DialTemplates: Sendable, Hashable {
    /// For inside numbers.
    public let inside: String?
    /// For outside numbers.
    public let outside: String?
}

/// One list of `callbacks`.
public struct CallbackList: Sendable {
    /// The list's name.
    public let id: String
    /// `email`: who is told; persons are already resolved to their addresses.
    public let email: [String]
    /// `webhook`: a URL that is told.
    public let webhook: String?
    /// `within`: promised in so much open time; nil: nothing is promised.
    public let within: Duration?
    /// `hours`: the schedule that counts; nil: `office` where there is one.
    public let hours: String?
    /// `accept`: countries (two capital letters) or prefixes ("+4420"); empty: the own country.
    public let accept: [String]
    /// `deny`: patterns that are refused.
    public let deny: [String]
    /// `expires`: after so long a request is no longer open.
    public let expires: Duration
    /// `attempts`: how often it is tried.
    public let attempts: Int
    /// `every`: between two tries.
    public let every: Duration
}

/// One list of `callers`.
public struct CallerList: Sendable {
    /// The list's name.
    public let id: String
    /// `numbers`: patterns and the spoken name of each, if any, in order.
    public let numbers: [Entry]
    /// `label`: what staff see.
    public let label: Text?
    /// `go`: where such callers go, before everything.
    public let go: Destination?

    /// One pattern.
    public struct Entry: Sendable, Hashable {
        /// The pattern as written: "+48 22 555*".
        public let pattern: String
        /// The caller's name.
        public let name: String?
    }
}

/// One entry of `notices`.
public struct Notice: Sendable {
    /// The notice's name.
    public let id: String
    /// What is heard.
    public let say: Text
    /// `on` as written; nil: not written.
    public let on: Bool?
    /// `from`: a local date-time "2026-03-03 18:00".
    public let from: String?
    /// `until`: a local date-time.
    public let until: String?
    /// `before`: heard each time that step is entered, not at the start.
    public let before: String?
    /// Where it stands in the file: its key.
    public let position: Position
}
