import Reception
import Rehearsal
import Testing

/// Whole calls that between them use every verb, for tests that go through all of their moments.
struct Calls {
    let menu: String
    let script: String
    let people: [String: Rehearsal.World.Telephone]

    func walk(_ change: (inout Rehearsed.World) -> Void = { _ in }) async throws -> Rehearsed {
        try await Rehearsed(menu, script) { world in
            world.people = people
            change(&world)
        }
    }

    static let all = [
        Calls(menu: line(twoChoices), script: "8, 1", people: ["201": .answers(after: .seconds(3))]),
        Calls(menu: line(twoChoices), script: "1, 1", people: [:]),
        Calls(menu: line(twoChoices), script: "", people: ["200": .busy]),
        Calls(
            menu: line(#"{ "say": "Hi.", "callback": "office@miller.example" }"#), script: "2, 07700900002#, 1",
            people: [:]),
        Calls(
            menu: line(#"{ "say": "Hi.", "voicemail": "office@miller.example" }"#), script: "speak 6, 3, 2, speak 7, 1",
            people: [:]),
    ]
}
