import PhoneNumbers
import Reception
import Testing

@Suite("Patterns of callers and called numbers")
struct CallerPatternTests {
    static let rules = NumberRules()

    static func number(_ given: String, _ country: String = "GB") -> GivenNumber {
        if case .callable(let telephone) = rules.read(given, country: country) {
            return GivenNumber(given, telephone: telephone)
        }
        return GivenNumber(given)
    }

    static func matches(_ given: String, _ pattern: String, _ country: String = "GB") -> Bool {
        rules.matches(number(given, country), pattern: pattern, country: country)
    }

    @Test(
        "compare as E.164, however the network and the file write a number",
        arguments: ["+44 20 7946 0001", "020 7946 0001", "00442079460001", "442079460001", "+44-20-7946-0001"],
        ["+442079460001", "02079460001", "442079460001", "00442079460001"])
    func same(pattern: String, given: String) {
        #expect(Self.matches(given, pattern))
    }

    @Test(
        "with a star stand for any rest, with an x for any digit",
        arguments: [
            "+44*", "+44 20*", "+4420 7946 00xx", "+44 xx 7946 0001", "020*", "020 7946*", "*", "+*", "+442079460001*",
            "0044 20*", "0x079460001",
        ])
    func wild(pattern: String) {
        #expect(Self.matches("+442079460001", pattern))
    }

    @Test(
        "do not match other numbers",
        arguments: [
            "+44 20 7946 0002", "+44 20 7946 000", "+44 20 7946 00011", "+48*", "021*", "20*", "4420*", "+44 20 7946 0",
            "+4420794600xxx", "7946 0001", "", "+", "44a", "4*4",
        ])
    func other(pattern: String) {
        #expect(!Self.matches("+442079460001", pattern))
    }

    @Test("match extensions as they are", arguments: ["201", "2xx", "20*", "2*", "*", "2-0-1"])
    func extensions(pattern: String) {
        #expect(Self.matches("201", pattern))
    }

    @Test("for extensions do not match numbers of the world, nor the other way round")
    func apart() {
        #expect(!Self.matches("+201001234567", "2*"))
        #expect(!Self.matches("201", "+2*"))
        #expect(!Self.matches("201", "0201"))
        #expect(!Self.matches("2011", "2xx"))
        #expect(!Self.matches("21", "2xx"))
    }

    @Test("without + are the way of writing of their own country only")
    func ownCountry() {
        #expect(Self.matches("+48600100200", "600 100*", "PL"))
        #expect(Self.matches("600100200", "+48 600*", "PL"))
        #expect(!Self.matches("+48600100200", "600 100*", "GB"))
        #expect(!Self.matches("+493012345678", "030*", "GB"))
    }

    @Test("match no text that is no number", arguments: ["", "anonymous", "alice@example.com", "+44\n20", "Ⅷ", "*43"])
    func hostile(given: String) {
        #expect(!Self.matches(given, "*"))
        #expect(!Self.matches(given, "+*"))
        #expect(!Self.matches(given, "x"))
    }

    @Test("are quick in long lists: only numbers that end alike are read")
    func quick() {
        let caller = Self.number("+442079460001")
        let patterns = (0..<5_000).map { "020 7946 \(1_000 + $0 % 8_999)" }
        let time = ContinuousClock().measure {
            #expect(!patterns.contains { Self.rules.matches(caller, pattern: $0, country: "GB") })
        }
        #expect(time < .seconds(2), "\(time)")
    }
}
