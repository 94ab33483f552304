import FakeAsterisk
import MenuFile
import Reception
import Records
import Testing

@testable import Attendant

@Suite("Whole calls over TCP")
struct WholeCallTests {
    @Test("a key in the menu rings the right telephone, which displays what was chosen and is told the rest")
    func rings() async throws {
        try await House.open { house in
            let report = try await house.call("1", IncomingCall(name: "Jo \"J\" Miller"))
            #expect(
                report.said == [
                    "Good day. For repairs, press 1. For a call back, press 2. To leave a message, press 3. "
                        + "For the operator, press 0."
                ])
            let telephone = try #require(report.rung.first)
            #expect(report.rung.count == 1)
            #expect(telephone.dialString == "PJSIP/202")
            #expect(telephone.name == "Repairs: Jo \"J\" Miller")
            #expect(telephone.variables["ATTENDANT_LABEL"] == "Repairs")
            #expect(telephone.variables["ATTENDANT_PATH"] == "1 Repairs")
            #expect(telephone.variables["ATTENDANT_LANGUAGE"] == "en")
            #expect(report.variables["ATTENDANT_STATUS"] == "talked")
            #expect(report.status == .hangup)
            let row = try #require(try await house.records().calls().first)
            #expect(telephone.variables["ATTENDANT_CALL"] == row.id)
            #expect(
                [row.outcome, row.label, row.path, row.number] == ["talked", "Repairs", "1 Repairs", "+447700900001"])
            #expect(row.secondsToPerson != nil)
            #expect(house.log.noise.isEmpty)
        }
    }

    @Test("who is busy is passed over without ringing")
    func skipsBusy() async throws {
        try await House.open { house in
            var world = Menus.world
            world.telephones["PJSIP/202"] = .busy
            let report = try await house.call("1", IncomingCall(), world)
            #expect(report.rung.map(\.dialString) == ["PJSIP/201"])
            #expect(report.variables["ATTENDANT_STATUS"] == "talked")
            #expect(!report.commands.contains { $0.contains("Dial") && $0.contains("202") })
        }
    }

    @Test("nobody takes it: a callback is offered, and the caller's own name is put back on the display")
    func nobody() async throws {
        try await House.open { house in
            var world = Menus.world
            world.otherTelephones = .noAnswer
            let report = try await house.call("1, 1", IncomingCall(name: "Jo"), world)
            #expect(report.rung.map(\.dialString) == ["PJSIP/202", "PJSIP/201"])
            #expect(report.variables["ATTENDANT_STATUS"] == "callback")
            #expect(report.commands.contains(#"SET VARIABLE "CALLERID(name)" "Jo""#))
            let rows = try await house.records().callbacks()
            #expect(rows.map(\.number) == ["+447700900001"])
            #expect(rows.map(\.list) == ["office"])
            #expect(rows.map(\.label) == ["Repairs"])
        }
    }

    @Test("0 leads to the operator, at once")
    func operatorKey() async throws {
        try await House.open { house in
            let report = try await house.call("0 at 1")
            #expect(report.rung.map(\.dialString) == ["PJSIP/200"])
            #expect(report.rung.first?.variables["ATTENDANT_LABEL"] == "Operator")
            #expect(report.duration < .seconds(20))
        }
    }

    @Test("silence to the end leads to the operator")
    func silence() async throws {
        try await House.open { house in
            let report = try await house.call("")
            #expect(report.rung.map(\.dialString) == ["PJSIP/200"])
        }
    }

    @Test("a message is recorded, reviewed and kept")
    func voicemail() async throws {
        try await House.open { house in
            let report = try await house.call("3, speak 6, 1")
            #expect(report.variables["ATTENDANT_STATUS"] == "voicemail")
            #expect(report.said.last == "Thank you. Your message will be passed on. Goodbye.")
            let messages = try await house.records().messages()
            #expect(messages.map(\.recipient) == ["anna"])
            #expect(messages.map { ($0.seconds * 10).rounded() / 10 } == [6])
        }
    }

    @Test("a menu that there is not: the dialplan is told, and goes on", arguments: ["nothing", "../reception", ""])
    func unknownMenu(script: String) async throws {
        let menus = ["reception": Menus.reception, "other": Menus.sixKeys]
        try await House.open(menus) { house in
            let report = try await house.call("1", IncomingCall(script: script))
            #expect(report.variables["ATTENDANT_STATUS"] == "not-found")
            #expect(report.status == .success)
            #expect(report.ending == .serverClosed)
            #expect(report.commands.count == 2)
            #expect(house.log.noise.map(\.message) == ["no such menu"])
            #expect(try await house.records().calls().isEmpty)
        }
    }

    @Test("a call keeps the version it began with, whatever is loaded meanwhile")
    func version() async throws {
        try await House.open { house in
            let board = house.server.board
            let old = try #require(board.version("reception"))
            let folder = try TemporaryFolder()
            let text = Menus.reception.replacing("ben\", \"anna", with: "anna\", \"ben")
            let new = try #require(try MenuFolder.load(folder.write(text, "reception.json")).version)
            let report = try await house.call("1") { event in if case .said = event.kind { board.put(new) } }
            #expect(report.rung.map(\.dialString) == ["PJSIP/202"])
            #expect(try await house.call("1").rung.map(\.dialString) == ["PJSIP/201"])
            let versions = try await house.records().calls().map(\.version)
            #expect(Set(versions) == [old.version, new.version])
        }
    }

    @Test("without Asterisk's sounds being readable a caller still reaches the operator")
    func noSounds() async throws {
        try await House.open { house in
            let fake = FakeCall(
                IncomingCall(), world: Menus.world, caller: CallerScript(), sounds: KnownSounds())
            let report = try await fake.run(host: "127.0.0.1", port: house.port, on: house.loop)
            #expect(report.rung.map(\.dialString) == ["PJSIP/200"])
            #expect(report.variables["ATTENDANT_STATUS"] == "talked")
        }
    }
}
