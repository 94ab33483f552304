import PhoneNumbers
import Reception
import Testing

/// A number as written, where, and what it must become.
struct WrittenNumber: Sendable, CustomTestStringConvertible {
    let text: String
    let country: String
    let e164: String
    let of: String?
    let national: String

    init(_ text: String, _ country: String, _ e164: String, _ of: String?, _ national: String) {
        self.text = text
        self.country = country
        self.e164 = e164
        self.of = of
        self.national = national
    }

    var testDescription: String { "\(text) in \(country)" }
}

@Suite("Telephone numbers")
struct NumberRulesTests {
    let rules = NumberRules()

    static let callable: [WrittenNumber] = [
        // Ofcom's numbers for drama: possible, and in no range that is in use.
        WrittenNumber("07700 900001", "GB", "+447700900001", "GB", "07700900001"),
        WrittenNumber("07700900999", "GB", "+447700900999", "GB", "07700900999"),
        WrittenNumber("020 7946 0018", "GB", "+442079460018", "GB", "02079460018"),
        WrittenNumber("+44 (0)20 7946 0018", "GB", "+442079460018", "GB", "02079460018"),
        WrittenNumber("00442079460018", "GB", "+442079460018", "GB", "02079460018"),
        WrittenNumber("447700900001", "GB", "+447700900001", "GB", "07700900001"),
        WrittenNumber("7700900001", "GB", "+447700900001", "GB", "07700900001"),
        WrittenNumber("01481 727000", "GB", "+441481727000", "GG", "01481727000"),
        // Other countries, as their people write them.
        WrittenNumber("(201) 555-0123", "US", "+12015550123", "US", "2015550123"),
        WrittenNumber("12015550123", "US", "+12015550123", "US", "2015550123"),
        WrittenNumber("011 44 20 7946 0018", "US", "+442079460018", "GB", "02079460018"),
        WrittenNumber("416-555-0123", "CA", "+14165550123", "CA", "4165550123"),
        WrittenNumber("600 100 200", "PL", "+48600100200", "PL", "600100200"),
        WrittenNumber("22 555 01 23", "PL", "+48225550123", "PL", "225550123"),
        WrittenNumber("0048 600 100 200", "PL", "+48600100200", "PL", "600100200"),
        WrittenNumber("8 (912) 345-67-89", "RU", "+79123456789", "RU", "89123456789"),
        WrittenNumber("810 44 20 7946 0018", "RU", "+442079460018", "GB", "02079460018"),
        WrittenNumber("0812-3456-7890", "ID", "+6281234567890", "ID", "081234567890"),
        WrittenNumber("021 3456 7890", "ID", "+622134567890", "ID", "02134567890"),
        WrittenNumber("139 1234 5678", "CN", "+8613912345678", "CN", "13912345678"),
        WrittenNumber("010 1234 5678", "CN", "+861012345678", "CN", "01012345678"),
        WrittenNumber("030/123456", "DE", "+4930123456", "DE", "030123456"),
        WrittenNumber("06 12 34 56 78", "FR", "+33612345678", "FR", "0612345678"),
        WrittenNumber("152345678", "FR", "+33152345678", "FR", "0152345678"),
        WrittenNumber("06 1234 5678", "IT", "+390612345678", "IT", "0612345678"),
        WrittenNumber("612 34 56 78", "ES", "+34612345678", "ES", "612345678"),
        WrittenNumber("0412 345 678", "AU", "+61412345678", "AU", "0412345678"),
        WrittenNumber("06 20 123 4567", "HU", "+36201234567", "HU", "06201234567"),
        WrittenNumber("080-1234-5678", "JP", "+818012345678", "JP", "08012345678"),
        // What a network gives without a +, and an international form in a country with another prefix.
        WrittenNumber("48600100200", "GB", "+48600100200", "PL", "600100200"),
        WrittenNumber("0044 20 7946 0018", "US", "+442079460018", "GB", "02079460018"),
        WrittenNumber("+800 1234 5678", "GB", "+80012345678", nil, "12345678"),
        WrittenNumber("+442079460018", "XX", "+442079460018", "GB", "02079460018"),
    ]

