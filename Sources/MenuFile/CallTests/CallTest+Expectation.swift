extension CallTest {
    /// What must come of a call; whatever is nil does not matter.
    public struct Expectation: Sendable {
        /// The person, queue or place in the dialplan that takes the call.
        public var reaches: Wanted<String>?
        /// What the answering telephone displays.
        public var shows: String?
        /// What the answerer hears before the talk.
        public var whispers: String?
        /// The request to be called back.
        public var callback: Wanted<Callback>?
        /// The message that is kept.
        public var voicemail: Wanted<Voicemail>?
        /// Who is told by mail: persons or addresses.
        public var email: Wanted<[String]>?
        /// Requests that were sent; an empty list: none.
        public var requests: [RequestPattern]?
        /// The path of choices at the end.
        public var path: String?
        /// Variables at the end; nil: missing.
        public var variables: [Variable] = []
        /// The language at the end.
        public var language: String?
        /// How it ends.
        public var ends: Ending?
        /// How long it takes until `reaches`, else to the end of the call.
        public var within: Duration?
        /// Texts that are heard somewhere in the call.
        public var says: [String] = []
        /// Texts that are heard nowhere in the call.
        public var never: [String] = []
    }

    /// Something that must be so, or must not be at all.
    public enum Wanted<Value: Sendable>: Sendable {
        /// `null`: there must be none.
        case none
        /// There must be one like this.
        case some(Value)
    }

    /// The request to be called back that is expected; whatever is nil does not matter.
    public struct Callback: Sendable, Hashable {
        /// The list.
        public var list: String?
        /// The number; nil within: withheld.
        public var number: String??
        /// Whether the caller said that the number is right.
        public var confirmed: Bool?
        /// `new`, `missed` or `unconfirmed`.
        public var status: String?

        /// Any request.
        public init() {}
    }

    /// The message that is expected; whatever is nil does not matter.
    public struct Voicemail: Sendable, Hashable {
        /// The person or address.
        public var to: String?
        /// Its length, silence not counted.
        public var seconds: Double?
    }

    /// A variable and its value at the end.
    public struct Variable: Sendable, Hashable {
        /// Its name.
        public let name: String
        /// Its value; nil: it is missing.
        public let value: String?
    }

    /// How a call ends.
    public enum Ending: String, Sendable, CaseIterable {
        /// Somebody answered.
        case talk
        /// We ended it.
        case goodbye
        /// The caller hung up.
        case hangup
        /// The dialplan has it.
        case handedOver = "handed-over"
    }
}
