import MenuFile
import Reception
import Rehearsal
import Testing

@Suite("A ring")
struct RingTests {
    typealias Telephone = Rehearsal.World.Telephone
    static let both = line(#"{ "ring": ["201", "202"], "seconds": 12 }"#, ListTests.sorry)

    @Test("rings one after another, each its seconds")
    func inTurn() async throws {
        let call = try await Rehearsed(Self.both) { $0.people = ["202": .answers(after: .seconds(5))] }
        #expect(call.rang == ["201", "202"], "\(call)")
        let times = try (#require(call.when("(rings 201)")), #require(call.when("(rings 202)")))
        #expect(times.1 - times.0 == .seconds(12))
    }

    @Test("rings together where the step says so")
    func together() async throws {
        let call = try await Rehearsed(line(#"{ "ring": ["201", "202"], "order": "together" }"#)) {
            $0.people = ["202": .answers(after: .seconds(5))]
        }
        #expect(call.rang == ["201 & 202"], "\(call)")
        #expect(call.story.contains("(202 answers)"))
    }

    @Test("passes over who is busy or away, without ringing", arguments: [Telephone.busy, .offline])
    func skipBusy(telephone: Telephone) async throws {
        let call = try await Rehearsed(Self.both) {
            $0.people = ["201": telephone, "202": .answers(after: .seconds(5))]
        }
        #expect(call.rang == ["202"], "\(call)")
    }

    @Test("rings the busy as well where `skip-busy` is false")
    func ringBusy() async throws {
        let call = try await Rehearsed(line(#"{ "ring": ["201", "202"], "skip-busy": false }"#)) {
            $0.people = ["201": .busy, "202": .answers(after: .zero)]
        }
        #expect(call.rang == ["201", "202"], "\(call)")
    }

    @Test("whose people are all busy counts as untaken")
    func allBusy() async throws {
        let call = try await Rehearsed(Self.both) { $0.people = ["201": .busy, "202": .busy] }
        #expect(call.rang == [], "\(call)")
        #expect(call.said == ["Sorry.", "Goodbye."])
    }

    @Test("tries its whole list as often as `rounds` says")
    func rounds() async throws {
        let call = try await Rehearsed(line(#"{ "ring": ["201", "202"], "rounds": 2 }"#, ListTests.sorry)) {
            $0.release = .whole
        }
        #expect(call.rang == ["201", "202", "201", "202"], "\(call)")
    }

    @Test("rings a person by the person's numbers, and names the person")
    func person() async throws {
        let call = try await Rehearsed(
            line(
                #"{ "ring": "anna" }"#, #""people": { "anna": { "ring": ["201", "+44 7700 900123"] } }"#)
        ) {
            $0.people = ["anna": .noAnswer]
        }
        #expect(call.rang.prefix(2) == ["anna", "anna"], "\(call)")
    }

    @Test("uses the dial strings of the file: inside, outside, and literal ones")
    func dialStrings() async throws {
        let commands = Commands()
        _ = try await Rehearsed(
            line(
                #"{ "ring": ["201", "+44 7700 900123", "Local/5@rooms"], "skip-busy": false }"#,
                #""dial": { "inside": "Local/{number}@inside", "outside": "PJSIP/{number}@trunk" }"#)
        ) { $0.fault = commands.note }
        #expect(
            commands.all.filter { $0.hasPrefix("dial ") }.prefix(3) == [
                "dial Local/201@inside with music", "dial PJSIP/+447700900123@trunk with music",
                "dial Local/5@rooms with music",
            ])
    }

    @Test("asks no Local channel and no trunk whether it is busy")
    func deviceStates() async throws {
        let commands = Commands()
        _ = try await Rehearsed(
            line(
                #"{ "ring": ["201", "PJSIP/44@trunk", "Local/5@rooms", "anna"] }"#,
                #""people": { "anna": { "ring": "Local/9@x", "device": "PJSIP/9" } }"#)
        ) { $0.fault = commands.note }
        #expect(commands.all.filter { $0.hasPrefix("state ") }.prefix(2) == ["state PJSIP/201", "state PJSIP/9"])
        #expect(!commands.all.contains { $0.contains("state Local") || $0.contains("@trunk") && $0.hasPrefix("state") })
    }

    @Test("tells the answering side label, path, language and call, and puts the name back afterwards")
    func handOver() async throws {
        let commands = Commands()
        let call = try await Rehearsed(line(#"{ "menu": { "1": { "for": "bills", "ring": "201" } } }"#), "1") {
            $0.people = ["201": .answers(after: .zero)]
            $0.fault = commands.note
        }
        #expect(call.variables["__ATTENDANT_LABEL"] == "Bills")
        #expect(call.variables["__ATTENDANT_PATH"] == "1 Bills")
        #expect(call.variables["__ATTENDANT_LANGUAGE"] == "en")
        #expect(call.variables["__ATTENDANT_CALL"] == "call-1")
        #expect(commands.all.filter { $0.hasPrefix("name") } == ["name Bills: +447700900001", "name back"])
    }

    @Test("ends the call after the talk")
    func endsAfterTalk() async throws {
        let call = try await Rehearsed(line(#"[{ "ring": "201" }, { "say": "Never." }]"#)) {
            $0.people = ["201": .answers(after: .seconds(4))]
        }
        #expect(call.said == [], "\(call)")
        #expect(call.lineHungUp)
        #expect(call.variables["ATTENDANT_STATUS"] == "talked")
        #expect(call.end?.toPerson.map { abs($0.inSeconds - 4) < 0.5 } == true, "\(String(describing: call.end))")
    }

    @Test("notes every telephone and what came of it")
    func rows() async throws {
        let call = try await Rehearsed(Self.both) {
            $0.people = ["201": .busy, "202": .answers(after: .seconds(5))]
        }
        #expect(call.steps.contains("start: passed over 201: BUSY"), "\(call)")
        #expect(call.steps.contains("start: rang 202: talked"))
    }
}