    @Test("a number as people write it is read", arguments: callable)
    func callableNumber(written: WrittenNumber) {
        let expected = TelephoneNumber(e164: written.e164, country: written.of, national: written.national)
        #expect(rules.read(written.text, country: written.country) == .callable(expected))
    }

    @Test(
        "numbers that cost or harm are refused",
        arguments: [
            ("0909 879 0000", "GB", NumberReading.Kind.premium), ("+44 909 879 0000", "PL", .premium),
            ("01805 123456", "DE", .sharedCost), ("1-900-234-5678", "US", .premium),
            ("0900 1 234567", "DE", .premium), ("701 234 567", "PL", .premium), ("801 234 567", "PL", .sharedCost),
            ("+979 1 2345 6789", "GB", .premium), ("0899 70 12 34", "FR", .premium),
            ("999", "GB", .emergency), ("112", "GB", .emergency), ("112", "PL", .emergency), ("997", "PL", .emergency),
            ("911", "US", .emergency), ("110", "CN", .emergency), ("15", "FR", .emergency),
            ("911 555 1234", "US", .emergency),
            ("118 118", "GB", .short), ("101", "GB", .short), ("411", "US", .short), ("116 123", "PL", .short),
        ])
    func refusedNumber(text: String, country: String, kind: NumberReading.Kind) {
        #expect(rules.read(text, country: country) == .refused(kind))
    }

    @Test(
        "what is no whole number is asked again",
        arguments: [
            ("0207", "GB"), ("7946 0018", "GB"), ("123 4567", "US"), ("1", "GB"), ("0", "GB"), ("0000000000", "GB"),
            ("077009000011234", "GB"), ("+", "GB"), ("+44", "GB"), ("+44 20", "GB"), ("00", "GB"), ("+0 1234567", "GB"),
            ("2079460018", "XX"), ("600100200", ""), ("600100200", "pl"), ("99912345678901234567", "GB"),
        ])
    func notPossible(text: String, country: String) {
        #expect(rules.read(text, country: country) == .notPossible)
    }

    @Test(
        "what stands for a withheld number, and hostile text, is no number",
        arguments: [
            "", " ", "anonymous", "Anonymous", "unknown", "Restricted", "Unavailable", "withheld", "asterisk", "s",
            "<unknown>", "0800 FLOWERS", "sip:442079460018@example.org", "tel:+442079460018", "020 7946 0018 ext 5",
            "020 7946 0018;ext=5", "02079460018#", "*43", "+44+2079460018", "0207946\u{0}0018", "02079460018\r\n",
            "٠٢٠٧٩٤٦٠٠١٨", "０２０７９４６００１８", "02079460018\u{202E}", "020\u{A0}7946\u{A0}0018",
        ])
    func garbage(text: String) {
        #expect(rules.read(text, country: "GB") == .notPossible)
    }

    @Test("a text of a megabyte is refused at once")
    func longText() {
        #expect(rules.read(String(repeating: "0", count: 1 << 20), country: "GB") == .notPossible)
        #expect(rules.read(String(repeating: " ", count: 1 << 20) + "02079460018", country: "GB") == .notPossible)
    }

    @Test("any thread may ask")
    func threads() async {
        let numbers = Self.callable
        let wrong = await withTaskGroup(of: Int.self) { group in
            for worker in 0..<8 {
                group.addTask {
                    (0..<200).count { turn in
                        let written = numbers[(worker + turn) % numbers.count]
                        guard case .callable(let number) = NumberRules().read(written.text, country: written.country)
                        else { return true }
                        return number.e164 != written.e164
                    }
                }
            }
            return await group.reduce(0, +)
        }
        #expect(wrong == 0)
    }

    @Test("a country is known by its two capital letters")
    func countries() {
        for country in ["GB", "PL", "RU", "ID", "CN", "US"] { #expect(rules.knows(country: country)) }
        for country in ["UK", "XX", "ZZ", "gb", "G", "", "GBR", "00"] { #expect(!rules.knows(country: country)) }
    }
}
