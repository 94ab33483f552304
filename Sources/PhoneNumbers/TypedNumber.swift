/// A number reduced to what the library is given: digits, perhaps with a + in front.
struct TypedNumber {
    /// The longest text that is looked at, in bytes: twice E.164's 15 digits with separators between them.
    static let longestText = 48
    /// The most digits: E.164's 15, a carrier prefix, and an international prefix before them.
    static let mostDigits = 20
    /// The fewest digits that a number without + or 00 must have to be tried as an international one.
    static let fewestBareDigits = 8

    /// 0-9 with at most one + in front.
    let text: String

    /// Nil when the text is no number: empty, too long, or with a character that no written number has.
    init?(_ text: String) {
        guard text.utf8.count <= Self.longestText else { return nil }
        var kept: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): kept.append(byte)
            case UInt8(ascii: "+") where kept.isEmpty: kept.append(byte)
            case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "("),
                UInt8(ascii: ")"):
                continue
            default: return nil
            }
        }
        let digits = kept.drop { $0 == UInt8(ascii: "+") }
        guard (1...Self.mostDigits).contains(digits.count) else { return nil }
        self.text = String(decoding: kept, as: UTF8.self)
    }

    /// Whether it is zeros only, which some networks send for a withheld number; libphonenumber calls ten of them
    /// possible.
    var isZero: Bool { text.utf8.allSatisfy { $0 == UInt8(ascii: "0") || $0 == UInt8(ascii: "+") } }

    /// The same digits as an international number, when they may be one.
    var international: (text: String, mustBeInUse: Bool)? {
        for prefix in ["00", "011"] where text.hasPrefix(prefix) {
            return ("+" + text.dropFirst(prefix.count), false)
        }
        let isBare = !text.hasPrefix("+") && !text.hasPrefix("0") && text.utf8.count >= Self.fewestBareDigits
        return isBare ? ("+" + text, true) : nil
    }
}
