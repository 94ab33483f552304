import MenuFile
import Reception
import Rehearsal
import Testing

@Suite("The timeline of a call")
struct TimelineTests {
    private static func texts(_ call: Rehearsed, _ kind: CallMoment.Kind) -> [String] {
        call.ledger.moments.filter { $0.kind == kind }.map(\.text)
    }

    @Test("names why the call was closed, what was chosen, who rang, and when")
    func decisions() async throws {
        let menu = """
            { "attendant": 1, "name": "Miller", "country": "GB", "timezone": "Europe/London", "operator": "200",
              "hours": { "mon-fri": "8-17" }, "holidays": { "12-25": "Christmas Day" }, "people": { "ben": "202" },
              "start": { "ring": "200" },
              "closed": { "say": "We are closed.", "menu": { "1": { "for": "an emergency", "ring": "ben" } } } }
            """
        let call = try await Rehearsed(menu, "1") { world in
            world.release = .whole
            world.at = "2026-12-25 11:00"
            world.people = ["ben": .answers(after: .seconds(6))]
        }
        let decisions = Self.texts(call, .decision)
        let closed = try #require(decisions.first)
        #expect(closed.hasPrefix("to closed: closed because ") && closed.contains("Christmas Day"))
        #expect(decisions.contains("choice 1: Emergency"))
        let ring = try #require(call.ledger.moments.first { $0.kind == .ring })
        #expect(ring.text == "rang ben: talked" && ring.details.answeredAfter == 6 && ring.step == "closed.menu.1")
        #expect(ring.details.names == ["ben"] && ring.details.shows == "Emergency: +447700900001")
        let key = try #require(call.ledger.moments.first { $0.kind == .key })
        let prompt = try #require(call.ledger.moments.first { $0.kind == .prompt })
        #expect(key.text == "1" && key.at > prompt.at && ring.at >= key.at)
        #expect(
            call.ledger.moments.last?.kind == .ended
                && call.ledger.moments.map(\.order) == Array(0..<call.ledger.moments.count))
    }

    @Test("a request: its URL without secrets, status, milliseconds, and what was kept")
    func web() async throws {
        let menu = RequestTests.menu(
            "GET https://user:pw@his.example/{env.HIS}/visits?phone={caller.number}&api_key=abc&pin={secret}",
            #", "keep": { "x": "id", "y": "name" }, "sensitive": ["y"]"#)
        let call = try await RequestTests.call(
            menu.replacing(
                "\"start\":",
                with: "\"variables\": { \"secret\": { \"channel\": \"PIN\", \"sensitive\": true } }, \"start\":"),
            "", [.init("GET *", body: #"{ "id": "77", "name": "Ada" }"#, takes: .milliseconds(250))]
        ) { world in
            world.environment = ["HIS": "token"]
            world.channel = ["PIN": "4711"]
        }
        let moment = try #require(call.ledger.moments.first { $0.kind == .web }, "\(call)")
        let details = moment.details
        #expect(
            details.url == "https://•••@his.example/•••/visits?phone=%2B447700900001&api_key=•••&pin=•••")
        #expect(details.status == "200" && details.milliseconds == 250 && details.result == "done")
        #expect(details.kept?.map(\.value) == ["77", nil] && details.isMasked == true)
        let all = call.ledger.moments.map { "\($0)" }.joined()
        for secret in ["4711", "token", "abc", "Ada", "pw@"] { #expect(!all.contains(secret), "\(secret)") }
    }

    @Test("a caller who keeps pressing keys fills no disk; how the call ended is noted all the same")
    func bounded() async throws {
        let menu = line(#"{ "menu": { "1": { "for": "it", "say": "This is it." } } }"#)
        let call = try await Rehearsed(menu, String(repeating: "#", count: 1100) + " now")
        #expect(call.ledger.moments.count == 1001)
        #expect(call.ledger.moments.last?.kind == .ended)
    }

    @Test("keys that belonged to a wrong entry are told apart")
    func dropped() async throws {
        let menu = line(#"{ "menu": { "201-249": { "for": "it", "say": "This is it." } } }"#)
        let call = try await Rehearsed(menu, "299 now")
        let keys = call.ledger.moments.filter { $0.kind == .key }
        #expect(keys.map(\.text) == ["2", "9", "9"] && keys.map(\.details.isDropped) == [nil, nil, true])
    }
}
