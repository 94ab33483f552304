import FakeAsterisk
import Rehearsal
import Testing

@testable import Attendant

@Suite("How telephones behave in a call without telephones")
struct TestTelephoneTests {
    @Test("each way, blanks and capitals aside")
    func list() throws {
        #expect(
            try TestTelephone.list("201=answers after 2.5, ben = Busy,PJSIP/203=offline,204=no-answer,anna=answers")
                == [
                    "201": .answers(after: 2.5), "ben": .busy, "PJSIP/203": .offline, "204": .noAnswer,
                    "anna": .answers(after: 3),
                ])
        #expect(try TestTelephone.list("") == [:])
    }

    @Test(
        "what cannot be read is told with what was expected",
        arguments: [
            "ben", "ben=", "ben=away", "ben=answers after", "ben=answers after soon", "ben=answers after -1",
            "ben=answers after 3601", "ben=answers after nan", "ben=answers after inf",
        ])
    func unreadable(text: String) {
        let message =
            "--people: \"\(text)\" says no telephone; expected NAME=answers, NAME=answers after 3, NAME=busy, "
            + "NAME=offline or NAME=no-answer"
        #expect(throws: StartError.setting(message)) { try TestTelephone.list("201=busy,\(text)") }
    }

    @Test("the fake and the simulated telephone do the same")
    func same() {
        let after = TestTelephone.answers(after: 1.5)
        #expect(after.faked == .answers(after: .milliseconds(1_500), talks: TestTelephone.talk))
        guard case .answers(let rehearsed) = after.rehearsed else {
            Issue.record("\(after.rehearsed)")
            return
        }
        #expect(rehearsed == .milliseconds(1_500))
        #expect(TestTelephone.busy.faked == .busy)
        #expect(TestTelephone.offline.faked == .offline)
        #expect(TestTelephone.noAnswer.faked == .noAnswer)
    }
}
