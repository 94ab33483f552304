import Reception
import Rehearsal
import Testing

@Suite("\"To go back, press star\"")
struct BackTests {
    static let back = "To go back, press star."

    @Test("is heard from the second repeat on, before the operator, in submenus only")
    func secondRepeat() async throws {
        let call = try await Rehearsed(
            line(JumpTests.nested(#"{ "for": "b", "say": "B." }"#)), "#, #, #, 1, #, #, hang up at 1")
        #expect(
            call.said == [
                "Top. For a, press 1. For the operator, press 0.", "For a, press 1. For the operator, press 0.",
                "For a, press 1. For the operator, press 0.", "For a, press 1. For the operator, press 0.",
                "Sub. For b, press 2. For the operator, press 0.", "For b, press 2. For the operator, press 0.",
                "For b, press 2. \(Self.back) For the operator, press 0.",
            ], "\(call)")
    }

    @Test("stays when `announce` is false")
    func withoutAnnouncing() async throws {
        let call = try await Rehearsed(
            line(
                #"{ "menu": { "1": { "for": "a", "say": "2 or 0.", "announce": false, "menu": { "2": { "say": "B." } } } } }"#
            ),
            "1, # at 3, #, hang up at 1")
        #expect(call.said.last == "2 or 0. \(Self.back)", "\(call)")
    }
}
