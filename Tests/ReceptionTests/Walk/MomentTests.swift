import Reception
import Rehearsal
import Testing

@Suite("Any moment of a call")
struct MomentTests {
    /// Every 0.3 s of half a minute.
    static let moments = (0..<100).map { Double($0) * 0.3 }

    @Test("lets 0 lead to the operator: it is never lost but while telephones ring or after the thanks")
    func zeroAnytime() async throws {
        let menu = line(
            #"[{ "say": "Welcome to our line." }, { "say": "Please listen.", "interrupt": false }, \#(twoChoices)]"#)
        for moment in Self.moments {
            let call = try await Rehearsed(menu, "0 at \(moment)")
            #expect(call.rang.first == "200", "0 at \(moment)\n\(call)")
        }
    }

    @Test("keeps a choice typed then", arguments: ["1", "2"])
    func choiceAnytime(key: String) async throws {
        let menu = line(
            #"[{ "say": "Welcome to our line." }, { "say": "Please listen.", "interrupt": false }, \#(twoChoices)]"#)
        for moment in Self.moments where moment < 15 {
            let call = try await Rehearsed(menu, "\(key) at \(moment)")
            #expect(call.rang.first == "20\(key)", "\(key) at \(moment)\n\(call)")
        }
    }

    @Test("lets the caller hang up, which ends the call there and leaves at most one row")
    func hangUpAnytime() async throws {
        for call in Calls.all {
            for moment in Self.moments {
                let walked = try await Rehearsed(call.menu, "hang up at \(moment)") { $0.people = call.people }
                #expect(walked.ledger.ends.count == 1)
                #expect(walked.callbacks.count + walked.messages.count <= 1, "at \(moment)\n\(walked)")
                #expect(walked.length <= .seconds(moment + 30) || walked.outcome == .talked, "at \(moment)\n\(walked)")
            }
        }
    }

    @Test("takes any key without leaving the walk's ground", arguments: Array("0123456789*#").map(String.init))
    func anyKey(key: String) async throws {
        for call in Calls.all {
            for moment in stride(from: 0.1, to: 20, by: 2) {
                let walked = try await Rehearsed(call.menu, "\(key)\(key) at \(moment), \(call.script)") {
                    $0.people = call.people
                }
                #expect(walked.ledger.ends.count == 1)
                #expect(walked.outcome != .failed && walked.outcome != .hangup, "\(key) at \(moment)\n\(walked)")
            }
        }
    }
}
