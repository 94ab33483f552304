import Foundation
import Testing

@testable import MenuFile

@Suite("A file of call tests")
struct CallTestLoaderTests {
    let menu: MenuDocument

    init() throws {
        menu = try #require(try Fixture(folder: "examples", name: "everything").load(.whole).document)
    }

    private func load(_ text: String) -> (file: CallTestFile?, findings: [Finding]) {
        CallTestLoader.load(Array(text.utf8), fileName: "everything.test.json", menu: menu)
    }

    private func everything() throws -> [CallTest] {
        let bytes = try Fixture(folder: "calls", name: "everything.test").bytes()
        let loaded = CallTestLoader.load(bytes, fileName: "everything.test.json", menu: menu)
        #expect(loaded.findings.isEmpty, "\(loaded.findings)")
        return try #require(loaded.file).calls
    }

    @Test("tells exactly what is wrong, each with its line and column")
    func broken() throws {
        let bytes = try Fixture(folder: "calls", name: "broken.test").bytes()
        let loaded = CallTestLoader.load(bytes, fileName: "broken.test.json", menu: menu)
        #expect(loaded.file == nil)
        try GoldenTests.expect(loaded.findings, Fixture(folder: "calls", name: "broken.test"))
    }

    @Test("describes the world that a call meets")
    func world() throws {
        let world = try everything()[0].world
        #expect(world.at?.description == "2026-10-25T02:30:15+01:00")
        #expect(world.from == "+48 600-100-200" && world.caller == "J Smith" && world.called == "700")
        #expect(world.language == "pl_PL" && world.arguments == ["step": "asking"] && world.notices == ["gas"])
        #expect(world.switches == ["night": false, "office": true] && world.callsToday == 2 && world.dice == 99)
        #expect(
            world.people == [
                "anna": .answers(after: .seconds(3)), "202": .busy, "+48 601 000 000": .answers(after: .seconds(1.5)),
                "Local/203@from-internal": .offline, "box": .noAnswer,
            ])
        #expect(world.queues == ["main": .serves(waiting: 4, answersAfter: .seconds(20))])
        #expect(world.listed == ["office": 3] && world.channel == ["ACCOUNT": "77"] && world.recordsBroken)
    }

    @Test("gives each web service its reply; in json every key is data")
    func web() throws {
        let web = try everything()[0].world.web
        #expect(web.map(\.pattern.description) == ["POST */orders/*", "GET *"])
        #expect(
            web[0].body
                == #"{"data":[{"state":"late","note":"kept"}],"x-own":[1.50,null,true,"a\"\u0001"]}"#)
        #expect(web[0].status == 201 && web[0].takes == .seconds(0.5))
        #expect(web[1].body == "no JSON" && web[1].status == 200 && web[1].takes == .seconds(0.2))
    }

    @Test("says what the caller does and hears")
    func script() throws {
        let script = try everything()[0].script
        #expect(
            script.map(\.action) == [
                .press("12#", .whenDue), .press("1", .after(.seconds(1.5))), .press("*", .now), .silence,
                .speak(.seconds(6)), .hangUp(.after(.seconds(2.25))), .hangUp(.whenDue), .hear("Good day, hear"),
                .notHear(" bye"),
            ])
        #expect(script[0].position == Position(line: 20, column: 18))
    }

    @Test("says what must come of it")
    func expectation() throws {
        let expect = try everything()[0].expect
        guard case .some("anna")? = expect.reaches, case .some(let callback)? = expect.callback,
            case .some(let voicemail)? = expect.voicemail, case .some(let email)? = expect.email
        else {
            Issue.record("something is missing in \(expect)")
            return
        }
        #expect(callback.list == "office" && callback.number == "+48600100200")
        #expect(callback.confirmed == false && callback.status == "missed")
        #expect(
            voicemail
                == {
                    var voicemail = CallTest.Voicemail(); voicemail.to = "anna"; voicemail.seconds = 6; return voicemail
                }())
        #expect(email == ["anna", "x@y.example"] && expect.requests?.map(\.description) == ["POST */orders/1"])
        #expect(expect.shows == "Repair: J Smith" && expect.whispers == "A repair" && expect.path == "1 Repair")
        #expect(expect.variables == [.init(name: "order", value: "12345"), .init(name: "card", value: nil)])
        #expect(expect.language == "pl" && expect.ends == .handedOver && expect.within == .seconds(30.5))
        #expect(expect.says == ["good"] && expect.never == ["a", "b"])
    }

    @Test("tells null, which must not be, from what does not matter")
    func nulls() throws {
        let calls = try everything()
        let nothing = calls[1].expect
        guard case CallTest.Wanted.none? = nothing.reaches, case CallTest.Wanted.none? = nothing.callback,
            case CallTest.Wanted.none? = nothing.voicemail, case CallTest.Wanted.none? = nothing.email
        else {
            Issue.record("a null was lost in \(nothing)")
            return
        }
        #expect(nothing.requests?.isEmpty == true && nothing.ends == nil && nothing.within == nil)
        #expect(calls[1].world.queues == ["main": .full] && calls[2].world.queues == ["main": .empty])
        #expect(calls[1].world.from == nil && calls[2].world.from == nil)
        guard case .some(let withheld)? = calls[2].expect.callback else { throw Unexpected() }
        #expect(withheld.number == .some(nil) && withheld.list == nil)
    }

    @Test("must say when a call arrives where the menu has hours, and need not where it has none")
    func moment() throws {
        let loaded = load(#"{ "calls": [ { "name": "a" } ] }"#)
        #expect(
            loaded.findings.map(\.description) == [
                #"everything.test.json:1:14: error missing-key: "at" is missing: the menu has hours"#
            ])
        let small = try #require(try Fixture(folder: "examples", name: "minimal").load(.whole).document)
        let free = CallTestLoader.load(
            Array(#"{ "calls": [ { "name": "a" } ] }"#.utf8), fileName: "minimal.test.json", menu: small)
        #expect(free.findings.isEmpty && free.file?.calls.count == 1)
    }

    @Test("that is no JSON or no object is one finding", arguments: ["", "[]", "{", "7"])
    func hopeless(text: String) {
        let loaded = load(text)
        #expect(loaded.file == nil && loaded.findings.count == 1)
    }

    @Test("cut off anywhere is never a crash and never half a file")
    func cut() throws {
        let bytes = try Fixture(folder: "calls", name: "everything.test").bytes()
        for end in stride(from: 0, to: bytes.count - 2, by: 7) {
            let loaded = CallTestLoader.load(Array(bytes[..<end]), fileName: "everything.test.json", menu: menu)
            #expect(loaded.file == nil && !loaded.findings.isEmpty)
        }
    }
}
