import PhoneNumbers
import Reception
import Testing

@Suite("Patterns of accept and deny")
struct NumberPatternTests {
    let london = TelephoneNumber(e164: "+442079460018", country: "GB", national: "02079460018")
    let free = TelephoneNumber(e164: "+80012345678", country: nil, national: "12345678")

    @Test(
        "a country or the beginning of a number matches",
        arguments: [
            "GB", "gb", "+44", "+4420", "+44 20*", "+44 (20)", "+442079460018", "+44 20 7946 0018*", "020", "0207*",
        ])
    func matching(pattern: String) {
        #expect(london.matches(pattern: pattern))
    }

    @Test(
        "anything else does not",
        arguments: [
            "PL", "UK", "+48", "+4421", "4420", "20", "+4420794600180", "0208*", "", "*", "+", "GBR", "20*7", "+44x",
            "Grün", "+44\n",
        ])
    func other(pattern: String) {
        #expect(!london.matches(pattern: pattern))
    }

    @Test("a number without a country is matched by its beginning only")
    func noCountry() {
        #expect(free.matches(pattern: "+800"))
        #expect(!free.matches(pattern: "001"))
        #expect(!free.matches(pattern: "ZZ"))
    }

    @Test("a text that is neither is no pattern", arguments: ["", "*", "GBR", "+44x", "4 4", "@"])
    func noPattern(text: String) {
        #expect((NumberPattern(text) == nil) == (text != "4 4"))
    }
}
