import FastAGI
import Reception
import Testing

@testable import Attendant

@Suite("Subroutines, variables and the dialplan over FastAGI")
struct AGIPhoneDialplanTests {
    static let place = Reception.DialplanPlace(context: "price", exten: "s", priority: "1")

    private func gosub(_ script: String, _ arguments: [String] = []) async throws -> Result<Bool, PhoneError> {
        try await Line.result(script) { phone throws(PhoneError) in
            try await phone.gosub(Self.place, arguments: arguments)
        }
    }

    @Test("a subroutine that returns, with arguments")
    func gosub() async throws {
        let result = try await gosub(
            """
            > GOSUB price s 1 "+447700900001,two words"
            < 100 result=0 Trying...
            < 200 result=0 Gosub complete
            """, ["+447700900001", "two words"])
        #expect(result == .success(true))
    }

    @Test(
        "one that does not return, and one that is not there",
        arguments: [
            "200 result=0 Gosub complete (abnormal exit)", "200 result=-1 Gosub label not found",
            "200 result=-1 Gosub failed",
        ])
    func failed(reply: String) async throws {
        let result = try await gosub(
            """
            > GOSUB price s 1
            < \(reply)
            """)
        #expect(result == .success(false))
    }

    @Test("a hang-up in it ends the call")
    func hangUp() async throws {
        let result = try await gosub(
            """
            > GOSUB price s 1
            < 100 result=0 Trying...
            < HANGUP
            < 200 result=0 Gosub complete (abnormal exit)
            """)
        #expect(result == .failure(.hungUp))
    }

    @Test("a priority by its label")
    func label() async throws {
        let result = try await Line.result(
            """
            > GOSUB price s begin
            < 100 result=0 Trying...
            < 200 result=0 Gosub complete
            """
        ) { phone throws(PhoneError) in
            try await phone.gosub(.init(context: "price", exten: "s", priority: "begin"), arguments: [])
        }
        #expect(result == .success(true))
    }

    private func goTo(_ script: String) async throws -> Result<Bool, PhoneError> {
        try await Line.result(script) { phone throws(PhoneError) in
            try await phone.goTo(Self.place)
            return true
        }
    }

    @Test(
        "says where the dialplan goes on, once it knows that the place is there",
        arguments: ["200 result=1 (1)", "200 result=0"])
    func goTo(exists: String) async throws {
        let result = try await goTo(
            """
            > GET VARIABLE DIALPLAN_EXISTS(price,s,1)
            < \(exists)
            > SET CONTEXT price
            < 200 result=0
            > SET EXTENSION s
            < 200 result=0
            > SET PRIORITY 1
            < 200 result=0
            """)
        #expect(result == .success(true))
    }

    @Test("goes nowhere when there is no such place")
    func nowhere() async throws {
        let result = try await goTo(
            """
            > GET VARIABLE DIALPLAN_EXISTS(price,s,1)
            < 200 result=1 (0)
            """)
        #expect(result == .failure(.refused("there is no price,s,1 in the dialplan")))
    }

    @Test("puts the old place back when Asterisk refuses the new one half way")
    func halfWay() async throws {
        let result = try await goTo(
            """
            > GET VARIABLE DIALPLAN_EXISTS(price,s,1)
            < 200 result=0
            > SET CONTEXT price
            < 200 result=0
            > SET EXTENSION s
            < 200 result=0
            > SET PRIORITY 1
            < 520 Invalid command syntax.  Proper usage not available.
            > SET CONTEXT ivr
            < 200 result=0
            > SET EXTENSION 700
            < 200 result=0
            """)
        guard case .failure(.refused) = result else {
            Issue.record("\(result)")
            return
        }
    }

    private func variable(_ script: String) async throws -> Result<String?, PhoneError> {
        try await Line.result(script) { phone throws(PhoneError) in try await phone.variable("PRICE") }
    }

    @Test(
        "a value travels percent-encoded, whatever is in it",
        arguments: [
            ("12.50", "12.50"), ("a%0A%3E%20b%29", "a\n> b)"), ("Gr%C3%BC%C3%9Fe", "Grüße"), ("100%25", "100%"),
            ("%FF%00x", "\u{FFFD}\0x"), ("%", "%"), ("%4", "%4"), ("%zz", "%zz"), ("%F0%9F%91%A9", "👩"),
        ])
    func value(encoded: String, text: String) async throws {
        let result = try await variable(
            """
            > GET FULL VARIABLE ${LEN(${PRICE})}
            < 200 result=1 (9)
            > GET FULL VARIABLE ${URIENCODE(${PRICE})}
            < 200 result=1 (\(encoded))
            """)
        #expect(result == .success(text))
    }

    @Test("one that is not set is none, and Asterisk is not made to complain about it")
    func unset() async throws {
        let result = try await variable(
            """
            > GET FULL VARIABLE ${LEN(${PRICE})}
            < 200 result=1 (0)
            """)
        #expect(result == .success(nil))
    }

    @Test(
        "arguments stay one each, whatever is in them",
        arguments: [
            ("plain", "plain"), ("+44 7700 900001", "+44 7700 900001"), ("a,b", "a%2Cb"), ("(x)", "%28x%29"),
            ("[x]", "%5Bx%5D"), (#"a"b\c"#, "a%22b%5Cc"), ("${EVIL}", "%24%7BEVIL%7D"), ("100%", "100%25"),
            ("one\r\nHANGUP", "oneHANGUP"), ("nul\0nul", "nulnul"), ("ż👩‍👩‍👧", "ż👩‍👩‍👧"), ("a\u{202E}b", "a\u{202E}b"),
            ("a\u{2028}b", "ab"), ("", ""),
        ])
    func arguments(value: String, encoded: String) {
        #expect(GosubArguments(["1", value, "3"]).text == "1,\(encoded),3")
    }

    @Test("an argument is no longer than a channel variable may be")
    func longArgument() {
        #expect(GosubArguments([String(repeating: "x", count: 10_000)]).text == String(repeating: "x", count: 80))
        #expect(GosubArguments([String(repeating: ",", count: 10_000)]).text == String(repeating: "%2C", count: 80))
    }
}
