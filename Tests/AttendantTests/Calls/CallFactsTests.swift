import FakeAsterisk
import FastAGI
import Foundation
import Reception
import Testing

@testable import Attendant

@Suite("What is known of a call from its environment")
struct CallFactsTests {
    private func facts(_ call: IncomingCall) async throws -> CallFacts {
        let (ours, theirs) = MemoryLink.pair()
        async let asterisk: Void = ScriptedAsterisk([], call: call).run(over: ours)
        let session = try #require(try await Session.begin(over: theirs))
        let facts = CallFacts(id: "7", session.environment)
        session.close()
        try await asterisk
        return facts
    }

    @Test("an ordinary call")
    func ordinary() async throws {
        let facts = try await facts(IncomingCall(number: "07700900001", name: "Jo Miller", dialled: "700"))
        #expect(
            facts
                == CallFacts(
                    id: "7", uniqueID: "1795334806.17", channel: "PJSIP/trunk-00000001", number: "07700900001",
                    isWithheld: false, name: "Jo Miller", dialled: "700", language: "en"))
    }

    @Test("a number that is withheld is known to be so even where the trunk tells it", arguments: [32, 35, 96])
    func withheld(presentation: Int) async throws {
        let facts = try await facts(IncomingCall(number: "07700900001", presentation: presentation))
        #expect(facts.isWithheld)
        #expect(facts.number == "07700900001")
    }

    @Test("no number and no name")
    func unknown() async throws {
        let facts = try await facts(IncomingCall(number: nil, name: nil))
        #expect(facts.isWithheld)
        #expect(facts.number == nil)
        #expect(facts.name == nil)
    }

    @Test(
        "the dialled number: DNID, else the extension, unless it is one of the dialplan's own",
        arguments: [
            ("44207946000", "700", "44207946000"), (nil, "700", "700"), (nil, "s", nil), (nil, "t", nil),
            (nil, "i", nil), (nil, "h", nil), (nil, "", nil), ("700", "s", "700"),
        ] as [(String?, String, String?)])
    func dialled(dnid: String?, extension: String, expected: String?) async throws {
        let facts = try await facts(IncomingCall(dialled: dnid, extension: `extension`))
        #expect(facts.dialled == expected)
    }

    @Test("arguments by their place, query items by their name, the first of several")
    func arguments() async throws {
        let call = IncomingCall(
            script: "reception?step=parts&who=J%C3%B6rg&step=evil&bare&1=no", arguments: ["first", "", "third"])
        #expect(
            try await facts(call).arguments
                == ["1": "first", "2": "", "3": "third", "step": "parts", "who": "Jörg", "bare": ""])
    }

    @Test("hostile names are kept as they came: each way out has its own encoder")
    func hostile() async throws {
        let name = "\"><script>\\\u{1B}[2J' OR 1=1 --" + String(repeating: "x", count: 900)
        #expect(try await facts(IncomingCall(name: name)).name == name)
    }

    @Test("real time goes on and is near the calendar's")
    func clock() {
        let clock = SystemClock()
        let first = clock.uptime
        #expect(clock.uptime >= first)
        #expect(abs(clock.now.timeIntervalSinceNow) < 60)
    }
}
