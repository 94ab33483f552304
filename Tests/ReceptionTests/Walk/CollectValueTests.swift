import Reception
import Rehearsal
import Testing

@Suite("What a collect takes")
struct CollectValueTests {
    /// The value that is kept of an entry; nil: it was refused.
    static func value(_ fields: String, _ keys: String, country: String = "GB") async throws -> String? {
        let menu = CollectTests.menu(fields + #", "confirm": false, "wrong": 1"#, #""country": "\#(country)""#)
        let call = try await Rehearsed.whole(menu, keys) { $0.people = CollectTests.people }
        return call.rang == ["200"] ? nil : call.shown.first
    }

    @Test("as text are the keys as they are")
    func text() async throws {
        #expect(try await Self.value(#""as": "text""#, "00120#") == "00120")
        #expect(try await Self.value(#""as": "text""#, String(repeating: "1", count: 20)) != nil)
    }

    @Test("as a number loses leading zeros", arguments: [("007#", "7"), ("120#", "120"), ("00100#", "100")])
    func number(keys: String, value: String) async throws {
        #expect(try await Self.value(#""as": "number""#, keys) == value)
    }

    @Test("as a telephone number is E.164, in the country's way of writing")
    func phone() async throws {
        #expect(try await Self.value(#""as": "phone""#, "07700900002#") == "+447700900002")
        #expect(try await Self.value(#""as": "phone""#, "600100200#", country: "PL") == "+48600100200")
        #expect(try await Self.value(#""as": "phone""#, "0048600100200#") == "+48600100200")
        #expect(try await Self.value(#""as": "phone""#, "999#") == nil)
        #expect(try await Self.value(#""as": "phone""#, "12345#") == nil)
    }

    @Test("as a date is read in the country's order, and kept as ISO")
    func date() async throws {
        let orders = [
            ("GB", "03041985"), ("PL", "03041985"), ("US", "04031985"), ("CN", "19850403"), ("JP", "19850403"),
        ]
        for (country, keys) in orders {
            #expect(try await Self.value(#""as": "date""#, keys, country: country) == "1985-04-03", "\(country)")
        }
    }

    @Test(
        "as a date must be a day that there is", arguments: ["31041985", "29022023", "00011985", "01131985", "1234#"])
    func badDate(keys: String) async throws {
        #expect(try await Self.value(#""as": "date""#, keys) == nil)
    }

    @Test("as a date of six digits has the year nearest to a life")
    func shortYear() async throws {
        let fields = #""as": "date", "digits": 6"#
        #expect(try await Self.value(fields, "290224") == "2024-02-29")
        #expect(try await Self.value(fields, "030435") == "2035-04-03")
        #expect(try await Self.value(fields, "030436") == "1936-04-03")
        #expect(try await Self.value(fields, "030485") == "1985-04-03")
        #expect(try await Self.value(fields, "290223") == nil)
    }

    @Test("as a time is HH:MM by the 24-hour clock")
    func time() async throws {
        #expect(try await Self.value(#""as": "time""#, "0930") == "09:30")
        #expect(try await Self.value(#""as": "time""#, "2359") == "23:59")
        #expect(try await Self.value(#""as": "time""#, "0000") == "00:00")
        #expect(try await Self.value(#""as": "time", "digits": "3-4""#, "930#") == "09:30")
        for keys in ["2400", "1260", "9999", "12#"] {
            #expect(try await Self.value(#""as": "time""#, keys) == nil, "\(keys)")
        }
    }

    @Test("is checked by Luhn's digit")
    func luhn() async throws {
        let fields = #""digits": "8-19", "check": "luhn""#
        #expect(try await Self.value(fields, "4539578763621486#") == "4539578763621486")
        #expect(try await Self.value(fields, "4539578763621487#") == nil)
        #expect(try await Self.value(fields, "79927398713#") == "79927398713")
        #expect(try await Self.value(fields, "79927398710#") == nil)
    }

    @Test("is checked against a list of values")
    func values() async throws {
        let fields = #""digits": "1-3", "check": ["11", 12, "300"]"#
        #expect(try await Self.value(fields, "11#") == "11")
        #expect(try await Self.value(fields, "12#") == "12")
        #expect(try await Self.value(fields, "300") == "300")
        #expect(try await Self.value(fields, "13#") == nil)
        #expect(try await Self.value(#""as": "number", "check": [7]"#, "007#") == "7")
    }

    @Test("is checked against bounds, both included, of which one may be missing")
    func bounds() async throws {
        let fields = #""as": "number", "digits": "1-3", "check": { "min": 5, "max": 31 }"#
        for (keys, value) in [("5#", "5"), ("31#", "31"), ("005", "5"), ("4#", nil), ("32#", nil)] {
            #expect(try await Self.value(fields, keys) == value, "\(keys)")
        }
        #expect(try await Self.value(#""digits": 3, "check": { "min": 200 }"#, "999") == "999")
        #expect(try await Self.value(#""digits": 3, "check": { "max": 200 }"#, "999") == nil)
    }

    @Test("is checked by a regular expression over the whole value")
    func pattern() async throws {
        let fields = ##""digits": "1-6", "check": "^[1-4]\\d{4}$""##
        #expect(try await Self.value(fields, "12345#") == "12345")
        #expect(try await Self.value(fields, "52345#") == nil)
        #expect(try await Self.value(fields, "123456") == nil)
        #expect(try await Self.value(##""as": "phone", "check": "^\\+447\\d+$""##, "07700900002#") == "+447700900002")
        #expect(try await Self.value(##""as": "phone", "check": "^\\+447\\d+$""##, "02079460018#") == nil)
    }

    @Test("is checked without delay by a pattern made to hang")
    func catastrophic() async throws {
        let value = try await Self.value(
            ##""digits": "1-20", "clear": "", "check": "^(\\d+|\\d\\d|(\\d*)*)+$""##, "111111111111111111*#")
        #expect(value == nil)
    }
}

@Suite("A collect whose variable is known")
struct CollectKnownTests {
    static let imported = #""variables": { "invoice": "{arg.invoice}" }"#

    static func call(_ fields: String, known: String, _ script: String = "") async throws -> Rehearsed {
        try await Rehearsed.whole(CollectTests.menu(fields, imported), script) {
            $0.people = CollectTests.people
            $0.arguments = ["invoice": known]
        }
    }

    @Test("is skipped: nothing is said and nothing asked")
    func skipped() async throws {
        let call = try await Self.call(#""digits": 5"#, known: "12345")
        #expect(call.said.isEmpty, "\(call)")
        #expect(call.shown == ["12345"])
    }

    @Test("asks for a value that would not be taken", arguments: ["1234", "123456", "", "   "])
    func invalid(known: String) async throws {
        let call = try await Self.call(#""digits": 5"#, known: known, "54321")
        #expect(call.said == [CollectTests.ask], "\(call)")
        #expect(call.shown == ["54321"])
    }

    @Test("asks always where the step says so")
    func always() async throws {
        let call = try await Self.call(#""digits": 5, "ask": "always""#, known: "12345", "54321")
        #expect(call.said == [CollectTests.ask], "\(call)")
        #expect(call.shown == ["54321"])
        let kept = try await Self.call(#""digits": 5, "ask": "always", "optional": true"#, known: "12345", "#")
        #expect(kept.shown == ["12345"], "\(kept)")
    }

    @Test("has its value in the form that typing gives")
    func normalised() async throws {
        let forms = [
            (#""as": "date""#, "2026-03-05", "2026-03-05"), (#""as": "time""#, "9:20", "09:20"),
            (#""as": "time""#, "09:20:00", "09:20"), (#""as": "phone""#, "07700 900002", "+447700900002"),
            (#""as": "number""#, "0042", "42"), (#""digits": "4-8""#, "AB123", "AB123"),
        ]
        for (fields, known, value) in forms {
            let call = try await Self.call(fields, known: known)
            #expect(call.shown == [value], "\(fields)\n\(call)")
            #expect(call.said.isEmpty)
        }
    }

    @Test(
        "asks for what is no value of its kind",
        arguments: [
            (#""as": "date""#, "5.3.2026"), (#""as": "date""#, "2026-02-30"), (#""as": "time""#, "24:00"),
            (#""as": "phone""#, "999"), (#""as": "number""#, "4x"), (#""digits": 2, "check": ["11"]"#, "12"),
        ])
    func noValue(fields: String, known: String) async throws {
        let call = try await Self.call(fields + #", "silent": 1"#, known: known)
        #expect(call.said == [CollectTests.ask], "\(call)")
    }

    @Test("is skipped the second time in one call")
    func second() async throws {
        let ask = #"{ "say": "Number.", "collect": "a", "digits": 3 }"#
        let call = try await Rehearsed.whole(
            line(#"[\#(ask), \#(ask), { "ring": "201", "show": "{a}" }]"#), "123"
        ) { $0.people = CollectTests.people }
        #expect(call.said == ["Number."], "\(call)")
        #expect(call.shown == ["123"])
    }
}
