import MenuFile
import Rehearsal
import Testing

@Suite("The callers and moments in which a menu is scouted")
struct WorldTests {
    private func places(_ members: String) async throws -> [String] {
        try await Scouting(#"{ "attendant": 1, "name": "M", "operator": "200", \#(members) }"#).places
    }

    /// One step for those of whom a condition holds, one for the others.
    private func split(_ when: String, _ more: String = #""note": "" "#) async throws -> [String] {
        try await places(
            #""start": [ { "when": \#(when), "ring": "201", "otherwise": { "ring": "202" } } ], \#(more)"#)
    }

    @Test(
        "both sides of each condition are found",
        arguments: [
            #""anonymous""#, #""called-today""#, #"{ "share": 50 }"#,
            #"{ "calls-today": ">= 3" }"#,
        ])
    func callers(when: String) async throws {
        #expect(Set(try await split(when)).isSuperset(of: ["start: 201", "start: 202"]))
    }

    @Test("schedules, notices, languages and lists that conditions ask for are tried both ways")
    func others() async throws {
        let both: Set = ["start: 201", "start: 202"]
        let hours = #""timezone": "Europe/London", "hours": { "night": { "every day": "18:00-24:00" } }"#
        #expect(Set(try await split(#"{ "open": "night" }"#, hours)).isSuperset(of: both))
        let notices = #""notices": { "gas": { "say": "Gas is off.", "on": false } }"#
        #expect(Set(try await split(#"{ "notice": "gas" }"#, notices)).isSuperset(of: both))
        #expect(Set(try await split(#"{ "language": "pl" }"#, #""language": ["en", "pl"]"#)).isSuperset(of: both))
        let lists = #""country": "GB", "callers": { "staff": { "numbers": ["+44 20 7946*"] } }"#
        #expect(Set(try await split(#""staff""#, lists)).isSuperset(of: both))
    }

    @Test("a list that goes somewhere is called from one of its numbers; one that hangs up is not called")
    func lists() async throws {
        let members = """
            "country": "GB", "start": { "ring": "201" }, "steps": { "fast": { "ring": "202" } },
            "callers": { "vip": { "numbers": ["+44 20 7946 0*"], "go": "fast" },
              "pests": { "numbers": ["+44 7700 900001"], "go": "hangup" } }
            """
        #expect(try await places(members) == ["callers vip: 202", "start: 201"])
    }

    @Test("a dialplan, a mailbox, a queue and an offer are destinations")
    func kinds() async throws {
        let members = """
            "people": { "anna": { "ring": "201", "mailbox": "201@default" } }, "start": { "menu": {
              "1": { "for": "the plan", "dialplan": "from-internal,500,1" },
              "2": { "for": "a message", "voicemail": "anna" },
              "3": { "for": "the desk", "queue": "desk", "offer": { "callback": "a@b.example", "waiting": 3 } },
              "4": { "for": "a friend", "callback": "a@b.example" },
              "5": { "for": "hours", "say": "We open at eight.", "then": "hangup" } } }
            """
        #expect(
            try await places(members) == [
                "start 0: 200", "start 1: dialplan from-internal,500,1", "start 2: voicemail anna",
                "start 3: queue desk", "start 4: callback a@b.example", "start 5: information",
            ])
    }
}
