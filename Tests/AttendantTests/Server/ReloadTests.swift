import FakeAsterisk
import FastAGI
import Foundation
import Testing

@testable import Attendant

@Suite("Menus that change while calls come", .timeLimit(.minutes(3)))
struct ReloadTests {
    private func menu(_ target: String) -> String {
        """
        { "attendant": 1, "name": "Miller", "operator": "200", "start": { "say": "Good day.", "menu": {
          "1": { "for": "repairs", "ring": "\(target)" } } } }
        """
    }

    @Test("a call under way goes on with the version it began with; the next one hears the new one")
    func underWay() async throws {
        try await House.open(["reception": menu("201")]) { house in
            let (live, caller) = AsyncStream.makeStream(of: LiveAct.self)
            let (begun, begin) = AsyncStream<Void>.makeStream()
            async let first = house.liveCall(live) { event in
                if case .said = event.kind { begin.yield() }
                if case .rings = event.kind { caller.yield(.hangUp) }
            }
            for await _ in begun { break }
            try house.write(menu("202"), "reception")
            await house.log.waits(for: "menu changed")
            caller.yield(.press(.one))
            #expect(try await first.rung.map(\.dialString) == ["PJSIP/201"])
            #expect(try await house.call("1").rung.map(\.dialString) == ["PJSIP/202"])
        }
    }

    @Test("a menu whose file is gone answers no more; a new one does")
    func removedAndNew() async throws {
        try await House.open(["reception": menu("201"), "other": menu("203")]) { house in
            try FileManager.default.removeItem(atPath: house.configuration.menus + "/reception.json")
            try house.write(menu("202"), "night")
            await house.log.waits(for: "menu removed")
            let gone = try await house.call("1", IncomingCall(script: "reception"))
            #expect(gone.variables["ATTENDANT_STATUS"] == "not-found")
            let new = try await house.call("1", IncomingCall(script: "night"))
            #expect(new.variables["ATTENDANT_STATUS"] == "talked")
        }
    }

    @Test("a bad file changes nothing for callers")
    func bad() async throws {
        try await House.open(["reception": menu("201")]) { house in
            try house.write("{ \"attendant\": 1, ", "reception")
            await house.log.waits(for: "menu file cannot be served: the version before it answers")
            #expect(try await house.call("1").variables["ATTENDANT_STATUS"] == "talked")
        }
    }

    @Test("a reload that is asked for says what came of it")
    func asked() async throws {
        try await House.open(["reception": menu("201")]) { house in
            house.server.reload()
            await house.log.waits(for: "menus looked at: nothing has changed")
        }
    }
}
