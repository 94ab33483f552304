import Reception
import Rehearsal
import Testing

@Suite("The number of a callback")
struct CallbackNumberTests {
    static let ask = "Please key in the number that we should call, with its area code. Then press pound."
    static let list = #"[{ "callback": "office" }, { "say": "Next." }]"#

    static func menu(_ fields: String = "", _ start: String = list) -> String {
        line(start, #""callbacks": { "office": { \#(fields) } }"#, #""country": "GB""#)
    }

    @Test("is typed after 2, read back, and accepted with 1 or #", arguments: ["1", "#"])
    func other(key: String) async throws {
        let call = try await Rehearsed(Self.menu(), "2, 07700900002#, \(key)")
        #expect(
            call.said[2]
                == "You entered 0 7 7, 0 0 9, 0 0 0, 0 2. If that is right, press 1. To change it, press 2.",
            "\(call)")
        let row = try #require(call.callbacks.first)
        #expect(row.number == "+447700900002")
        #expect(row.numberAsGiven == "07700900002")
        #expect(row.source == .typed)
        #expect(row.isConfirmed)
    }

    @Test("is accepted with a # pressed right after the one that ended it")
    func quickPound() async throws {
        let call = try await Rehearsed(Self.menu(), "2, 07700900002##")
        #expect(call.callbacks.map(\.number) == ["+447700900002"], "\(call)")
    }

    @Test("may be changed with 2 when it is read back")
    func change() async throws {
        let call = try await Rehearsed(Self.menu(), "2, 07700900002#, 2, 07700900003#, 1")
        #expect(call.callbacks.map(\.number) == ["+447700900003"], "\(call)")
    }

    @Test("typed needs 1 or #: silence is asked about once more and then not done")
    func silenceAtConfirmation() async throws {
        let call = try await Rehearsed(Self.menu(), "2, 07700900002#")
        #expect(call.said.count { $0.hasPrefix("You entered") } == 2, "\(call)")
        #expect(call.callbacks.isEmpty)
        #expect(call.said.suffix(2) == ["Next.", "Goodbye."])
    }

    @Test("is cleared with *")
    func clear() async throws {
        let call = try await Rehearsed(Self.menu(), "2, 0999*07700900002#, 1")
        #expect(call.callbacks.map(\.number) == ["+447700900002"], "\(call)")
    }

    @Test("is given up with * on an empty entry")
    func star() async throws {
        let call = try await Rehearsed(Self.menu(), "2, *")
        #expect(call.said.suffix(2) == ["Next.", "Goodbye."], "\(call)")
        #expect(call.callbacks.isEmpty)
    }

    @Test("ends by a pause as well as by #")
    func pause() async throws {
        let call = try await Rehearsed(Self.menu(), "2, 07700900002, 1 at 4")
        #expect(call.callbacks.map(\.number) == ["+447700900002"], "\(call)")
    }

    @Test("of ten thousand digits is refused like any other bad one, and no row grows by it")
    func endless() async throws {
        let call = try await Rehearsed(Self.menu(), "2, " + String(repeating: "9", count: 10_000) + "#")
        #expect(call.callbacks.allSatisfy { ($0.number ?? "").utf8.count <= 20 }, "\(call)")
        #expect(call.ledger.steps.allSatisfy { $0.keys.utf8.count <= 1_000 })
    }

    @Test("that cannot be called back is refused, and three of them are not done")
    func threeBad() async throws {
        let call = try await Rehearsed(Self.menu(), "2, 12#, 13#, 14#")
        #expect(call.said.count { $0 == "Sorry, that does not look right. Please try again." } == 3, "\(call)")
        #expect(call.said.suffix(2) == ["Next.", "Goodbye."])
    }

    @Test("may be right after a bad one")
    func afterBad() async throws {
        let call = try await Rehearsed(Self.menu(), "2, 12#, 07700900002#, 1")
        #expect(call.callbacks.map(\.number) == ["+447700900002"], "\(call)")
    }

    @Test("that costs is refused", arguments: ["09061234567", "999", "08431234567"])
    func tollFraud(number: String) async throws {
        let call = try await Rehearsed(Self.menu(), "2, \(number)#, hang up at 1")
        #expect(call.said.last?.hasPrefix("I am sorry, we cannot call that number.") == true, "\(call)")
    }

    @Test("of another country is refused unless `accept` names it")
    func accept() async throws {
        let refused = try await Rehearsed(Self.menu(), "2, 0048600100200#, hang up at 1")
        let accepted = try await Rehearsed(Self.menu(#""accept": ["PL"]"#), "0048600100200#, 1")
        #expect(refused.said.last?.hasPrefix("I am sorry, we cannot call") == true, "\(refused)")
        #expect(accepted.callbacks.map(\.number) == ["+48600100200"], "\(accepted)")
    }

    @Test("of the caller that `accept` does not name is asked for instead of being offered")
    func ownNotAccepted() async throws {
        let call = try await Rehearsed(Self.menu(), "hang up at 1") { $0.from = "+48600100200" }
        #expect(call.said == [Self.ask], "\(call)")
    }

    @Test("that `deny` names is refused")
    func deny() async throws {
        let call = try await Rehearsed(Self.menu(#""deny": ["+44 7700*"]"#), "07700900002#, hang up at 1")
        #expect(call.said.first == Self.ask, "\(call)")
        #expect(call.said.last?.hasPrefix("I am sorry, we cannot call") == true)
    }

    @Test("that is one of our own is refused")
    func own() async throws {
        let call = try await Rehearsed(Self.menu(), "2, 02079460000#, hang up at 1") {
            $0.ownNumbers = ["+442079460000"]
        }
        #expect(call.said.last?.hasPrefix("I am sorry, we cannot call") == true, "\(call)")
    }

    @Test("is asked for when it is withheld, or no number", arguments: ["withheld", "anonymous", "201", nil])
    func unknown(from: String?) async throws {
        let call = try await Rehearsed(Self.menu(), "07700900002#, 1") {
            $0.isWithheld = from == "withheld"
            $0.from = from == "withheld" ? "+447700900001" : from
        }
        #expect(call.said.first == Self.ask, "\(call)")
        #expect(call.callbacks.map(\.number) == ["+447700900002"])
    }

    @Test("is asked for where the step says so")
    func asked() async throws {
        let call = try await Rehearsed(
            Self.menu("", #"{ "callback": "office", "number": "ask" }"#), "07700900002#, 1")
        #expect(call.said.first == Self.ask, "\(call)")
    }

    @Test("that nobody types is asked for once more, and then not done")
    func silence() async throws {
        let call = try await Rehearsed(
            Self.menu("", #"[{ "callback": "office", "number": "ask" }, { "say": "Next." }]"#))
        #expect(call.said == [Self.ask, Self.ask, "Next.", "Goodbye."], "\(call)")
    }

    @Test("is spelled by Asterisk when it cannot be spoken")
    func spelled() async throws {
        let call = try await Rehearsed(Self.menu(), "1") {
            $0.prompts = HeardPrompts { $0.hasPrefix("We can call") }
        }
        #expect(call.said.first == "07700900001", "\(call)")
        #expect(call.callbacks.map(\.number) == ["+447700900001"])
    }
}
