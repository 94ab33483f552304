internal import CPhoneNumber
public import Reception

/// The numbering plans of the world, as libphonenumber knows them.
///
/// A number is callable when its length is possible and it is of no kind that costs or harms; whether its range is in
/// use is not asked, for that data ages faster than numbering plans do. Every text is hostile: it is cut down to digits
/// and a leading + before the library sees it. A reading takes about a tenth of a millisecond, the first one some ten
/// milliseconds (the tables are loaded); any thread may ask.
public struct NumberRules: NumberBook {
    /// The rules; the library's tables are loaded at the first reading, so a server reads one number before it serves.
    public init() {}

    /// Whether a country's numbers can be read.
    ///
    /// - Parameter country: two capital letters.
    public func knows(country: String) -> Bool {
        Self.isCountry(country) && attendant_number_knows_country(country) == 1
    }

    /// Reads a number as a person of `country` would write or type it, or as a network gives it.
    ///
    /// Letters are refused rather than read as keys, so that "anonymous" is no number. What is not possible in the
    /// country is tried as an international number: after 00 or 011 anywhere, and bare ("48600100200", as many networks
    /// give it) where its range is in use.
    ///
    /// - Parameters:
    ///   - text: digits, perhaps with +, 00, a trunk prefix, spaces, dashes, dots, slashes and brackets.
    ///   - country: two letters; with an unknown one only international forms are read.
    /// - Returns: what it is, or why it cannot be called back.
    public func read(_ text: String, country: String) -> NumberReading {
        guard let typed = TypedNumber(text), !typed.isZero else { return .notPossible }
        let country = Self.isCountry(country) ? country : Self.noCountry
        let first = attendant_number_read(typed.text, country)
        guard first.verdict == ATTENDANT_NUMBER_NOT_POSSIBLE else { return Self.reading(first) }
        guard let international = typed.international else { return .notPossible }
        let second = attendant_number_read(international.text, country)
        if international.mustBeInUse && second.verdict == ATTENDANT_NUMBER_CALLABLE && second.is_valid == 0 {
            return .notPossible
        }
        return Self.reading(second)
    }

    /// libphonenumber's name for "no country known".
    static let noCountry = "ZZ"

    static func isCountry(_ text: String) -> Bool {
        text.utf8.count == 2 && text.utf8.allSatisfy { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 }
    }

    private static func reading(_ number: attendant_number) -> NumberReading {
        switch number.verdict {
        case ATTENDANT_NUMBER_CALLABLE: .callable(telephoneNumber(number))
        case ATTENDANT_NUMBER_PREMIUM: .refused(.premium)
        case ATTENDANT_NUMBER_SHARED_COST: .refused(.sharedCost)
        case ATTENDANT_NUMBER_EMERGENCY: .refused(.emergency)
        case ATTENDANT_NUMBER_SHORT: .refused(.short)
        default: .notPossible
        }
    }

    private static func telephoneNumber(_ number: attendant_number) -> TelephoneNumber {
        let country = text(number.country)
        return TelephoneNumber(
            e164: text(number.e164), country: isCountry(country) ? country : nil, national: text(number.national))
    }

    /// The text in a C array, which Swift sees as a tuple of bytes.
    private static func text(_ array: some BitwiseCopyable) -> String {
        withUnsafeBytes(of: array) { bytes in String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self) }
    }
}
