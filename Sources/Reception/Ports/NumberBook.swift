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
