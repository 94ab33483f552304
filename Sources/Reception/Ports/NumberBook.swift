/// What is known about telephone numbers. Implemented by the module PhoneNumbers over libphonenumber.
public protocol NumberBook: Sendable {
    /// Reads a number as a person of `country` would write or type it.
    ///
    /// - Parameters:
    ///   - text: digits, perhaps with +, 00, a trunk prefix, spaces and dashes.
    ///   - country: two capital letters.
    /// - Returns: what it is, or why it cannot be called back.
    func read(_ text: String, country: String) -> NumberReading

    /// Whether a number is one of a rule of `accept` or `deny`: a country ("GB"), or a prefix ("+4420", "+44 20*").
    func matches(_ number: TelephoneNumber, rule: String) -> Bool

    /// Whether a number matches a pattern of a menu file: "+48 22 555*", "020 7946 0001", "2xx".
    ///
    /// A star at the end stands for any rest, an x for any digit; spaces and dashes do not count. Numbers compare as
    /// E.164, however the network and the file write them; what is no number of the world, such as an extension,
    /// compares as it is.
    ///
    /// - Parameters:
    ///   - number: the number of a call.
    ///   - pattern: the pattern as written.
    ///   - country: whose way of writing a pattern without + is read in, two capital letters.
    func matches(_ number: GivenNumber, pattern: String, country: String) -> Bool
}

/// A number of a call, as the network gave it and as it was read.
public struct GivenNumber: Sendable, Hashable {
    /// As the network gave it: hostile text.
    public let given: String
    /// What was read out of it; nil: it is no number that could be called from anywhere.
    public let telephone: TelephoneNumber?

    /// A number of a call.
    public init(_ given: String, telephone: TelephoneNumber? = nil) {
        self.given = given
        self.telephone = telephone
    }
}

/// What was read out of a number.
public enum NumberReading: Sendable, Equatable {
    /// A number that can be called back.
    case callable(TelephoneNumber)
    /// Too short, too long, local only, or no number at all.
    case notPossible
    /// Premium, shared cost, emergency or a short code: calling it back would be toll fraud.
    case refused(Kind)

    /// Why a possible number is refused.
    public enum Kind: String, Sendable { case premium, sharedCost, emergency, short }
}

/// A telephone number that can be called.
public struct TelephoneNumber: Sendable, Hashable {
    /// "+447700900001".
    public let e164: String
    /// Its country as two capital letters; nil when it belongs to none ("001").
    public let country: String?
    /// The national form, digits only, trunk prefix included: "07700900001".
    public let national: String

    /// A number.
    public init(e164: String, country: String?, national: String) {
        self.e164 = e164
        self.country = country
        self.national = national
    }
}
