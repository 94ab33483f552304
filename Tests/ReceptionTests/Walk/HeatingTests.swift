import MenuFile
import Reception
import Rehearsal
import Testing

@Suite("A heating firm's whole file")
struct HeatingTests {
    /// The firm of menu-format 8.2, without what plays no part here.
    static let menu = #"""
        {
          "attendant": 1, "name": "Miller Heating", "timezone": "Europe/London", "country": "GB",
          "people": {
            "anna": { "ring": "201", "email": "anna@miller.example" }, "ben": { "ring": "202" },
            "carl": { "ring": "+44 7700 900123" }, "office": { "ring": "200", "email": "office@miller.example" }
          },
          "operator": { "when": "open", "ring": ["office", "anna"] },
          "hours": { "mon-fri": "8:00-17:00", "sat": "9:00-12:00" },
          "holidays": { "12-25": "Christmas Day", "12-26": "Boxing Day" },
          "callers": {
            "vip": { "label": "VIP", "go": "fitters", "numbers": { "+44 20 7946 0001": "Hotel Bristol" } },
            "pests": { "go": "hangup", "numbers": ["+44 7700 900666"] }
          },
          "notices": { "gas-off": { "on": false, "say": "Gas is off in the harbour district." } },
          "callbacks": { "office": { "email": "office", "within": 7200 } },
          "start": {
            "say": "Miller Heating, good day.",
            "menu": {
              "1": { "for": "repairs", "go": "fitters" },
              "2": { "for": "bills and payments", "label": "Bill", "do": [
                { "say": "Please key in your invoice number, then pound.", "collect": "invoice", "digits": "5-6", "optional": true },
                { "ring": ["anna", "office"], "show": "{label} {invoice|?}: {caller.name}" } ] }
            }
          },
          "closed": {
            "say": "Miller Heating. The office opens {open.next}.",
            "menu": { "2": { "for": "a call back when we open", "callback": "office" } }
          },
          "steps": { "fitters": [
            { "say": "We are looking for a free fitter.", "ring": ["ben", "carl", "anna"], "seconds": 15 },
            { "say": "All our fitters are busy.", "callback": "office" } ] }
        }
        """#

    static func call(_ script: String, _ change: (inout Rehearsed.World) -> Void) async throws -> Rehearsed {
        try await Rehearsed.whole(menu, script, change)
    }

    @Test("brings a hotel to a fitter at night, past every menu")
    func vip() async throws {
        let call = try await Self.call("") {
            $0.at = "2026-03-03 23:10"
            $0.from = "+44 20 7946 0001"
            $0.people = ["ben": .answers(after: .seconds(4))]
        }
        #expect(call.shown.first == "VIP: Hotel Bristol", "\(call)")
        #expect(!call.said.contains { $0.contains("press") })
        #expect(call.outcome == .talked)
    }

    @Test("tells a notice first, and brings the invoice number to Anna's display")
    func notice() async throws {
        let call = try await Self.call("2, 12345#") {
            $0.name = "J Smith"
            $0.board.notices = [NoticeSwitch(name: "gas-off", isOn: true)]
            $0.people = ["anna": .answers(after: .seconds(3))]
        }
        #expect(call.said.first == "Gas is off in the harbour district.", "\(call)")
        #expect(call.shown.first == "Bill 12345: J Smith")
    }

    @Test("writes down who called at Christmas, told when somebody is there again")
    func christmas() async throws {
        let call = try await Self.call("0, 1") { $0.at = "2026-12-25 11:00" }
        #expect(call.said.first?.contains("opens on Monday at 8.") == true, "\(call)")
        #expect(call.callbacks.map(\.number) == ["+447700900001"])
        #expect(call.callbacks.map(\.notify) == [["office@miller.example"]])
    }

    @Test("does not answer a pest")
    func pest() async throws {
        let call = try await Self.call("") { $0.from = "07700 900666" }
        #expect(call.story == ["(the line hangs up)"], "\(call)")
    }
}
